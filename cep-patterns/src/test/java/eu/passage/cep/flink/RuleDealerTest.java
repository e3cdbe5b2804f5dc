package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
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
}
