package eu.passage.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.schemas.Topic;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every schema owes its consumers. */
class ContractTest {

  private static final Pattern INSTANT_NAME = Pattern.compile("at|.+At");

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyRecordEnumAndFieldIsExplained(Topic topic) {
    SchemaTree schema = schema(topic);

    assertThat(schema.namedTypes()).extracting(ContractTest::comment).doesNotContain("");
    assertThat(schema.fields())
        .allSatisfy(field -> assertThat(comment(field)).as(field.toString()).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyRecordOnATopicNamesTheTopicAndItsKey(Topic topic) {
    assertThat(topic.schema().getDoc()).contains("Topic " + topic.topicName(), "key ");
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyEnumHasADefaultSoThatANewSymbolBreaksNobody(Topic topic) {
    assertThat(schema(topic).enums())
        .allSatisfy(
            enumeration ->
                assertThat(enumeration.path("default").asText())
                    .as(enumeration.toString())
                    .isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyInstantIsInMillisecondsAndSaysThatItIsUtc(Topic topic) {
    List<ObjectNode> instants =
        schema(topic).fields().stream()
            .filter(field -> INSTANT_NAME.matcher(field.get("name").asText()).matches())
            .toList();

    assertThat(instants)
        .isNotEmpty()
        .allSatisfy(
            field -> {
              JsonNode declared = field.get("type");
              JsonNode type = declared.isArray() ? declared.get(1) : declared;
              assertThat(type.path("logicalType").asText())
                  .as(field.toString())
                  .isEqualTo("timestamp-millis");
              assertThat(comment(field)).as(field.toString()).contains("UTC");
            });
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyFieldThatMayBeAbsentDefaultsToAbsence(Topic topic) {
    assertThat(schema(topic).fields())
        .filteredOn(field -> field.get("type").isArray())
        .allSatisfy(
            field -> {
              assertThat(field.get("type").get(0).asText()).as(field.toString()).isEqualTo("null");
              assertThat(field.get("default")).as(field.toString()).isNotNull();
              assertThat(field.get("default").isNull()).as(field.toString()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyProbabilityIsAFloatFromZeroToOne(Topic topic) {
    assertThat(schema(topic).fields())
        .filteredOn(field -> field.get("name").asText().matches("confidence|.+Confidence"))
        .allSatisfy(
            field -> {
              assertThat(field.get("type").toString()).contains("float");
              assertThat(comment(field)).as(field.toString()).contains("0 to 1");
            });
  }

  private static SchemaTree schema(Topic topic) {
    return SchemaTree.of(Released.current(topic));
  }

  private static String comment(JsonNode node) {
    return node.path("doc").asText();
  }
}
