package eu.passage.cep.language;

import eu.passage.cep.language.RuleTest.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a scenario, word by word: {@code [WHEN] HH:MM PLATE …}, with days, times and plates as
 * in the tests of rules. What is empty was wrong, and is a fault already.
 */
public final class DataLine {

  private final Words words;
  private Words.Word last;

  DataLine(Words words) {
    this.words = words;
    this.last = words.peek();
  }

  /**
   * A plate.
   *
   * @param text in normal form
   * @param country ISO 3166-1 alpha-2; BE where none is written
   */
  public record Plate(String text, String country) {}

  public boolean more() {
    return words.more();
  }

  /** The next word; empty text at the end. */
  public String take() {
    last = words.take();
    return last.text();
  }

  /** At the word taken last. */
  public void fault(String message, String advice) {
    words.fault(last, message, advice);
  }

  /**
   * The moment that comes next.
   *
   * @param example of such a line
   */
  public Optional<Instant> moment(String example) {
    last = words.peek();
    List<LocalDate> days = When.days(words);
    if (days.size() > 1) {
      fault("A line here is about one day.", "Write a line for each day.");
    }
    Words.Word clock = words.peek();
    Optional<LocalTime> time = days.size() == 1 ? When.time(words, example) : Optional.empty();
    return time.flatMap(there -> When.moment(words, clock, days.get(0), there));
  }

  public Optional<Plate> plate() {
    return Optional.ofNullable(ScenarioPlate.read(words))
        .map(plate -> new Plate(plate.text(), plate.country()));
  }

  /**
   * The whole line as what is expected to be told of one vehicle: {@code [WHEN] HH:MM PLATE}.
   *
   * @param given the plates of the scenario
   */
  public Optional<Expected> expected(Set<String> given) {
    return Optional.ofNullable(new ExpectLine(words, 1, given).read());
  }
}
