package eu.passage.jobs.archive;

import static eu.passage.jobs.archive.SampleTolls.event;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.TollArchiveSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When rows are written, against a real PostgreSQL; three make a batch, or a second does. */
class TableWriterTest {

  @TempDir static Path directory;
  private static OwnPostgres postgres;

  private OneInputStreamOperatorTestHarness<TollEvent, TollEvent> harness;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = new OwnPostgres(directory.resolve("data"));
  }

  @AfterAll
  static void stopPostgres() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new TableWriter(
                new TollArchiveSettings(
                    "Europe/Brussels",
                    Duration.ofMinutes(1),
                    3,
                    Duration.ofSeconds(1),
                    true,
                    postgres.settings(),
                    null,
                    ConfigFile.defaults().tollArchive().statistics())));
    harness.setProcessingTime(0);
    harness.open();
    postgres.run("TRUNCATE passage.toll_events");
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void beforeACheckpointAllThatCameIsWrittenAndGoesOn() throws Exception {
    give(event("EST-1", 1), event("EST-1", 2));
    assertThat(rows()).isZero();
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.prepareSnapshotPreBarrier(1);

    assertThat(rows()).isEqualTo(2);
    assertThat(harness.extractOutputValues()).containsExactly(event("EST-1", 1), event("EST-1", 2));
  }

  @Test
  void atTheEndOfTheStreamAllIsWritten() throws Exception {
    give(event("EST-1", 1));

    harness.getOperator().finish();

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aFullBatchIsWrittenAtOnce() throws Exception {
    give(event("EST-1", 1), event("EST-1", 2), event("EST-1", 3), event("EST-1", 4));

    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void aBatchThatDoesNotFillIsWrittenWhenItsFirstRowHasWaited() throws Exception {
    give(event("EST-1", 1));
    harness.setProcessingTime(999);
    assertThat(rows()).isZero();

    harness.setProcessingTime(1000);

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aBatchHasItsOwnTimeNotThatOfTheFullOneBefore() throws Exception {
    give(event("EST-1", 1), event("EST-1", 2), event("EST-1", 3));
    harness.setProcessingTime(600);
    give(event("EST-1", 4));

    harness.setProcessingTime(1599);
    assertThat(rows()).isEqualTo(3);
    harness.setProcessingTime(1600);
    assertThat(rows()).isEqualTo(4);
  }

  @Test
  void anEventThatComesTwiceWithinABatchGoesOnTwiceAndIsOneRow() throws Exception {
    give(event("EST-1", 1), event("EST-1", 1));
    harness.prepareSnapshotPreBarrier(1);

    assertThat(rows()).isEqualTo(1);
    assertThat(harness.extractOutputValues()).hasSize(2);
  }

  @Test
  void whatSaysSomethingElseUnderTheSameIdIsADeadLetterEvenWithinABatch() throws Exception {
    TollEvent other = event("EST-1", 1);
    other.setPlate("1XYZ999");
    give(event("EST-1", 1), other);
    harness.prepareSnapshotPreBarrier(1);

    assertThat(harness.extractOutputValues()).containsExactly(event("EST-1", 1));
    assertThat(Objects.requireNonNull(harness.getSideOutput(ArchiveRefusal.TAG)))
        .extracting(StreamRecord::getValue)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getReason()).isEqualTo(DeadLetterReason.OTHER);
              assertThat(letter.getOrigin()).isEqualTo("toll-EST-1-1");
              assertThat(letter.getStage()).isEqualTo(TableWriter.NAME);
            });
  }

  @Test
  void theSameRefusalHasTheSameIdAndAnotherEventsHasNot() throws Exception {
    TollEvent one = event("EST-1", 1);
    one.setPlate("1XYZ999");
    TollEvent other = event("EST-1", 1);
    other.setPlate("1XYZ998");
    give(event("EST-1", 1), one, one, other);
    harness.prepareSnapshotPreBarrier(1);

    var letters = Objects.requireNonNull(harness.getSideOutput(ArchiveRefusal.TAG));
    assertThat(letters)
        .extracting(letter -> letter.getValue().getDeadLetterId())
        .hasSize(3)
        .satisfies(
            ids -> {
              assertThat(ids.get(0)).isEqualTo(ids.get(1));
              assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
            });
  }

  private void give(TollEvent... events) throws Exception {
    for (TollEvent event : events) {
      harness.processElement(new StreamRecord<>(event));
    }
  }

  private static int rows() throws SQLException {
    return Integer.parseInt(postgres.rows("SELECT count(*) FROM passage.toll_events").get(0));
  }
}
