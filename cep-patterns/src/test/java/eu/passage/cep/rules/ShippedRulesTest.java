package eu.passage.cep.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import eu.passage.avro.RuleSource;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.kit.RuleTestKit;
import eu.passage.cep.kit.TestOutcome;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every rule that comes with Passage must be. */
class ShippedRulesTest {

  static final List<String> IDS = ShippedRules.ALL;

  private static final Path FOLDER = Path.of("src/main/resources/rules");
  private static final RuleLanguage LANGUAGE =
      new RuleLanguage(Estaimpuis.CAMERAS, DetectionSettings.of(Estaimpuis.CAMERAS).ruleLimits());
  private static final RuleTestKit KIT = new RuleTestKit(Estaimpuis.CAMERAS);

  /**
   * Lines of which a change cannot be noticed: no two cameras of Estaimpuis are less than two
   * kilometres apart, none so far that it takes an hour, and a vehicle is first seen only once.
   */
  private static final Map<String, List<String>> UNNOTICEABLE =
      Map.of(
          "cloned-plate", List.of("1.0 -> ", "within: 60m"),
          "first-seen-at-night", List.of("once: 24h"));

  @ParameterizedTest
  @FieldSource("IDS")
  void passesItsTests(String id) throws RuleException {
    for (TestOutcome outcome : KIT.run(rule(id))) {
      assertThat(outcome.passed())
          .as("%s:%d %s", id, outcome.test().line(), told(outcome))
          .isTrue();
    }
  }

  private static String told(TestOutcome outcome) {
    return "missing %s, unexpected %s"
        .formatted(
            outcome.missing().stream().map(e -> e.text()).toList(),
            outcome.unexpected().stream().map(e -> e.text()).toList());
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void showsWhatItFindsAndWhatItLeavesAlone(String id) throws RuleException {
    RuleDocument rule = rule(id);

    assertThat(rule.tests()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(rule.tests()).anyMatch(test -> test.expect().isEmpty());
    assertThat(rule.tests()).anyMatch(test -> !test.expect().isEmpty());
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void isExplainedAndNamedInThreeLanguages(String id) throws RuleException {
    RuleDocument rule = rule(id);

    assertThat(rule.rule().id()).isEqualTo(id);
    assertThat(rule.rule().titles()).containsOnlyKeys("en", "fr", "nl");
    assertThat(rule.rule().once()).isPositive();
    assertThat(rule.source().lines().takeWhile(line -> line.startsWith("#")).toList())
        .as("says what it is for and what it gets wrong")
        .anyMatch(line -> line.contains("gets wrong"));
    assertThat(rule.source()).contains("\nseverity: ", "\npurpose: ", "\nnotify: [");
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void keepsToTheSchemaOfEditors(String id) throws IOException {
    JsonNode rule = new ObjectMapper(new YAMLFactory()).readTree(ShippedRules.text(id));

    assertThat(schema().validate(rule)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void hasTestsThatNoticeEverySmallChange(String id) throws RuleException {
    List<String> unnoticed = new ArrayList<>();
    int tried = 0;
    for (Mutants.Mutant mutant : Mutants.of(ShippedRules.text(id))) {
      RuleDocument changed;
      try {
        changed = LANGUAGE.parse(id, mutant.text()).get(0);
      } catch (RuleException e) {
        continue; // what is refused can do no harm
      }
      tried++;
      boolean noticed =
          changed.tests().stream().anyMatch(test -> !KIT.run(changed.rule(), test).passed());
      if (!noticed
          && UNNOTICEABLE.getOrDefault(id, List.of()).stream()
              .noneMatch(mutant.change()::contains)) {
        unnoticed.add(mutant.change());
      }
    }

    assertThat(tried).isGreaterThanOrEqualTo(8);
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void areAllListed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(IDS);
    }
  }

  @Test
  void threeAreInForceByDefault() {
    assertThat(ShippedRules.standard())
        .extracting(RuleSource::getRuleId)
        .containsExactly("night-dash", "recurring-crossings", "truck-did-not-return");
  }

  @Test
  void aRuleThatIsNotShippedIsAnErrorThatNamesTheOthers() {
    assertThatThrownBy(() -> ShippedRules.text("night-dach"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("night-dash");
  }

  private static RuleDocument rule(String id) throws RuleException {
    List<RuleDocument> documents = LANGUAGE.parse(id + ".yaml", ShippedRules.text(id));
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in = RuleLanguage.class.getResourceAsStream("rule.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(new ObjectMapper().readTree(in));
    }
  }
}
