package eu.passage.cep.kit;

import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleTest;
import eu.passage.cep.language.RuleTest.Expected;
import eu.passage.cep.model.Rule;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the tests that rules carry. From JUnit:
 *
 * <pre>{@code
 * for (RuleDocument document : language.parse("night-dash.yaml", text)) {
 *   assertThat(new RuleTestKit(cameras).run(document)).allMatch(TestOutcome::passed);
 * }
 * }</pre>
 */
public final class RuleTestKit {

  private final CameraTable cameras;

  public RuleTestKit(CameraCatalogue cameras) {
    this.cameras = new CameraTable(cameras);
  }

  /** Every test of a rule, in their order. */
  public List<TestOutcome> run(RuleDocument document) {
    return document.tests().stream().map(test -> run(document.rule(), test)).toList();
  }

  /** One test of a rule, whoever wrote either: rules in Java have no tests of their own. */
  public TestOutcome run(Rule rule, RuleTest test) {
    List<Expected> missing = new ArrayList<>(test.expect());
    List<Expected> unexpected = new ArrayList<>();
    for (Hit hit : new RuleTrial(rule, cameras).pass(test.given()).end().told()) {
      Expected raised = new Expected(Instant.ofEpochMilli(hit.at()), plates(hit), test.line());
      boolean wanted =
          missing.stream()
              .filter(e -> e.at().equals(raised.at()) && e.plates().equals(raised.plates()))
              .findFirst()
              .map(missing::remove)
              .orElse(false);
      if (!wanted) {
        unexpected.add(raised);
      }
    }
    return new TestOutcome(test, missing, unexpected);
  }

  /** The plates of the subject: of one vehicle as it was read last. */
  private static List<String> plates(Hit hit) {
    if (hit.rule().rule().together() == null) {
      return List.of(PlateCode.text(hit.closing().plate()));
    }
    return hit.passages().stream()
        .map(PassageFacts::plate)
        .map(PlateCode::text)
        .distinct()
        .sorted()
        .toList();
  }
}
