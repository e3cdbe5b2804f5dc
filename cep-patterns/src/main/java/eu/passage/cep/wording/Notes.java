package eu.passage.cep.wording;

import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What else a reader must know: values that a rule compared, and what may mislead. Found once, told
 * in each language.
 */
final class Notes {

  private static final double MILLIS_PER_HOUR = 3_600_000;

  /** What a rule's text asks is told; what it does not ask is not. */
  private static final Pattern ASKED = Pattern.compile("\\b(speed|km|type|colour|make|model)\\b");

  private final Story story;
  private final Set<String> asked;
  private final Optional<List<Event>> fastest;
  private final boolean clocksChanged;
  private final int late;

  Notes(Story story) {
    this.story = story;
    asked = story.vehicles().size() == 1 ? asked(story.rule().body()) : Set.of();
    fastest = asks("speed") || asks("km") ? fastest() : Optional.empty();
    clocksChanged = clocksChanged();
    late = (int) story.passages().stream().filter(PassageFacts::late).count();
  }

  /** Sentences, in the order they are said. */
  List<String> in(Tongue tongue) {
    List<String> sentences = new ArrayList<>();
    fastest.ifPresent(pair -> sentences.add(apart(pair, tongue)));
    List<String> differences = differences(tongue);
    if (!differences.isEmpty()) {
      sentences.add(tongue.differ(differences));
    }
    if (clocksChanged) {
      sentences.add(tongue.clocksChanged());
    }
    if (late > 0) {
      sentences.add(tongue.late(late, story.passages().size()));
    }
    return sentences;
  }

  private boolean asks(String word) {
    return asked.contains(word);
  }

  private static Set<String> asked(Body body) {
    Set<String> words = new HashSet<>();
    predicates(body)
        .flatMap(predicate -> ASKED.matcher(predicate.text()).results())
        .forEach(found -> words.add(found.group()));
    return words;
  }

  private static Stream<Predicate> predicates(Body body) {
    if (body instanceof Body.Sequence sequence) {
      return sequence.steps().stream().map(Step::predicate);
    }
    return body instanceof Body.When when
        ? Stream.of(when.predicate())
        : Stream.of(((Body.Count) body).of());
  }

  /** The pair of neighbours that the vehicle would have had to hurry most between. */
  private Optional<List<Event>> fastest() {
    Optional<List<Event>> fastest = Optional.empty();
    double most = 0;
    for (int i = 1; i < story.events().size(); i++) {
      List<Event> pair = story.events().subList(i - 1, i + 1);
      long millis = Math.max(1, pair.get(1).at() - pair.get(0).at());
      double speed = (double) kilometres(pair) / millis;
      if (kilometres(pair) >= 1 && speed > most) {
        most = speed;
        fastest = Optional.of(pair);
      }
    }
    return fastest;
  }

  private String apart(List<Event> pair, Tongue tongue) {
    long millis = pair.get(1).at() - pair.get(0).at();
    Optional<String> speed =
        millis < 1000
            ? Optional.empty()
            : Optional.of(tongue.number((long) (kilometres(pair) / (millis / MILLIS_PER_HOUR))));
    return tongue.apart(id(pair.get(0)), id(pair.get(1)), tongue.number(kilometres(pair)), speed);
  }

  /** Whole kilometres, rounded down as the crow flies: "at least" is true. */
  private long kilometres(List<Event> pair) {
    return pair.stream().anyMatch(event -> event.camera().isEmpty())
        ? 0
        : (long)
            story.cameras().kilometres(NameCode.of(id(pair.get(0))), NameCode.of(id(pair.get(1))));
  }

  private static String id(Event event) {
    return event.camera().orElseThrow().id();
  }

  /** What one plate's passages disagree in, where the rule asks. */
  private List<String> differences(Tongue tongue) {
    List<String> told = new ArrayList<>();
    if (asks("type")) {
      differ(tongue, "type", Values.types(story.passages(), tongue)).ifPresent(told::add);
    }
    if (asks("colour")) {
      differ(tongue, "colour", Values.colours(story.passages(), tongue)).ifPresent(told::add);
    }
    if (asks("make") && differ(PassageFacts::make)) {
      told.add(tongue.attribute("make"));
    }
    if (asks("model") && differ(PassageFacts::model)) {
      told.add(tongue.attribute("model"));
    }
    return told;
  }

  private static Optional<String> differ(Tongue tongue, String attribute, Values values) {
    return values.number() > 1
        ? Optional.of(tongue.attribute(attribute) + Tongue.bracketed(values.words()))
        : Optional.empty();
  }

  private boolean differ(ToIntFunction<PassageFacts> name) {
    return story.passages().stream()
            .mapToInt(name)
            .filter(code -> code != NameCode.NONE)
            .distinct()
            .count()
        > 1;
  }

  private boolean clocksChanged() {
    long end = story.rule().absence() ? story.at() : story.last().at();
    return !Moment.local(story.first().at()).getOffset().equals(Moment.local(end).getOffset());
  }
}
