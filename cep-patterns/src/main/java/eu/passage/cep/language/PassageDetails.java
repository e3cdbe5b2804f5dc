package eu.passage.cep.language;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands behind the plate of a scenario's passage, in any order: {@code @EST-1} always, and
 * {@code FR>BE}, {@code TRUCK}, {@code RED}, {@code make=Volvo}, {@code model=FH}, {@code
 * occupants=2}, {@code 90%}, {@code late}.
 */
final class PassageDetails {

  private static final Pattern CROSSING = Pattern.compile("([A-Z]{2})>([A-Z]{2})");
  private static final Pattern NAMED = Pattern.compile("(make|model|occupants)=(\\S+)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");
  private static final int MOST_OCCUPANTS = PassageFacts.NOT_COUNTED - 1;
  private static final List<String> TYPES = names(VehicleType.values());
  private static final List<String> COLOURS = names(Colour.values());
  private static final List<String> KNOWN =
      Stream.of(TYPES, COLOURS, List.of("late")).flatMap(List::stream).distinct().toList();

  private final Words words;
  private final CameraCatalogue cameras;
  private final List<Setter> setters = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private String camera = "";
  private boolean good = true;

  private interface Setter {
    void set(PassageFacts.Builder builder);
  }

  PassageDetails(Words words, CameraCatalogue cameras) {
    this.words = words;
    this.cameras = cameras;
  }

  /** Whether all of it is well written; else faults say what is not. */
  boolean read() {
    while (words.more() && !words.full()) {
      word(words.take());
    }
    if (good && camera.isEmpty()) {
      fault(
          words.peek(),
          "The line does not say which camera saw the vehicle.",
          "A line is written like " + GivenLine.EXAMPLE);
    }
    return good;
  }

  String camera() {
    return camera;
  }

  PassageFacts.Builder apply(PassageFacts.Builder builder) {
    setters.forEach(setter -> setter.set(builder));
    return builder;
  }

  private void word(Words.Word word) {
    String text = word.text();
    Matcher crossing = CROSSING.matcher(text);
    Matcher named = NAMED.matcher(text);
    Matcher percent = PERCENT.matcher(text);
    if (text.startsWith("@")) {
      once(word, "camera");
      camera(word, text.substring(1));
    } else if (crossing.matches()) {
      once(word, "crossing");
      crossing(word, crossing.group(1), crossing.group(2));
    } else if (text.equals("-")) {
      once(word, "crossing");
    } else if (TYPES.contains(text) && !text.equals(VehicleType.UNKNOWN.name())) {
      once(word, "type");
      setters.add(b -> b.type(VehicleType.valueOf(text)));
    } else if (COLOURS.contains(text) && !text.equals(Colour.UNKNOWN.name())) {
      once(word, "colour");
      setters.add(b -> b.colour(Colour.valueOf(text)));
    } else if (text.equals("late")) {
      once(word, "lateness");
      setters.add(b -> b.late(true));
    } else if (percent.matches() && Integer.parseInt(percent.group(1)) <= 100) {
      once(word, "confidence");
      setters.add(b -> b.confidence(Integer.parseInt(percent.group(1)) / 100.0));
    } else if (named.matches()) {
      once(word, named.group(1));
      named(word, named.group(1), named.group(2));
    } else {
      fault(
          word,
          "'%s' says nothing about a passage%s."
              .formatted(Fields.shown(text), Suggestion.of(Fields.shown(text), KNOWN)),
          "Behind the plate may stand FR>BE, @EST-1, a type (%s), a colour (%s), make=Volvo, model=FH, occupants=2, 90%% or late."
              .formatted(some(TYPES), some(COLOURS)));
    }
  }

  private void camera(Words.Word word, String id) {
    camera = id;
    if (cameras.find(id).isEmpty()) {
      List<String> known = cameras.all().stream().map(Camera::id).sorted().toList();
      fault(
          word,
          "There is no camera '%s'%s.".formatted(Fields.shown(id), Suggestion.of(id, known)),
          "Cameras are %s%s."
              .formatted(
                  String.join(", ", known.subList(0, Math.min(20, known.size()))),
                  known.size() > 20 ? ", …" : ""));
    }
  }

  private void crossing(Words.Word word, String from, String to) {
    if (!Countries.known(from) || !Countries.known(to) || from.equals(to)) {
      fault(
          word,
          "'%s' is no crossing from one country into another.".formatted(word.text()),
          "Write FR>BE or BE>FR, or leave it out where no border is crossed.");
    }
    setters.add(b -> b.crossing(from, to));
  }

  private void named(Words.Word word, String name, String value) {
    switch (name) {
      case "make" -> setters.add(b -> b.make(value));
      case "model" -> setters.add(b -> b.model(value));
      default -> {
        int people = Numbers.parse(value);
        if (people < 0 || people > MOST_OCCUPANTS) {
          fault(
              word,
              "'%s' is no number of people.".formatted(Fields.shown(value)),
              "Write a number from 0 to %d: occupants=2".formatted(MOST_OCCUPANTS));
        }
        setters.add(b -> b.occupants(people));
      }
    }
  }

  private void once(Words.Word word, String what) {
    if (!said.add(what)) {
      fault(
          word,
          "The line says the %s twice.".formatted(what),
          "Each line is one passage before one camera; write two lines.");
    }
  }

  private void fault(Words.Word word, String message, String advice) {
    good = false;
    words.fault(word, message, advice);
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(1, names.size()));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
