package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.console.Style;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * For people: a header, cards as events come, a progress line at the bottom (rewritten in place on
 * a terminal, printed now and then where the output is a file), a summary.
 */
final class TerminalOutput implements DemoOutput {

  private static final Duration PROGRESS_IN_FILES = Duration.ofSeconds(10);
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean isTerminal;
  private final Style style;
  private final Cards cards;
  private Duration nextInFile = PROGRESS_IN_FILES;

  TerminalOutput(PrintStream out, boolean isTerminal, Style style, Cards cards) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.style = style;
    this.cards = cards;
  }

  @Override
  public void note(String text) {
    line(style.faint(text));
  }

  @Override
  public void started(URI flinkUi, String broker, URI registry) {
    line("");
    line(style.bold("Passage") + " · cameras at the border of Estaimpuis, all jobs, one process");
    line("  Flink UI  " + style.cyan(flinkUi.toString()));
    line("  Kafka     " + style.cyan(broker));
    line("  Registry  " + style.cyan(registry.toString()));
    line("");
  }

  @Override
  public void alert(Alert alert) {
    cards.alert(alert).forEach(this::line);
    line("");
  }

  @Override
  public void toll(TollEvent event) {
    line(cards.toll(event));
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    line(cards.deadLetter(letter));
  }

  @Override
  public void progress(Progress progress) {
    if (isTerminal) {
      out.print(CLEAR_LINE + style.faint(text(progress)));
      out.flush();
    } else if (progress.elapsed().compareTo(nextInFile) >= 0) {
      nextInFile = progress.elapsed().plus(PROGRESS_IN_FILES);
      line(text(progress));
    }
  }

  @Override
  public void plates(List<ReadPlate> plates) {
    line("");
    line(style.bold("Plates read") + ", the surest first");
    for (ReadPlate plate : plates) {
      line(
          String.format(
              Locale.ROOT,
              "  %-12s %-2s  %5.1f %%  in %d %s",
              plate.text(),
              plate.country(),
              100 * plate.confidence(),
              plate.frames(),
              plate.frames() == 1 ? "frame" : "frames"));
    }
  }

  @Override
  public void summary(Summary summary) {
    line("");
    line(style.bold("Summary") + " after " + seconds(summary.elapsed().toMillis()));
    row("frames", Integer.toString(summary.frames()));
    row("observations", Integer.toString(summary.observations()));
    row("passages", summary.passages() + plates(summary));
    row("alerts", counts(summary.alerts()) + alertsHeld(summary));
    row("toll events", summary.tollEvents() + tollsHeld(summary));
    row("dead letters", counts(summary.deadLetters()));
    row(
        "duplicates",
        summary.duplicates() == 0 ? "0" : style.red(Integer.toString(summary.duplicates())));
    row(
        "frame to alert",
        summary
            .latency()
            .map(q -> "p50 " + seconds(q.p50()) + ", p99 " + seconds(q.p99()))
            .orElse("no alert"));
  }

  private String text(Progress progress) {
    return String.format(
        Locale.ROOT,
        "%d:%02d  %s  %d frames  %d passages  %d alerts  %d tolls  %d refused%s",
        progress.elapsed().toMinutes(),
        progress.elapsed().toSecondsPart(),
        progress.clock().map(cards::time).orElse("waiting"),
        progress.frames(),
        progress.passages(),
        progress.alerts(),
        progress.tollEvents(),
        progress.deadLetters(),
        progress.latency().map(q -> "  frame to alert " + seconds(q.p50())).orElse(""));
  }

  private String plates(Summary summary) {
    return summary
        .score()
        .map(
            score ->
                String.format(
                    Locale.ROOT,
                    ", %d of %d true passages with the right plate (%.1f %%)",
                    score.platesRight(),
                    score.passages(),
                    100.0 * score.platesRight() / Math.max(1, score.passages())))
        .orElse("");
  }

  private String alertsHeld(Summary summary) {
    return summary
        .score()
        .map(s -> held(s.alertsExpected(), s.alertsMissed(), s.alertsUnexpected()))
        .orElse("");
  }

  private String tollsHeld(Summary summary) {
    return summary
        .score()
        .map(s -> held(s.tollsExpected(), s.tollsMissed(), s.tollsUnexpected()))
        .orElse("");
  }

  private String held(int expected, int missed, int unexpected) {
    return style.faint(
        String.format("  (%d expected, %d missed, %d unexpected)", expected, missed, unexpected));
  }

  private void row(String name, String value) {
    line(String.format("  %-15s %s", name, value));
  }

  private void line(String text) {
    out.println(isTerminal ? CLEAR_LINE + text : text);
  }

  private static String counts(Map<String, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0
        ? "0"
        : all
            + ": "
            + counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
  }
}
