package eu.passage.cep.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Together;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors complete and underline by says what the language says. */
class RuleSchemaTest {

  private static final JsonNode TREE = tree();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(TREE);

  static List<Path> accepted() throws IOException {
    try (Stream<Path> files = Files.list(AcceptedRulesTest.FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void everyAcceptedRuleKeepsToIt(Path file) throws Exception {
    assertThat(Rules.language().parse(file.toString(), Rules.read(file))).isNotEmpty();
    for (JsonNode rule : documents(Rules.read(file))) {
      assertThat(SCHEMA.validate(rule)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-key",
        "no-name",
        "no-title",
        "title-without-english",
        "name-in-capitals",
        "name-is-a-number",
        "name-too-long",
        "severity-unknown",
        "purpose-unknown",
        "notify-is-text",
        "notify-nobody",
        "no-body",
        "two-bodies",
        "sequence-without-within",
        "within-without-unit",
        "within-in-words",
        "within-beside-when",
        "sequence-is-text",
        "sequence-of-one",
        "nine-steps",
        "step-with-unknown-link",
        "step-without-name",
        "step-name-is-a-number",
        "step-is-text",
        "step-with-keys-inside",
        "optional-maybe",
        "times-in-words",
        "count-without-number",
        "count-in-words",
        "count-of-one",
        "count-too-many",
        "count-of-something-else",
        "count-distinct-unknown",
        "count-unknown-key",
        "count-is-a-number",
        "list-without-name",
        "pair-and-convoy",
        "pair-without-gap",
        "pair-at-a-road",
        "pair-of-three",
        "convoy-of-nine",
        "predicate-is-a-list",
        "test-without-expect",
        "test-given-as-list"
      })
  void whatNeedsNoKnowledgeOfPassagesIsUnderlined(String name) throws Exception {
    String text = Rules.read(Path.of("src/test/resources/rules/faulty", name + ".yaml"));

    Set<ValidationMessage> messages = new HashSet<>();
    for (JsonNode rule : documents(text)) {
      messages.addAll(SCHEMA.validate(rule));
    }
    assertThat(messages).isNotEmpty();
  }

  @Test
  void itHasTheKeysThatTheLanguageHas() {
    JsonNode rule = TREE.path("properties");

    assertThat(keys(rule)).containsExactlyElementsOf(Keys.RULE.names());
    assertThat(keys(rule.at("/title/oneOf/1/properties")))
        .containsExactlyElementsOf(Keys.TITLE.names());
    assertThat(keys(rule.at("/count/properties"))).containsExactlyElementsOf(Keys.COUNT.names());
    assertThat(keys(rule.at("/pair/properties"))).containsExactlyElementsOf(Keys.PAIR.names());
    assertThat(keys(rule.at("/convoy/properties"))).containsExactlyElementsOf(Keys.CONVOY.names());
    assertThat(keys(rule.at("/tests/items/properties")))
        .containsExactlyElementsOf(Keys.TEST.names());
    assertThat(keys(TREE.at("/definitions/step/properties")))
        .containsExactlyElementsOf(StepReader.OPTIONS);
  }

  @Test
  void itHasTheLimitsWordsAndDefaultsThatTheLanguageHas() {
    JsonNode rule = TREE.path("properties");

    assertThat(words(rule.at("/purpose/enum"))).containsExactlyElementsOf(Purposes.ALL.keySet());
    assertThat(words(rule.at("/count/properties/distinct/enum")))
        .containsExactlyElementsOf(Arrays.stream(Distinct.values()).map(Distinct::word).toList());
    assertThat(rule.at("/sequence/maxItems").asInt()).isEqualTo(RuleLimits.STEPS);
    assertThat(rule.at("/count/properties/atLeast/maximum").asInt()).isEqualTo(RuleLimits.COUNT);
    assertThat(rule.at("/tests/maxItems").asInt()).isEqualTo(RuleLimits.TESTS);
    assertThat(rule.at("/convoy/properties/vehicles/maximum").asInt())
        .isEqualTo(Together.MOST_VEHICLES);
    assertThat(rule.at("/lists/additionalProperties/maxItems").asInt())
        .isEqualTo(RuleLimits.LISTED);
    assertThat(TREE.at("/definitions/step/properties/times/oneOf/0/maximum").asInt())
        .isEqualTo(RuleLimits.TIMES);
    assertThat(rule.at("/severity/default").asText())
        .isEqualToIgnoringCase(HeadReader.SEVERITY.name());
    assertThat(rule.at("/purpose/default").asText()).isEqualTo(HeadReader.PURPOSE);
    assertThat(words(rule.at("/notify/default"))).containsExactlyElementsOf(HeadReader.RECIPIENTS);
  }

  @Test
  void everyKeyIsExplainedAndShownByAnExample() {
    List<String> bare = new ArrayList<>();
    explained("", TREE, bare);

    assertThat(bare).isEmpty();
  }

  private static void explained(String path, JsonNode node, List<String> bare) {
    node.path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              boolean good =
                  property.getValue().has("description")
                      && (property.getValue().has("examples")
                          || property.getValue().path("$ref").asText().endsWith("/predicate"));
              if (!good) {
                bare.add(path + "/" + property.getKey());
              }
            });
    node.fields().forEachRemaining(e -> explained(path + "/" + e.getKey(), e.getValue(), bare));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> words(JsonNode node) {
    List<String> words = new ArrayList<>();
    node.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static List<JsonNode> documents(String text) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    try (var documents = yaml.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      return documents.readAll();
    }
  }

  private static JsonNode tree() {
    try (InputStream in = RuleLanguage.class.getResourceAsStream("rule.schema.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
