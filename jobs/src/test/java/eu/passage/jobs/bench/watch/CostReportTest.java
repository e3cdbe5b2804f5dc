package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.passage.jobs.bench.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostReportTest {

  @Test
  void aListCostsTheMedianOfItsRoundsRatiosToNone() {
    CostReport report =
        new CostReport(
            List.of("none", "plates", "patterns"),
            List.of(
                List.of(100.0, 1_000.0, 100.0),
                List.of(120.0, 1_200.0, 900.0),
                List.of(210.0, 2_100.0, 100.0)),
            10);

    assertThat(report.targets())
        .extracting(Target::figure, Target::isMet)
        .containsExactly(tuple(1.2, true), tuple(2.1, false));
    assertThat(report.lines()).anyMatch(line -> line.contains("plates") && line.contains("1.20"));
  }
}
