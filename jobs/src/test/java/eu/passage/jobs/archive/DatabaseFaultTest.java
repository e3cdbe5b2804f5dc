package eu.passage.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
  void whatIsWrappedCounts() {
    SQLException said = new SQLException("no such role", "28000");

    assertThat(DatabaseFault.of(new SQLException("cannot migrate", new RuntimeException(said))))
        .isEqualTo(DatabaseFault.SETUP);
  }
}
