package eu.passage.jobs.tolls.reconcile;

import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.cep.toll.reconcile.DayReport;
import eu.passage.cep.toll.reconcile.Difference;
import eu.passage.cep.toll.reconcile.DifferenceKind;
import eu.passage.cep.toll.reconcile.PointDay;
import eu.passage.cep.toll.reconcile.TariffSum;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.console.TextTable;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A day's report on a terminal: what does not agree, and in a few lines what the day comes to. */
final class DayWords {

  /** More are in the report. */
  private static final int SHOWN = 40;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  private static final Set<DifferenceKind> OF_TARIFFS =
      EnumSet.of(DifferenceKind.UNKNOWN_TARIFF, DifferenceKind.OTHER_TARIFF);

  private final DayReport report;
  private final boolean passagesAreKnown;
  private final Style style;

  /**
   * @param passagesAreKnown whether the day's truck passages were at hand
   */
  DayWords(DayReport report, boolean passagesAreKnown, Style style) {
    this.report = report;
    this.passagesAreKnown = passagesAreKnown;
    this.style = style;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(differences());
    lines.add(verdict());
    sums().forEach((what, amount) -> lines.add("  " + amount.toPlainString() + " " + what));
    notes().forEach(note -> lines.add("  " + style.yellow(note)));
    return lines;
  }

  private List<String> differences() {
    List<Difference> all = report.differences();
    List<List<String>> cells =
        all.stream()
            .limit(SHOWN)
            .map(
                one ->
                    List.of(
                        Shown.text(one.chargingPoint()),
                        one.kind().words(),
                        Shown.text(one.says())))
            .toList();
    List<String> lines = new ArrayList<>(TextTable.lines(cells, Set.of()));
    if (all.size() > SHOWN) {
      lines.add("… and %d more: --json or the report tells all".formatted(all.size() - SHOWN));
    }
    return lines;
  }

  private String verdict() {
    long events = report.points().stream().mapToLong(PointDay::events).sum();
    String what =
        "%s: %s at %s; read: %s"
            .formatted(
                DAY.format(report.day()),
                Plural.of(events, "event"),
                Plural.of(report.points().size(), "charging point"),
                report.compared().stream().map(Copy::words).collect(Collectors.joining(", ")));
    int differences = report.differences().size();
    return differences == 0
        ? style.green("✓ everything agrees") + "  " + what
        : style.red("✗ " + Plural.of(differences, "difference")) + "  " + what;
  }

  /** By currency and status. */
  private Map<String, BigDecimal> sums() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (PointDay point : report.points()) {
      for (TariffSum sum : point.sums()) {
        sums.merge(
            "%s %s".formatted(Shown.text(sum.currency()), words(sum.status())),
            sum.amount(),
            BigDecimal::add);
      }
    }
    return sums;
  }

  private static String words(TollStatus status) {
    return status == TollStatus.REVIEW ? "for review" : status.name().toLowerCase(Locale.ROOT);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (report
        .madeAt()
        .isBefore(report.day().plusDays(1).atStartOfDay(report.zone()).toInstant())) {
      notes.add("The day is not over: copies that are still being written may differ.");
    }
    if (!passagesAreKnown) {
      notes.add(
          "The day's truck passages are not at hand (the topic truck-passages is not read, or no longer"
              + " reaches back so far): whether each has its event was not looked at.");
    }
    if (report.compared().size() == 1) {
      notes.add("Only one copy was read, so copies were not compared.");
    }
    if (report.differences().stream().anyMatch(one -> OF_TARIFFS.contains(one.kind()))) {
      notes.add(
          "If other tariffs were in force on that day than those of the configuration, name their files"
              + " under tolls.tariffs: versions that ended belong there too.");
    }
    return notes;
  }
}
