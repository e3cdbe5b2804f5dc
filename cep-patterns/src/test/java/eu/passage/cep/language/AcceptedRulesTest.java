package eu.passage.cep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.passage.avro.Severity;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import eu.passage.cep.model.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of well-written rules. */
class AcceptedRulesTest {

  static final Path FOLDER = Path.of("src/test/resources/rules/accepted");

  @Test
  void theExamplesOfTheArchitectureParseAsTheyStand() throws Exception {
    List<RuleDocument> rules = parse("architecture.yaml");

    assertThat(rules)
        .extracting(d -> d.rule().id(), d -> d.line(), d -> d.tests().size())
        .containsExactly(
            tuple("night-dash", 1, 2),
            tuple("recurring-crossings", 22, 0),
            tuple("truck-did-not-return", 30, 0),
            tuple("travelling-together", 40, 0));
  }

  @Test
  void aSequenceKeepsItsStepsAndBounds() throws Exception {
    Rule rule = parse("architecture.yaml").get(0).rule();

    assertThat(rule.titles())
        .isEqualTo(Map.of("en", "Into Belgium by night and gone again within 90 minutes"));
    assertThat(rule.severity()).isEqualTo(Severity.HIGH);
    assertThat(rule.purpose()).isEqualTo("judicial");
    assertThat(rule.recipients()).containsExactly("police-be", "ccpd-tournai");
    assertThat(rule.within()).isEqualTo(Duration.ofMinutes(90));
    assertThat(rule.once()).isEqualTo(Duration.ofHours(24));
    assertThat(rule.unless()).isNotNull();
    assertThat(rule.unless().habits()).isTrue();
    assertThat(rule.together()).isNull();
    assertThat(steps(rule))
        .extracting(Step::name, Step::link, Step::least, Step::most)
        .containsExactly(tuple("enter", Link.FIRST, 1, 1), tuple("leave", Link.THEN, 1, 1));
    assertThat(steps(rule).get(1).predicate().asks()).containsExactly(0);
  }

  @Test
  void aCountCountsCrossings() throws Exception {
    Rule rule = parse("architecture.yaml").get(1).rule();

    Body.Count count = (Body.Count) rule.body();
    assertThat(count.of().text()).isEqualTo("crossing");
    assertThat(count.distinct()).isNull();
    assertThat(count.atLeast()).isEqualTo(6);
    assertThat(rule.within()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aLastNotIsAnAbsence() throws Exception {
    Rule rule = parse("architecture.yaml").get(2).rule();

    assertThat(rule.absence()).isTrue();
    assertThat(rule.once()).isZero();
    assertThat(rule.purpose()).isEqualTo("operations");
  }

  @Test
  void whatAPairLeavesOutHasDefaults() throws Exception {
    Rule rule = parse("architecture.yaml").get(3).rule();

    assertThat(rule.together()).isEqualTo(new Together(2, Duration.ofSeconds(20)));
    assertThat(rule.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(rule.purpose()).isEqualTo("judicial");
    assertThat(rule.recipients()).containsExactly("police-be");
    Body.Count count = (Body.Count) rule.body();
    assertThat(count.of().text()).isEqualTo("passage");
    assertThat(count.distinct()).isEqualTo(Distinct.CAMERA);
  }

  @Test
  void stepsRepeatAndMayBeLeftOut() throws Exception {
    Rule rule = parse("steps.yaml").get(0).rule();

    assertThat(steps(rule))
        .extracting(Step::name, Step::link, Step::least, Step::most)
        .containsExactly(
            tuple("out", Link.FIRST, 1, 1),
            tuple("stop", Link.THEN, 0, 1),
            tuple("back", Link.THEN, 2, 4),
            tuple("seen", Link.NOT, 1, 1),
            tuple("again", Link.THEN, 1, 1),
            tuple("home", Link.NEXT, 0, 3),
            tuple("end", Link.NEXT, 2, 2));
  }

  @Test
  void aStepAsksEarlierOnesByTheirPlace() throws Exception {
    List<Step> steps = steps(parse("steps.yaml").get(0).rule());

    assertThat(steps.get(2).predicate().asks()).isEqualTo(Set.of(0));
    assertThat(steps.get(4).predicate().asks()).isEqualTo(Set.of(2));
  }

  @Test
  void titlesComeInThreeLanguages() throws Exception {
    assertThat(parse("steps.yaml").get(0).rule().titles())
        .containsOnlyKeys("en", "fr", "nl")
        .containsEntry("fr", "Allers et retours répétés en quelques minutes");
  }

  @Test
  void theTimeOfACountMayStandBesideIt() throws Exception {
    Rule rule = parse("count-within-beside.yaml").get(0).rule();

    assertThat(rule.within()).isEqualTo(Duration.ofDays(7));
    assertThat(rule.once()).isEqualTo(Duration.ofDays(30));
    Body.Count count = (Body.Count) rule.body();
    assertThat(count.of().text()).isEqualTo("passage where during('22:00', '05:00')");
    assertThat(count.distinct()).isEqualTo(Distinct.DAY);
    assertThat(count.of().facets().hours() & 1 << 12).isZero();
  }

  @Test
  void aFileOfWindowsWithAByteOrderMarkIsRead() throws Exception {
    RuleDocument document = parse("when-in-windows.yaml").get(0);

    assertThat(document.rule().body()).isInstanceOf(Body.When.class);
    assertThat(document.rule().within()).isEqualTo(Duration.ofMillis(1));
    assertThat(document.source()).startsWith("rule: at-night\ntitle: ").doesNotContain("\r");
    assertThat(document.tests().get(0).line()).isEqualTo(6);
  }

  @Test
  void vehiclesTogetherAreTwoOrAsManyAsTheConvoyHas() throws Exception {
    List<RuleDocument> documents = parse("convoy.yaml");

    assertThat(documents)
        .extracting(d -> d.rule().together())
        .containsExactly(
            new Together(3, Duration.ofSeconds(30)), new Together(2, Duration.ofMillis(1500)));
    assertThat(documents.get(0).tests().get(0).expect().get(0).plates())
        .containsExactly("1ABC234", "1ABC235", "AB123CD");
  }

  @Test
  void aRuleIsTheSameWhenItTravelsAlone() throws Exception {
    for (RuleDocument document : parse("architecture.yaml")) {
      RuleDocument alone = Rules.language().parse("alone", document.source()).get(0);

      assertThat(alone.rule().id()).isEqualTo(document.rule().id());
      assertThat(alone.line()).isEqualTo(1);
      assertThat(alone.source()).isEqualTo(document.source());
      assertThat(alone.tests()).hasSameSizeAs(document.tests());
    }
  }

  static List<RuleDocument> parse(String name) throws Exception {
    return Rules.language().parse(name, Rules.read(FOLDER.resolve(name)));
  }

  private static List<Step> steps(Rule rule) {
    return ((Body.Sequence) rule.body()).steps();
  }
}
