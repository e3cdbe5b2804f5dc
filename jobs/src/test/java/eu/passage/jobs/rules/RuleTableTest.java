package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.rules.RuleRow.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RuleTableTest {

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Test
  void columnsAreAsWideAsTheirContentAndAMessageStandsBelowItsRule() {
    Instant since = Instant.parse("2026-03-11T02:10:40Z");
    List<RuleRow> rows =
        List.of(
            new RuleRow("night-dash", 1, State.ACTIVE, "shipped", since, 12, 0, "", 2, 2),
            new RuleRow("scout", 13, State.FAILED, "eve", since, 1234, 5, "too\nmany", 2, 2),
            new RuleRow("x", 2, State.WAITING, "eve", Instant.EPOCH, 0, 0, "", 1, 2));

    assertThat(RuleTable.of(rows, SINCE))
        .isEqualTo(
            """
            RULE        VERSION  STATE             AUTHOR   SINCE             MATCHES  SUPPRESSED
            night-dash        1  ACTIVE            shipped  2026-03-11 02:10       12           0
            scout            13  FAILED            eve      2026-03-11 02:10     1234           5
              too
              many
            x                 2  WAITING (1 of 2)  eve                              0           0
            """);
  }

  @Test
  void whatCameOverTheTopicCannotCommandATerminal() {
    RuleRow row =
        new RuleRow(
            "x", 1, State.FAILED, "\u001b[2Jeve", Instant.EPOCH, 0, 0, "a\u202Eb\u0007", 1, 1);

    assertThat(RuleTable.of(List.of(row), SINCE)).contains("\uFFFD[2Jeve ", "  a\uFFFDb\uFFFD\n");
  }

  @Test
  void noRulesAreNoTable() {
    assertThat(RuleTable.of(List.of(), SINCE)).isEmpty();
  }
}
