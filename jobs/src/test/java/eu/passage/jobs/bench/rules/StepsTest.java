package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

  private final List<String> shown = new ArrayList<>();
  private final Steps steps = new Steps((what, share) -> shown.add(what + " " + share));

  @Test
  void theShareIsWhatWasDoneBefore() {
    steps.prepare("a week");
    steps.expect(3);
    steps.expect(1);
    for (String what : List.of("a", "b", "c", "d")) {
      steps.begin(what);
    }
    assertThat(shown).containsExactly("a week 0.0", "a 0.0", "b 0.25", "c 0.5", "d 0.75");
  }

  @Test
  void whatIsNotNeededIsDone() {
    steps.expect(4);
    steps.begin("a");
    steps.skip();
    steps.skip();
    steps.begin("d");
    assertThat(shown).containsExactly("a 0.0", "d 0.75");
  }
}
