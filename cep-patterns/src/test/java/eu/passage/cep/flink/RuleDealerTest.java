package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.SubjectKey;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDealerTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 128, 1024})
  void everyKeyGroupGetsARuleOnce(int groups) throws Exception {
    List<DetectionInput.OfRule> dealt = DealtRules.deal(RuleTexts.STAYS, groups);

    assertThat(dealt)
        .extracting(rule -> KeyGroupRangeAssignment.assignToKeyGroup(rule.key(), groups))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, groups).boxed().toList());
    assertThat(dealt).extracting(DetectionInput.OfRule::rule).containsOnly(RuleTexts.STAYS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void everySubtaskGetsARuleWhateverTheParallelism(int parallelism) throws Exception {
    assertThat(DealtRules.keys(128))
        .extracting(
            key -> KeyGroupRangeAssignment.assignKeyToParallelOperator(key, 128, parallelism))
        .containsAll(IntStream.range(0, parallelism).boxed().toList());
  }

  @Test
  void aWatchEntryForAPlateGoesToItsVehicleOnly() throws Exception {
    WatchEntry exact = entry("W-1", "1ABC234", "2026-03-01T00:00", "2026-04-01T00:00");

    assertThat(DealtRules.deal(exact, 128))
        .containsExactly(new DetectionInput.OfWatch(SubjectKey.ofVehicle("BE", "1ABC234"), exact));
  }

  @Test
  void anyOtherGoesToEveryKeyGroupAndOnceToWhereItsLifeIsKept() throws Exception {
    WatchEntry wildcard = entry("W-1", "1A?C*", "2026-03-01T00:00", "2026-04-01T00:00");

    List<DetectionInput> dealt = DealtRules.deal(wildcard, 128);

    assertThat(dealt.get(0))
        .isEqualTo(new DetectionInput.OfWatch(SubjectKey.ofEntry("W-1"), wildcard));
    assertThat(dealt.subList(1, dealt.size()))
        .containsExactlyElementsOf(
            DealtRules.keys(128).stream()
                .map(key -> (DetectionInput) new DetectionInput.OfPattern(key, wildcard))
                .toList());
  }
}
