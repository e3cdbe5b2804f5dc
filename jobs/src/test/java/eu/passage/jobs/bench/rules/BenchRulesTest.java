package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.RuleSource;
import eu.passage.cep.model.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchRulesTest {

  @Test
  void everyTextIsARuleOfItsOwn() {
    List<RuleSource> all = new ArrayList<>(BenchRules.four(true));
    all.addAll(BenchRules.selective(512));
    all.addAll(BenchRules.numbers(512));
    assertThat(all)
        .allSatisfy(
            source ->
                assertThat(BenchRules.rule(source.getSource()).id()).isEqualTo(source.getRuleId()));
    assertThat(all).extracting(RuleSource::getRuleId).doesNotHaveDuplicates();
  }

  @Test
  void selectiveRulesAskDifferentThings() {
    assertThat(BenchRules.selective(512))
        .extracting(source -> BenchRules.rule(source.getSource()).body())
        .doesNotHaveDuplicates();
  }

  @Test
  void rulesThatDifferInNumbersAskTheSame() {
    assertThat(BenchRules.numbers(512).stream().filter(s -> isAbsence(s)))
        .extracting(source -> BenchRules.rule(source.getSource()).within())
        .doesNotHaveDuplicates();
  }

  private static boolean isAbsence(RuleSource source) {
    Rule rule = BenchRules.rule(source.getSource());
    return rule.absence();
  }
}
