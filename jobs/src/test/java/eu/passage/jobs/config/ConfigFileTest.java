package eu.passage.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.notices.RecipientName;
import eu.passage.recognition.RecognitionSettings;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

  @Test
  void theDefaultsKnowThreeCamerasOfEstaimpuisThatSeeTheBorderBothWays() {
    PassageConfig config = ConfigFile.defaults();

    assertThat(config.cameras()).extracting(Camera::id).containsExactly("EST-1", "EST-2", "EST-3");
    assertThat(config.cameras())
        .allSatisfy(
            camera -> {
              assertThat(camera.approaching()).isNotNull();
              assertThat(camera.receding()).isNotNull();
              assertThat(camera.chargingPoint()).isTrue();
            });
  }

  @Test
  void theDefaultsOfRecognitionAndDetectionAreThoseOfTheirModules() {
    PassageConfig config = ConfigFile.defaults();
    CameraCatalogue cameras = config.catalogue();

    assertThat(config.recognition().settings(cameras)).isEqualTo(RecognitionSettings.of(cameras));
    assertThat(config.detection().settings(cameras))
        .usingRecursiveComparison()
        .isEqualTo(DetectionSettings.of(cameras));
  }

  @Test
  void aFileChangesTheKeysItHoldsAndNoOther() {
    PassageConfig config =
        ConfigFile.parse(
            """
            kafka:
              bootstrapServers: broker-1:9093,broker-2:9093
              properties: {security.protocol: SSL}
            flink:
              checkpointInterval: 2s
              stateBackend: rocksdb
            """);

    assertThat(config.kafka().clientProperties())
        .containsEntry("bootstrap.servers", "broker-1:9093,broker-2:9093")
        .containsEntry("security.protocol", "SSL");
    assertThat(config.kafka().groupId()).isEqualTo("passage");
    assertThat(config.flink().checkpointInterval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.flink().stateBackend()).isEqualTo(FlinkSettings.StateBackend.ROCKSDB);
    assertThat(config.cameras()).hasSize(3);
  }

  @Test
  void aListOfCamerasReplacesTheDefaultsAndACrossingMayBeLeftOut() {
    PassageConfig config =
        ConfigFile.parse(
            """
            cameras:
              - {id: N-7, country: BE, road: N7, zone: west, latitude: 50, longitude: 3.5, chargingPoint: false}
            """);

    assertThat(config.catalogue().find("N-7")).isPresent();
    assertThat(config.catalogue().find("EST-1")).isEmpty();
    assertThat(config.cameras().get(0).approaching()).isNull();
    assertThat(config.detection().roads().roads()).isEmpty();
    assertThat(config.detection().roads().lookAhead()).isEqualTo(Duration.ofMinutes(45));
  }

  @Test
  void aRoadToACameraThatIsNotThereIsRefusedWithTheOneThatWasMeant() {
    assertThatThrownBy(
            () ->
                ConfigFile.parse(
                    """
                    detection:
                      roads:
                        roads: [{from: EST-1, to: EST-4, country: BE, fastest: 3m}]
                    """))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("detection.roads: the road from EST-1 to EST-4 names EST-4")
        .hasMessageContaining("Rekkem");
  }

  @Test
  void aRoadThatTakesNoTimeIsRefused() {
    assertThatThrownBy(
            () ->
                ConfigFile.parse(
                    """
                    detection:
                      roads:
                        roads: [{from: EST-1, to: EST-2, country: BE, fastest: 0m}]
                    """))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("detection.roads.roads[0]")
        .hasMessageContaining("takes a positive time");
  }

  @Test
  void aRoadSlowerThanTheCrowIsInDoubtWhereItIsKnownWhereItsEndsLie() {
    String roads =
        """
        detection:
          roads:
            borders:
              - {id: Rekkem, road: E17 - A22, between: [BE, FR]}
              - {id: Lamain, road: E42 - A27, between: [BE, FR], latitude: 50.599, longitude: 3.268}
            roads:
              - {from: EST-3, to: Rekkem, country: BE, fastest: 30m}
              - {from: EST-3, to: Lamain, country: BE, fastest: %s}
        """;

    assertThat(ConfigFile.parse(roads.formatted("4m")).doubts())
        .singleElement()
        .asString()
        .startsWith("the road from EST-3 to Lamain in BE");
    assertThat(ConfigFile.parse(roads.formatted("3m")).doubts()).isEmpty();
    assertThat(ConfigFile.defaults().doubts()).isEmpty();
  }

  @Test
  void aPlaceWithHalfACoordinateIsRefused() {
    assertThatThrownBy(
            () ->
                ConfigFile.parse(
                    """
                    detection:
                      roads: {junctions: [{id: Templeuve, country: BE, latitude: 50.6448}]}
                    """))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "detection.roads.junctions[0]: junction Templeuve needs latitude and longitude, or"
                + " neither");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      PolFed                            | PolFed         | PolFed
      {en: police, fr: police fédérale} | police fédérale | police
      {nl: federale politie}            | federale politie | federale politie
      """)
  void aRecipientHasOneNameForAllOrOneForEachLanguage(String name, String french, String german) {
    RecipientName read =
        ConfigFile.parse(recipientNamed(name)).detection().recipients().get(0).name();

    assertThat(read.in("fr")).isEqualTo(french);
    assertThat(read.in("de")).isEqualTo(german);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      {}                  | '{}' is not allowed; write one name, or one for each language such as
      7                   | '7' is not allowed; write one name, or one for each language such as
      {fr: 7}             | name.fr: '7' is not allowed; write a name
      {fr: police, it: x} | a name is in languages of [en, fr, nl, de], not [fr, it]
      {fr: ' '}           | a recipient needs a name that is not blank
      """)
  void aNameInNoLanguageOfTheNoticesIsRefused(String name, String message) {
    assertThatThrownBy(() -> ConfigFile.parse(recipientNamed(name)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("detection.recipients[0].name")
        .hasMessageContaining(message);
  }

  private static String recipientNamed(String name) {
    return """
        detection:
          recipients:
            - {id: polfed, name: %s, country: BE, languages: [fr], police: true, retention: 1d}
        """
        .formatted(name);
  }

  @Test
  void anEmptyFileLeavesTheDefaults() {
    assertThat(ConfigFile.parse("# nothing yet\n")).isEqualTo(ConfigFile.defaults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      kafka: {bootstrapServer: 'a:1'}              | kafka.bootstrapServer is no key (did you mean 'bootstrapServers'?); allowed here: bootstrapServers, groupId, transactionalIdPrefix, transactionTimeout, properties
      kafak: {}                                    | kafak is no key (did you mean 'kafka'?); allowed here: kafka, registry, flink
      eventTime: {zzz: 1s}                         | eventTime.zzz is no key; allowed here: outOfOrderness, idleness
      eventTime: {idleness: 5 lightyears}          | eventTime.idleness: '5 lightyears' is not allowed; write a span of time such as 250ms, 30s, 15m, 12h or 2d
      eventTime: {idleness: 5}                     | eventTime.idleness: '5' is not allowed; write a span of time
      eventTime: {idleness: 0s}                    | eventTime.idleness: 'PT0S' is not allowed; write 1ms or more
      flink: {parallelism: two}                    | flink.parallelism: 'two' is not allowed; write a whole number
      flink: {parallelism: 0}                      | flink.parallelism: '0' is not allowed; write a number from 1 to 128
      flink: {parallelism: 1.5}                    | flink.parallelism: '1.5' is not allowed; write a whole number
      flink: {stateBackend: rocks}                 | flink.stateBackend: 'rocks' is not allowed; write one of hashmap, rocksdb (did you mean 'rocksdb'?)
      flink: {stateBackend: disk}                  | flink.stateBackend: 'disk' is not allowed; write one of hashmap, rocksdb
      flink: {checkpointTimeout: 1ms}              | flink.checkpointTimeout: 'PT0.001S' is not allowed; write at least the checkpointInterval
      flink: {checkpointDirectory: /var/lib}       | flink.checkpointDirectory: '/var/lib' is not allowed; write an address such as
      flink: 3                                     | flink: '3' is not allowed; write keys and values: parallelism
      registry: {url: localhost}                   | registry.url: 'localhost' is not allowed; write an address such as http
      registry: {url: 'ftp://localhost'}           | registry.url: 'ftp://localhost' is not allowed; write an http or https address
      registry: {url: null}                        | registry.url is missing
      kafka: {properties: {group.id: x}}           | kafka.properties: 'group.id' is not allowed; write client properties that Passage does not set itself
      kafka: {groupId: 7}                          | kafka.groupId: '7' is not allowed; write text
      cameras: []                                  | cameras: '[]' is not allowed; write at least one camera
      cameras: [{id: A}]                           | cameras[0].country is missing
      recognition: {batchSize: 65}                 | recognition: batchSize is 65; it must lie between 1 and 64
      recognition: {fetch: {allowed: [here]}}      | recognition.fetch: 'here' is no place to fetch pictures from
      recognition: {images: {maxPixels: -1}}       | recognition.images: image limits must be positive
      detection: {history: {retention: 1h}}        | detection: history.retention is PT1H but
      detection: {tolls: {finalAt: 2}}             | detection.tolls: expected minClassConfidence
      cameras: EST-1                               | cameras: 'EST-1' is not allowed; write a list
      hello                                        | the configuration: 'hello' is not allowed; write keys and values
      """)
  void aWrongKeyOrValueIsNamedWithWhatIsAllowed(String yaml, String message) {
    assertThatThrownBy(() -> ConfigFile.parse(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theSameCameraTwiceIsRefused() {
    String camera =
        "{id: A, country: BE, road: r, zone: z, latitude: 50, longitude: 3, chargingPoint: true}";

    assertThatThrownBy(() -> ConfigFile.parse("cameras: [%s, %s]".formatted(camera, camera)))
        .hasMessageContaining("cameras: 'A' is not allowed; write each id once");
  }

  @Test
  void theSameKeyTwiceIsRefusedWithItsLine() {
    assertThatThrownBy(() -> ConfigFile.parse("kafka: {}\nflink: {}\nkafka: {}\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("kafka");
  }

  @Test
  void errorsNameTheFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("own.yaml"), "flink: {parallelism: many}");
    Path missing = directory.resolve("missing.yaml");

    assertThatThrownBy(() -> ConfigFile.read(file)).hasMessageContaining(file + ": flink.parallel");
    assertThatThrownBy(() -> ConfigFile.read(missing)).hasMessage(missing + ": no such file");
  }
}
