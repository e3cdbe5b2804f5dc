package eu.passage.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private static final String CLEAR = "\r\u001b[2K";

  private final StringWriter written = new StringWriter();

  @Test
  void onATerminalTheLineIsWrittenOverAndWhatIsFinishedStays() {
    ProgressBar bar = new ProgressBar(new PrintWriter(written), true);
    bar.show(1, 2, "night-ride");
    bar.finished("night-ride done");
    assertThat(written)
        .hasToString(
            CLEAR
                + "█".repeat(12)
                + "░".repeat(12)
                + "  50 %  night-ride 1/2"
                + CLEAR
                + "night-ride done"
                + System.lineSeparator());
  }

  @Test
  void elsewhereOnlyWhatIsFinishedIsPrinted() {
    ProgressBar bar = new ProgressBar(new PrintWriter(written), false);
    bar.show(1, 2, "night-ride");
    bar.clear();
    bar.finished("night-ride done");
    assertThat(written).hasToString("night-ride done" + System.lineSeparator());
  }

  @Test
  void moreThanAllAndNothingToDoAreAFullBar() {
    ProgressBar bar = new ProgressBar(new PrintWriter(written), true);
    bar.show(1.2, "soaking");
    bar.show(0, 0, "empty");
    assertThat(written.toString()).containsSubsequence("100 %  soaking", "100 %  empty 0/0");
  }
}
