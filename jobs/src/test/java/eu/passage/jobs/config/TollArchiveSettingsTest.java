package eu.passage.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TollArchiveSettingsTest {

  @Test
  void nothingIsArchivedUnlessSomebodySaysWhereTo() {
    TollArchiveSettings shipped = ConfigFile.defaults().tollArchive();

    assertThat(shipped.database()).isNull();
    assertThat(shipped.files()).isNull();
    assertThat(shipped.migrateAtStart()).isFalse();
  }

  @Test
  void whatStatisticsTellIsSharedByFiveUnlessSomebodySaysOtherwise() {
    assertThat(ConfigFile.defaults().tollArchive().statistics())
        .isEqualTo(new StatisticsSettings(Duration.ofHours(1), Duration.ofMinutes(1), 5));
    assertThat(parse("statistics: {leastVehicles: 11}").statistics())
        .isEqualTo(new StatisticsSettings(Duration.ofHours(1), Duration.ofMinutes(1), 11));
  }

  @Test
  void aDatabaseNeedsNoMoreThanItsAddressAndItsUser() {
    TollArchiveSettings archive =
        parse("database: {url: \"jdbc:postgresql://db:5432/passage\", user: toll_archive}");

    DatabaseSettings database = Objects.requireNonNull(archive.database());
    assertThat(database.user()).isEqualTo("toll_archive");
    assertThat(database.readPassword()).isEmpty();
    assertThat(archive.batchSize()).isEqualTo(1000);
  }

  @Test
  void thePasswordIsReadWhereTheConfigurationSays(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("secret"), "open sesame\n");

    assertThat(database("file:" + file).readPassword()).contains("open sesame");
    String name = System.getenv().keySet().iterator().next();
    assertThat(database("env:" + name).readPassword()).contains(System.getenv(name));
  }

  @Test
  void whatAPersonTypesHasTheUserAndNothingOfJdbc() {
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:postgresql://db:5433/passage?ssl=true", "authority", null);

    assertThat(settings.psql()).isEqualTo("psql postgresql://authority@db:5433/passage");
  }

  @Test
  void aPasswordThatIsNotThereIsMissedByName() {
    assertThatThrownBy(() -> database("env:PASSAGE_NO_SUCH_VARIABLE").readPassword())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("PASSAGE_NO_SUCH_VARIABLE");
    assertThatThrownBy(() -> database("file:/no/such/file").readPassword())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("/no/such/file cannot be read");
  }

  @Test
  void aSecretThatWasWrittenIntoTheFileIsRefusedAndNotRepeated() {
    assertThatThrownBy(
            () ->
                parse(
                    "database: {url: \"jdbc:postgresql://db/passage\", user: u, password: hunter2}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("tollArchive.database.password")
        .hasMessageContaining("env:NAME or file:PATH")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(
            () ->
                parse(
                    "database: {url: \"jdbc:postgresql://db/passage?password=hunter2\", user: u}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("tollArchive.database.url")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone: Europe/Brussel | tollArchive.zone | Europe/Brussels",
        "batchSize: 0 | tollArchive.batchSize | 1 to 20000",
        "batchInterval: 0s | tollArchive.batchInterval | 1ms or more",
        "checkpointInterval: 1ms | tollArchive.checkpointInterval | 10ms or more",
        "'database: {url: \"jdbc:mysql://db/x\", user: u}' | tollArchive.database.url | jdbc:postgresql://",
        "'database: {user: u}' | tollArchive.database.url | is missing",
        "'statistics: {silentAfter: 0s}' | tollArchive.statistics.silentAfter | 1m or more",
        "'statistics: {timeStep: 7m}' | tollArchive.statistics.timeStep | 1m, 5m, 15m or 1h",
        "'statistics: {leastVehicles: 2}' | tollArchive.statistics.leastVehicles | 3 or more",
        "'databse: {}' | tollArchive.databse | database",
      })
  void whatIsWrongIsNamedWithWhatWouldBeRight(String yaml, String key, String right) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(right);
  }

  private static TollArchiveSettings parse(String yaml) {
    return ConfigFile.parse("tollArchive:\n  " + yaml).tollArchive();
  }

  private static DatabaseSettings database(String password) {
    return new DatabaseSettings("jdbc:postgresql://localhost/passage", "u", password);
  }
}
