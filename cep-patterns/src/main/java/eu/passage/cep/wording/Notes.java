package eu.passage.cep.wording;

import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What else a reader must know: values that a rule compared, and what may mislead. */
final class Notes {

  private static final double MILLIS_PER_HOUR = 3_600_000;

  private static final Pattern DISTANCE = words("speed|km");
  private static final Pattern TYPE = words("type");
  private static final Pattern COLOUR = words("colour");
  private static final Pattern MAKE = words("make");
  private static final Pattern MODEL = words("model");

  private final Story story;
  private final Tongue tongue;
  private final boolean oneVehicle;

  Notes(Story story, Tongue tongue) {
    this.story = story;
    this.tongue = tongue;
    this.oneVehicle = story.vehicles().size() == 1;
  }

  /** Sentences, in the order they are said. */
  List<String> all() {
    return Stream.of(distance(), differences(), clocks(), late())
        .flatMap(Optional::stream)
        .toList();
  }

  /** How far and how fast, where the rule asks. */
  private Optional<String> distance() {
    if (!oneVehicle || !asks(DISTANCE)) {
      return Optional.empty();
    }
    return fastest().map(this::apart);
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

  private String apart(List<Event> pair) {
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
  private Optional<String> differences() {
    if (!oneVehicle) {
      return Optional.empty();
    }
    List<String> told = new ArrayList<>();
    Values types = Values.types(story.passages(), tongue);
    if (types.number() > 1 && asks(TYPE)) {
      told.add(tongue.attribute("type") + Tongue.bracketed(types.words()));
    }
    Values colours = Values.colours(story.passages(), tongue);
    if (colours.number() > 1 && asks(COLOUR)) {
      told.add(tongue.attribute("colour") + Tongue.bracketed(colours.words()));
    }
    if (differ(PassageFacts::make) && asks(MAKE)) {
      told.add(tongue.attribute("make"));
    }
    if (differ(PassageFacts::model) && asks(MODEL)) {
      told.add(tongue.attribute("model"));
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(tongue.differ(told));
  }

  private boolean differ(ToIntFunction<PassageFacts> name) {
    return story.passages().stream()
            .mapToInt(name)
            .filter(code -> code != NameCode.NONE)
            .distinct()
            .count()
        > 1;
  }

  private Optional<String> clocks() {
    long end = story.rule().absence() ? story.at() : story.last().at();
    boolean changed =
        !Moment.local(story.first().at()).getOffset().equals(Moment.local(end).getOffset());
    return changed ? Optional.of(tongue.clocksChanged()) : Optional.empty();
  }

  private Optional<String> late() {
    int late = (int) story.passages().stream().filter(PassageFacts::late).count();
    return late == 0 ? Optional.empty() : Optional.of(tongue.late(late, story.passages().size()));
  }

  private static Pattern words(String words) {
    return Pattern.compile("\\b(" + words + ")\\b");
  }

  /** Whether the rule's text holds one of these words; what it does not ask is not told. */
  private boolean asks(Pattern pattern) {
    return predicates().map(Predicate::text).anyMatch(text -> pattern.matcher(text).find());
  }

  private Stream<Predicate> predicates() {
    Body body = story.rule().body();
    if (body instanceof Body.Sequence sequence) {
      return sequence.steps().stream().map(Step::predicate);
    }
    return body instanceof Body.When when
        ? Stream.of(when.predicate())
        : Stream.of(((Body.Count) body).of());
  }
}
