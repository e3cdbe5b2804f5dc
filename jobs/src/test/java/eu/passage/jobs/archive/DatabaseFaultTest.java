package eu.passage.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "08006, AWAY",
    "57P01, AWAY",
    "57P03, AWAY",
    "53100, AWAY",
    "40P01, AWAY",
    "25006, AWAY",
    "22021, ROW",
    "23514, ROW",
    "28P01, SETUP",
    "3D000, SETUP",
    "42P01, SETUP",
    "42501, SETUP",
  })
  void theStateSaysWhatToDo(String state, DatabaseFault fault) {
    assertThat(DatabaseFault.of(new SQLException("said", state))).isEqualTo(fault);
  }

  @Test
  void whatTheDatabaseSaidToFlywayCounts() {
    SQLException said = new SQLException("starting up", "57P03");
    FlywayException told = new FlywayException("cannot connect", new RuntimeException(said));

    assertThat(DatabaseFault.of(DatabaseFault.saidTo(told))).isEqualTo(DatabaseFault.AWAY);
  }

  @Test
  void whatFlywayFindsWrongByItselfIsNotWaitedFor() {
    FlywayException found = new FlywayException("a migration was changed");

    assertThat(DatabaseFault.of(DatabaseFault.saidTo(found))).isEqualTo(DatabaseFault.SETUP);
  }
}
