package eu.passage.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import org.junit.jupiter.api.Test;

class TargetTest {

  @Test
  void whatIsJustEnoughMeetsIt() {
    assertThat(Target.atMost("s", 2, 2).isMet()).isTrue();
    assertThat(Target.atMost("s", 2.001, 2).isMet()).isFalse();
    assertThat(Target.atLeast("times", 12, 12, 15).isMet()).isTrue();
    assertThat(Target.atLeast("times", 11.999, 12, 15).isMet()).isFalse();
  }

  @Test
  void whatWasNotMeasuredMissesIt() {
    Target target = Target.atMost("s to the alert", Double.NaN, 1);
    assertThat(target.isMet()).isFalse();
    assertThat(target.line()).isEqualTo("MISSED   NaN s to the alert (at most 1)");
    assertThat(Target.atLeast("times", Double.NaN, 1, 1).isMet()).isFalse();
  }

  @Test
  void itsLineSaysTheBoundAndWhatIsWantedBeyondIt() {
    assertThat(Target.atMost("of tier C false", 0.2346, 0.3).line())
        .isEqualTo("met      0.235 of tier C false (at most 0.3)");
    assertThat(Target.atLeast("times flink-cep", 1_234.5, 12, 15).line())
        .isEqualTo("met      1234.5 times flink-cep (at least 12, wanted 15)");
  }

  @Test
  void scriptsReadTheBoundByItsSense() {
    assertThat(json(Target.atMost("s", 3, 2)))
        .isEqualTo("{\"what\":\"s\",\"figure\":3.0,\"atMost\":2.0,\"wanted\":2.0,\"met\":false}");
    assertThat(json(Target.atLeast("times", 13, 12, 15)))
        .isEqualTo(
            "{\"what\":\"times\",\"figure\":13.0,\"atLeast\":12.0,\"wanted\":15.0,\"met\":true}");
  }

  private static String json(Target target) {
    ObjectNode node = Json.object();
    target.json(node);
    return Json.line(node);
  }
}
