package eu.passage.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.schemas.Topic;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alters each schema in every place where it can be altered, and looks what is said to it. */
class EvolutionRefusesTest {

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aFieldThatIsRemoved(Topic topic) {
    forEachField(topic, (record, at) -> record.remove(at));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aFieldThatIsRenamed(Topic topic) {
    forEachField(
        topic,
        (record, at) -> {
          ObjectNode field = (ObjectNode) record.get(at);
          field.put("name", field.get("name").asText() + "Renamed");
        });
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aFieldThatChangesItsType(Topic topic) {
    forEachField(
        topic,
        (record, at) -> {
          ObjectNode field = (ObjectNode) record.get(at);
          field.remove("default");
          field.put("type", "boolean".equals(field.path("type").asText()) ? "int" : "boolean");
        });
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aNewFieldWithoutDefault(Topic topic) {
    forEachField(topic, (record, at) -> record.addObject().put("name", "new").put("type", "int"));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void anInstantThatLosesItsUnit(Topic topic) {
    Schema released = Released.current(topic);
    SchemaTree altered = SchemaTree.of(released);
    List<ObjectNode> instants =
        altered.fields().stream()
            .filter(
                field -> field.get("type").path("logicalType").asText().equals("timestamp-millis"))
            .toList();

    assertThat(instants).isNotEmpty();
    instants.get(0).put("type", "long");
    assertThat(Evolution.objections(altered.toSchema(), List.of(released)))
        .singleElement()
        .asString()
        .contains(instants.get(0).get("name").asText(), "unit");
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aSymbolThatIsRemoved(Topic topic) {
    Schema released = Released.current(topic);
    for (int i = 0; i < SchemaTree.of(released).enums().size(); i++) {
      SchemaTree altered = SchemaTree.of(released);
      ObjectNode enumeration = altered.enums().get(i);
      ArrayNode symbols = (ArrayNode) enumeration.get("symbols");
      symbols.set(lastThatIsNoDefault(enumeration), "INSTEAD");

      assertThat(Evolution.objections(altered.toSchema(), List.of(released)))
          .as(enumeration.toString())
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void butNotANewFieldWithDefaultNorANewSymbolNorAnotherComment(Topic topic) {
    Schema released = Released.current(topic);
    SchemaTree altered = SchemaTree.of(released);
    altered
        .records()
        .forEach(
            record -> record.addObject().put("name", "new").put("type", "int").put("default", 0));
    altered.enums().forEach(enumeration -> ((ArrayNode) enumeration.get("symbols")).add("NEW"));
    altered.fields().forEach(field -> field.put("doc", "reworded"));

    assertThat(Evolution.objections(altered.toSchema(), List.of(released))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aNewSymbolOfAnEnumWithoutDefault(Topic topic) {
    SchemaTree before = SchemaTree.of(Released.current(topic));
    before.enums().forEach(enumeration -> enumeration.remove("default"));
    Schema released = before.toSchema();
    for (int i = 0; i < before.enums().size(); i++) {
      SchemaTree altered = SchemaTree.of(released);
      ((ArrayNode) altered.enums().get(i).get("symbols")).add("NEW");

      assertThat(Evolution.objections(altered.toSchema(), List.of(released))).isNotEmpty();
    }
  }

  private interface Alteration {
    void alter(ArrayNode record, int field);
  }

  private static void forEachField(Topic topic, Alteration alteration) {
    Schema released = Released.current(topic);
    List<ArrayNode> records = SchemaTree.of(released).records();
    for (int r = 0; r < records.size(); r++) {
      for (int f = 0; f < records.get(r).size(); f++) {
        SchemaTree altered = SchemaTree.of(released);
        alteration.alter(altered.records().get(r), f);
        assertThat(objections(altered, released))
            .as("%s: %s", topic, records.get(r).get(f))
            .isNotEmpty();
      }
    }
  }

  /**
   * An alteration may leave no schema at all: the field that defines a type goes, its uses stay.
   */
  private static List<String> objections(SchemaTree altered, Schema released) {
    try {
      return Evolution.objections(altered.toSchema(), List.of(released));
    } catch (AvroRuntimeException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static int lastThatIsNoDefault(ObjectNode enumeration) {
    List<String> symbols = enumeration.get("symbols").valueStream().map(JsonNode::asText).toList();
    String standard = enumeration.path("default").asText();
    return symbols.get(symbols.size() - 1).equals(standard)
        ? symbols.size() - 2
        : symbols.size() - 1;
  }
}
