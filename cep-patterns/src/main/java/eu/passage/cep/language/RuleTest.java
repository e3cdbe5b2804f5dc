package eu.passage.cep.language;

import eu.passage.cep.facts.PassageFacts;
import java.time.Instant;
import java.util.List;

/**
 * A scenario inside a rule: passages, and the alerts that must come of them and no others.
 *
 * @param line where it starts in its file, from 1
 * @param given in the order they are written, which is the order they arrive in
 * @param expect in order of time
 */
public record RuleTest(int line, List<PassageFacts> given, List<Expected> expect) {

  public RuleTest {
    given = List.copyOf(given);
    expect = List.copyOf(expect);
  }

  /**
   * An alert that must come.
   *
   * @param at the closing passage's time, or the moment an absence comes true
   * @param plates the subject's plates in normal form, sorted
   * @param line where it stands in the file, from 1
   */
  public record Expected(Instant at, List<String> plates, int line) {

    public Expected {
      plates = plates.stream().sorted().toList();
    }

    /** As it is written in {@code expect}: {@code D+1 02:50 1ABC234}. */
    public String text() {
      return When.text(at) + " " + String.join(" + ", plates);
    }
  }
}
