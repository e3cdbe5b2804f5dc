package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.cep.Samples;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.rules.ShippedRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationsTest {

  private static final ActiveRule RULE =
      Samples.SETTINGS.ruleBook(ShippedRules.standard()).rules().get(0);

  private final Passage first = Samples.passage("2026-03-10T10:00", "1ABC234", "FR>BE", "EST-1");
  private final Passage second = Samples.passage("2026-03-10T11:00", "1ABC234", "BE>FR", "EST-2");
  private final List<PassageFacts> asked = new ArrayList<>();
  private final Quotations quotations =
      new Quotations(
          facts -> {
            asked.add(facts);
            return List.of(facts.at() == first.getAt().toEpochMilli() ? first : second);
          });

  @Test
  void whatSeveralRulesQuoteIsReadOnce() {
    assertThat(quotations.of(hit(first, second), 1)).containsExactly(first, second);
    assertThat(quotations.of(hit(second), 1)).containsExactly(second);

    assertThat(asked).hasSize(2);
  }

  @Test
  void anotherSubjectsPassagesAreReadAnew() {
    quotations.of(hit(first), 1);
    quotations.of(hit(first), 2);

    assertThat(asked).hasSize(2);
  }

  @Test
  void whatMayHaveChangedIsReadAnew() {
    quotations.of(hit(first), 1);
    quotations.forget();
    quotations.of(hit(first), 1);

    assertThat(asked).hasSize(2);
  }

  private static Hit hit(Passage... passages) {
    List<PassageFacts> facts = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    for (Passage passage : passages) {
      facts.add(PassageFacts.of(passage));
      steps.add(0);
    }
    return new Hit(RULE, facts, steps, facts.get(facts.size() - 1).at());
  }
}
