package eu.passage.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.notices.Recipient;
import eu.passage.cep.roads.BorderPoint;
import eu.passage.cep.roads.Junction;
import eu.passage.cep.roads.Road;
import eu.passage.cep.roads.RoadSettings;
import eu.passage.cep.toll.LookUpTimes;
import eu.passage.cep.toll.TollTimes;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.bans.ControlSettings;
import eu.passage.cep.watch.WatchSettings;
import eu.passage.recognition.Thresholds;
import eu.passage.recognition.gate.GateSettings;
import eu.passage.recognition.image.FetchSettings;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.model.Compute;
import eu.passage.schemas.cameras.Camera;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that serves editors says the same as the code. */
class ConfigSchemaTest {

  private static final JsonNode SCHEMA = read("passage.schema.json", new ObjectMapper());
  private static final JsonSchema CHECKED =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  @Test
  void theDefaultsAreValid() {
    assertThat(CHECKED.validate(read("passage.yaml", new YAMLMapper()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafak: {}",
        "flink: {parallelism: 0}",
        "flink: {stateBackend: rocks}",
        "eventTime: {idleness: 5}",
        "registry: {url: localhost}",
        "tollArchive: {database: {url: 'jdbc:postgresql://db/p', user: u, password: secret}}",
        "cameras: [{id: A}]",
        "detection: {roads: {junctions: [{id: T, country: BE, latitude: 50.6}]}}",
        "detection: {recipients: [{id: a-1, name: {it: polizia}, country: BE, languages: [fr],"
            + " police: true, retention: 1d}]}",
        "detection: {recipients: [{id: a-1, name: {}, country: BE, languages: [fr], police: true,"
            + " retention: 1d}]}",
      })
  void whatTheReaderRefusesTheSchemaRefuses(String yaml) throws IOException {
    assertThat(CHECKED.validate(new YAMLMapper().readTree(yaml))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local police", "{fr: police locale}"})
  void aRecipientHasOneNameOrOneForEachLanguage(String name) throws IOException {
    String yaml =
        "detection: {recipients: [{id: a-1, name: %s, country: BE, languages: [fr], police: true,"
            + " retention: 1d}]}";

    assertThat(CHECKED.validate(new YAMLMapper().readTree(yaml.formatted(name)))).isEmpty();
  }

  static List<Arguments> sections() {
    return List.of(
        Arguments.of(PassageConfig.class, ""),
        Arguments.of(KafkaSettings.class, "/properties/kafka"),
        Arguments.of(RegistrySettings.class, "/properties/registry"),
        Arguments.of(FlinkSettings.class, "/properties/flink"),
        Arguments.of(EventTimeSettings.class, "/properties/eventTime"),
        Arguments.of(RecognitionSection.class, "/properties/recognition"),
        Arguments.of(Compute.class, "/properties/recognition/properties/compute"),
        Arguments.of(GateSettings.class, "/properties/recognition/properties/gate"),
        Arguments.of(ImageLimits.class, "/properties/recognition/properties/images"),
        Arguments.of(FetchSettings.class, "/properties/recognition/properties/fetch"),
        Arguments.of(Thresholds.class, "/properties/recognition/properties/thresholds"),
        Arguments.of(DetectionSection.class, "/properties/detection"),
        Arguments.of(FusionSettings.class, "/properties/detection/properties/fusion"),
        Arguments.of(HistorySettings.class, "/properties/detection/properties/history"),
        Arguments.of(WatchSettings.class, "/properties/detection/properties/watch"),
        Arguments.of(Recipient.class, "/properties/detection/properties/recipients/items"),
        Arguments.of(RoadSettings.class, "/properties/detection/properties/roads"),
        Arguments.of(Junction.class, "/$defs/junction"),
        Arguments.of(BorderPoint.class, "/$defs/borderPoint"),
        Arguments.of(Road.class, "/$defs/road"),
        Arguments.of(TruckSettings.class, "/properties/detection/properties/trucks"),
        Arguments.of(TollSection.class, "/properties/tolls"),
        Arguments.of(TollTimes.class, "/properties/tolls/properties/times"),
        Arguments.of(LookUpTimes.class, "/properties/tolls/properties/lookUps"),
        Arguments.of(ControlSettings.class, "/properties/tolls/properties/control"),
        Arguments.of(VehicleRegistrySection.class, "/properties/tolls/properties/vehicleRegistry"),
        Arguments.of(TollArchiveSettings.class, "/properties/tollArchive"),
        Arguments.of(DatabaseSettings.class, "/properties/tollArchive/properties/database"),
        Arguments.of(Camera.class, "/$defs/camera"),
        Arguments.of(Camera.Crossing.class, "/$defs/crossing"));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void everySectionHasTheKeysOfItsRecord(Class<? extends Record> section, String pointer) {
    List<String> components =
        Arrays.stream(section.getRecordComponents()).map(component -> component.getName()).toList();

    assertThat(SCHEMA.at(pointer + "/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(components);
    assertThat(SCHEMA.at(pointer + "/additionalProperties").isBoolean()).isTrue();
  }

  private static JsonNode read(String resource, ObjectMapper mapper) {
    try {
      return mapper.readTree(
          Objects.requireNonNull(ConfigSchemaTest.class.getResourceAsStream(resource)));
    } catch (IOException e) {
      throw new AssertionError(resource, e);
    }
  }
}
