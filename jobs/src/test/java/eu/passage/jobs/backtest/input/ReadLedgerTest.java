package eu.passage.jobs.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.backtest.input.ReadSummary.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadLedgerTest {

  /** Two parts of a.csv, one of b.csv. */
  private final ReadLedger ledger = new ReadLedger(List.of("a.csv", "b.csv"), List.of(0, 0, 1), 30);

  @Test
  void linesAreNumberedFromTheFilesBeginningInWhateverOrderPartsAreRead() {
    ledger.read(2, 10, part(1, Refusal.TIME, "b"));
    ledger.read(1, 10, part(4, Refusal.CAMERA, "a2"));
    assertThat(ledger.share()).isEqualTo(2 / 3.0);
    ledger.read(0, 10, part(2, Refusal.PLATE, "a1"));

    assertThat(ledger.share()).isEqualTo(1);
    assertThat(ledger.summary().refused())
        .containsExactlyInAnyOrder(
            new Refused(Refusal.TIME, 1, "b.csv:2", "b"),
            new Refused(Refusal.CAMERA, 1, "a.csv:8", "a2"),
            new Refused(Refusal.PLATE, 1, "a.csv:3", "a1"));
  }

  @Test
  void ofEachReasonTheFirstLineIsShownAndAllAreCounted() {
    ledger.read(1, 10, part(0, Refusal.TIME, "later"));
    ledger.read(0, 10, part(5, Refusal.TIME, "first"));

    assertThat(ledger.summary().refused())
        .containsExactly(new Refused(Refusal.TIME, 2, "a.csv:6", "first"));
    assertThat(ledger.summary().refusedShare()).isEqualTo(2 / 7.0);
  }

  @Test
  void theSpanIsFromTheFirstPassageToTheLast() {
    assertThat(ledger.summary().span()).isEmpty();
    ledger.read(0, 10, part(3, Refusal.TIME, ""));
    assertThat(ledger.summary().span())
        .contains(new ReadSummary.Span(Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(3_000)));
  }

  @Test
  void aLineThatCouldPlayTricksOnATerminalIsShownWithout() {
    RangeReport report = new RangeReport();
    byte[] line = ("\u001b[2J" + "x".repeat(500)).getBytes(StandardCharsets.UTF_8);
    report.refused(Refusal.TIME, line, 0, line.length);
    ledger.read(0, 10, report);

    assertThat(ledger.summary().refused().get(0).text())
        .startsWith("·[2Jxxx")
        .endsWith("…")
        .hasSizeLessThan(200);
  }

  /** So many good lines, and a bad one after them. */
  private static RangeReport part(int good, Refusal reason, String text) {
    RangeReport report = new RangeReport();
    for (int i = 1; i <= good; i++) {
      report.passage(1_000L * i);
    }
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    report.refused(reason, line, 0, line.length);
    return report;
  }
}
