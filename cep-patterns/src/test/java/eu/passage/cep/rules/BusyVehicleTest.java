package eu.passage.cep.rules;

import static org.assertj.core.api.Assertions.assertThatCode;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.kit.RuleTrial;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A vehicle that passes all day, as often as a history can hold, makes no shipped rule ask so much
 * that it is switched off for everybody.
 */
class BusyVehicleTest {

  static final List<String> IDS = ShippedRules.ALL;

  private static final Instant MONDAY = Instant.parse("2026-03-09T00:00:00Z");
  private static final HistorySettings HISTORY = DetectionSettings.of(Estaimpuis.CAMERAS).history();

  @ParameterizedTest
  @FieldSource("IDS")
  void switchesNoRuleOff(String id) throws RuleException {
    var rule =
        new RuleLanguage(Estaimpuis.CAMERAS, DetectionSettings.of(Estaimpuis.CAMERAS).ruleLimits())
            .parse(id, ShippedRules.text(id))
            .get(0)
            .rule();

    for (VehicleType type : List.of(VehicleType.VAN, VehicleType.TRUCK, VehicleType.BUS)) {
      RuleTrial trial = new RuleTrial(rule, new CameraTable(Estaimpuis.CAMERAS));
      assertThatCode(() -> trial.pass(passages(type)).end()).doesNotThrowAnyException();
    }
  }

  /** To and fro, mostly at one camera, now and then taken for another make. */
  private static List<PassageFacts> passages(VehicleType type) {
    Random random = new Random(7);
    int many = HISTORY.maxPassages();
    List<PassageFacts> passages = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      long at = MONDAY.plus(HISTORY.retention().multipliedBy(i).dividedBy(many)).toEpochMilli();
      passages.add(
          new PassageFacts.Builder(at, "EST-" + (random.nextInt(6) == 0 ? 2 : 1))
              .plate("AB123CD", "FR")
              .type(type)
              .confidence(0.95)
              .colour(Colour.RED)
              .make(random.nextInt(12) == 0 ? "Ford" : "Renault")
              .crossing(i % 2 == 0 ? "FR" : "BE", i % 2 == 0 ? "BE" : "FR")
              .build());
    }
    return passages;
  }
}
