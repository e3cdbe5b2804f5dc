package eu.passage.cep.flink;

import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Replay;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.Samples;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The replay's operator: what it does otherwise than the live one. */
class ReplayDetectionTest {

  private static final RuleSource TWICE =
      RuleTexts.rule("twice", "count: {of: passage, atLeast: 2, within: 1h}\nonce: 2h");

  /** The shipped rules stand in the settings; a replay asks those it is given. */
  private static final DetectionSettings SETTINGS = Samples.SETTINGS;

  @Test
  void whatOnceHoldsBackIsToldAsHeldBack() throws Exception {
    assertThat(
            replay(
                SETTINGS,
                passage("2026-03-10T10:00", "1ABC234", "", "EST-1"),
                passage("2026-03-10T10:10", "1ABC234", "", "EST-2"),
                passage("2026-03-10T10:20", "1ABC234", "", "EST-3")))
        .extracting(RuleAlert::ruleId, RuleAlert::outcome)
        .containsExactly(tuple("twice", Outcome.TOLD), tuple("twice", Outcome.ONCE));
  }

  @Test
  void aRuleThatFailsStopsTheReplayAndIsNamed() {
    DetectionSettings failing = SETTINGS.withJavaRules(List.of(BadRulesTest.THROWS));

    assertThatThrownBy(() -> replay(failing, passage("2026-03-10T10:00", "1ABC234", "", "EST-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("rule throws: no answer")
        .hasNoCause() // commands tell the innermost message
        .satisfies(
            named ->
                assertThat(named.getSuppressed())
                    .singleElement()
                    .satisfies(why -> assertThat(why).hasMessage("no answer")));
  }

  @Test
  void aRuleThatDoesNotCompileIsRefusedBeforeTheReplayStarts() {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    PassageFacts facts = PassageFacts.of(passage("2026-03-10T10:00", "1ABC234", "", "EST-1"));
    var passages = env.fromData(StreamTypes.PASSAGE_FACTS, facts);

    assertThatThrownBy(
            () ->
                Replay.replay(
                    passages,
                    List.of(RuleTexts.rule("wrong", "when: passage where speeed > 3")),
                    SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong version 1:6:")
        .hasMessageContaining("speeed");
  }

  private static List<RuleAlert> replay(DetectionSettings settings, Passage... passages)
      throws Exception {
    try (Subtasks<DetectionInput, RuleAlert> replay =
        new Subtasks<>(
            1,
            () -> new ReplayDetection(settings, List.of(TWICE), false),
            DetectionInput::key,
            StreamTypes.DETECTION_INPUT,
            StreamTypes.RULE_ALERT)) {
      for (Passage passage : passages) {
        PassageFacts facts = PassageFacts.of(passage);
        replay.process(
            new DetectionInput.OfPassage(facts.vehicle(), facts, Witness.NO_RECORD), facts.at());
      }
      return replay.drain();
    }
  }
}
