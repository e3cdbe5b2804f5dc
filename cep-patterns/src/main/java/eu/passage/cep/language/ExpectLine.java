package eu.passage.cep.language;

import eu.passage.cep.language.RuleTest.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry of {@code expect}: {@code [WHEN] HH:MM PLATE [+ PLATE …]}. */
final class ExpectLine {

  private final Words words;
  private final int vehicles;
  private final Set<String> given;

  /**
   * @param vehicles how many the rule is about
   * @param given the plates of the scenario
   */
  ExpectLine(Words words, int vehicles, Set<String> given) {
    this.words = words;
    this.vehicles = vehicles;
    this.given = given;
  }

  /** Null where a fault was found. */
  @Nullable Expected read() {
    Words.Word when = words.peek();
    List<LocalDate> days = When.days(words);
    if (days.size() > 1) {
      words.fault(when, "An alert comes on one day.", "Write one entry for each alert.");
    }
    Words.Word clock = words.peek();
    Optional<LocalTime> time =
        days.size() == 1 ? When.time(words, example(vehicles)) : Optional.empty();
    if (time.isEmpty()) {
      return null;
    }
    List<String> plates = plates();
    Optional<Instant> at = When.moment(words, clock, days.get(0), time.get());
    return plates.isEmpty() || at.isEmpty() ? null : new Expected(at.get(), plates, words.line());
  }

  /** None where a fault was found. */
  private List<String> plates() {
    List<String> plates = new ArrayList<>();
    do {
      Words.Word word = words.peek();
      ScenarioPlate plate = ScenarioPlate.read(words);
      if (plate == null) {
        return List.of();
      }
      if (!given.contains(plate.text())) {
        words.fault(
            word,
            "No passage of '%s' is given, so no alert can tell of it.".formatted(plate.text()),
            "Expect one of the given plates: " + shown(given) + ".");
        return List.of();
      }
      plates.add(plate.text());
    } while (words.more() && words.take().text().equals("+"));
    if (plates.size() != vehicles) {
      words.fault(
          "The rule is about %s, and the alert names %s."
              .formatted(vehicles(vehicles), vehicles(plates.size())),
          "Write it like " + example(vehicles));
      return List.of();
    }
    return plates;
  }

  static String example(int vehicles) {
    return "02:50 1ABC234" + " + 1ABC235".repeat(vehicles - 1);
  }

  private static String vehicles(int count) {
    return count == 1 ? "one vehicle" : count + " vehicles";
  }

  private static String shown(Set<String> plates) {
    return String.join(", ", plates.stream().limit(10).toList())
        + (plates.size() > 10 ? ", …" : "");
  }
}
