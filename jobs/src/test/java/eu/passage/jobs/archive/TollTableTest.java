package eu.passage.jobs.archive;

import static eu.passage.jobs.archive.SampleTolls.correction;
import static eu.passage.jobs.archive.SampleTolls.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.jobs.config.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real PostgreSQL. */
class TollTableTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @TempDir static Path directory;
  private static OwnPostgres postgres;
  private static TollDatabase database;

  private final TollTable table = new TollTable(DatabaseSettings.SCHEMA, BRUSSELS);

  @BeforeAll
  static void start() throws Exception {
    postgres = new OwnPostgres(directory.resolve("data"));
    database = new TollDatabase(postgres.settings());
    assertThat(database.migrate()).containsExactly("1 toll events", "2 current and daily");
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    postgres.run("TRUNCATE passage.toll_events");
  }

  @Test
  void aRowSaysAllThatItsEventSays() throws Exception {
    write(event("EST-1", 1));

    assertThat(
            postgres.rows(
                """
                SELECT event_id, sequence, at AT TIME ZONE 'UTC', local_day, late, amount, uncapped, plate_confidence,
                  front ->> 'text', evidence -> 0 ->> 'sha256', inputs -> 0 ->> 'source', corrects, weight_kg
                FROM passage.toll_events
                """))
        .containsExactly(
            "toll-EST-1-1|1|2026-11-25 23:31:00|2026-11-26|f|1.2345|9.9900|0.987|1ABC234|"
                + "a".repeat(64)
                + "|REGISTRY|null|38250");
  }

  @Test
  void anEventThatTheTableHoldsAlreadyIsKeptAndNotAddedAgain() throws Exception {
    TollEvent first = event("EST-1", 1);
    TollEvent withoutCharge = event("EST-1", 2);
    withoutCharge.setCharge(null);
    write(first, withoutCharge);

    Written again = write(first, withoutCharge, event("EST-1", 3));

    assertThat(again.kept())
        .extracting(TollEvent::getEventId)
        .containsExactly("toll-EST-1-1", "toll-EST-1-2", "toll-EST-1-3");
    assertThat(again.added()).isEqualTo(1);
    assertThat(again.refused()).isEmpty();
    assertThat(ids()).hasSize(3);
  }

  @Test
  void anEventThatSaysSomethingElseThanItsRowIsRefusedAndTheRowStays() throws Exception {
    write(event("EST-1", 1));
    TollEvent other = event("EST-1", 1);
    other.getCharge().setAmount(new BigDecimal("0.0001"));

    Written written = write(event("EST-1", 2), other);

    assertThat(written.kept()).extracting(TollEvent::getSequence).containsExactly(2L);
    assertThat(written.refused())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.event()).isEqualTo(other);
              assertThat(one.why()).contains("says something else");
            });
    assertThat(postgres.rows("SELECT amount FROM passage.toll_events WHERE sequence = 1"))
        .containsExactly("1.2345");
  }

  @Test
  void aRowThatSomebodyChangedIsFoundWhenItsEventComesAgain() throws Exception {
    write(event("EST-1", 1));
    postgres.run("UPDATE passage.toll_events SET evidence = '[]'");

    assertThat(write(event("EST-1", 1)).refused()).hasSize(1);
  }

  @Test
  void twoEventsOfOneNumberAreNotBothKept() throws Exception {
    TollEvent second = event("EST-1", 1);
    second.setEventId("toll-other");

    Written written = write(event("EST-1", 1), second);

    assertThat(written.kept()).extracting(TollEvent::getEventId).containsExactly("toll-EST-1-1");
    assertThat(written.refused())
        .singleElement()
        .satisfies(one -> assertThat(one.why()).contains("that of the event toll-EST-1-1"));
  }

  @Test
  void whatNoRowMayHoldIsRefusedAloneAndTheOthersAreWritten() throws Exception {
    TollEvent[] events = new TollEvent[20];
    for (int i = 0; i < events.length; i++) {
      events[i] = event("EST-1", i + 1);
    }
    events[3].setRoad("a byte that is no text \0");
    events[11].setSequence(0);

    Written written = write(events);

    assertThat(written.refused())
        .extracting(one -> one.event().getEventId())
        .containsExactly("toll-EST-1-4", "toll-EST-1-12");
    assertThat(written.added()).isEqualTo(18);
    assertThat(ids()).hasSize(18).doesNotContain("toll-EST-1-4", "toll-EST-1-12");
  }

  @Test
  void currentIsWhatNoOtherCorrectsAndDailyAddsItUp() throws Exception {
    TollEvent corrected = event("EST-1", 1);
    TollEvent takenBack = event("EST-1", 3);
    TollEvent withdrawal = correction(takenBack, 4, "0.0000");
    withdrawal.setStatus(TollStatus.WITHDRAWN);
    TollEvent provisional = event("EST-1", 5);
    provisional.setStatus(TollStatus.PROVISIONAL);
    TollEvent free = event("EST-1", 6);
    free.setCharge((Charge) null);
    write(corrected, correction(corrected, 2, "2.0001"), takenBack, withdrawal, provisional, free);

    assertThat(postgres.rows("SELECT sequence FROM passage.toll_current ORDER BY 1"))
        .containsExactly("2", "5", "6");
    assertThat(
            postgres.rows(
                """
                SELECT local_day, charging_point, tariff_id, currency, events, provisional, final, amount, final_amount
                FROM passage.toll_daily ORDER BY tariff_id
                """))
        .containsExactly(
            "2026-11-26|EST-1|be-2019|EUR|2|1|1|3.2346|2.0001",
            "2026-11-26|EST-1|null|null|1|0|1|0|0");
  }

  @Test
  void everyColumnOfTheTableExplainsItself() throws Exception {
    assertThat(
            postgres.rows(
                """
                SELECT attname FROM pg_attribute
                WHERE attrelid = 'passage.toll_events'::regclass AND attnum > 0
                  AND col_description(attrelid, attnum) IS NULL
                """))
        .isEmpty();
  }

  @Test
  void whoMayOnlyAddRowsCanWriteButNotChange() throws Exception {
    postgres.run("CREATE ROLE writer LOGIN");
    postgres.run("GRANT USAGE ON SCHEMA passage TO writer");
    postgres.run("GRANT SELECT, INSERT ON passage.toll_events TO writer");
    TollDatabase asWriter = new TollDatabase(postgres.settings("writer"));
    try (Connection connection = asWriter.connect()) {
      assertThat(table.write(connection, List.of(event("EST-1", 1))).added()).isEqualTo(1);
      assertThat(table.write(connection, List.of(event("EST-1", 1))).added()).isZero();
      assertThatThrownBy(
              () -> connection.createStatement().execute("DELETE FROM passage.toll_events"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aDatabaseThatStopsIsWaitedForAndNothingIsLostOrDoubled() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (TableLink link = new TableLink(database, table, () -> bringBackAt(2, tries))) {
      link.write(List.of(event("EST-1", 1)));
      postgres.stop();

      assertThat(link.write(List.of(event("EST-1", 1), event("EST-1", 2))).added()).isEqualTo(1);
    }

    assertThat(tries).hasValueGreaterThanOrEqualTo(2);
    assertThat(ids()).containsExactly("toll-EST-1-1", "toll-EST-1-2");
  }

  @Test
  void aDatabaseThatIsDownIsWaitedForWithTheMigrationToo() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    postgres.stop();

    try (TableLink link = new TableLink(database, table, () -> bringBackAt(1, tries))) {
      link.migrate();
    }

    assertThat(tries).hasValueGreaterThanOrEqualTo(1);
  }

  @Test
  void aMigrationThatSomebodyChangedIsNotWaitedFor() throws Exception {
    postgres.run("UPDATE passage.flyway_schema_history SET checksum = checksum + 1");

    try (TableLink link = new TableLink(database, table, () -> {})) {
      assertThatThrownBy(link::migrate).hasMessageContaining("checksum");
    } finally {
      postgres.run("UPDATE passage.flyway_schema_history SET checksum = checksum - 1");
    }
  }

  @Test
  void aSchemaThatIsNotThereIsNotWaitedFor() {
    TollTable nowhere = new TollTable("elsewhere", BRUSSELS);

    try (TableLink link = new TableLink(database, nowhere, () -> {})) {
      assertThatThrownBy(() -> link.write(List.of(event("EST-1", 1))))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("passage tolls migrate");
    }
  }

  private static void bringBackAt(int which, AtomicInteger tries) {
    if (tries.incrementAndGet() == which) {
      try {
        postgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Written write(TollEvent... events) throws SQLException {
    try (Connection connection = database.connect()) {
      return table.write(connection, List.of(events));
    }
  }

  private static List<String> ids() throws SQLException {
    return postgres.rows("SELECT event_id FROM passage.toll_events ORDER BY sequence");
  }
}
