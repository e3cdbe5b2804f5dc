package eu.passage.jobs.backtest.report;

import eu.passage.jobs.backtest.tally.DayCounts;
import eu.passage.jobs.backtest.tally.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Alerts by day as bars; of long periods by week or by month. */
final class DayChart {

  private static final int WIDTH = 940;
  private static final int HEIGHT = 190;
  private static final int LEFT = 52;

  /** Half of the last day's name. */
  private static final int RIGHT = 20;

  private static final int TOP = 14;
  private static final int BOTTOM = 26;
  private static final int MOST_DAYS = 120;
  private static final int MOST_WEEKS = 120;
  private static final int MOST_LABELS = 12;
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** What one bar stands for; both ends inclusive. */
  private record Bar(LocalDate first, LocalDate last, long alerts) {}

  private DayChart() {}

  static String of(DayCounts days, Period period) {
    List<Bar> bars = bars(days, period);
    long most = bars.stream().mapToLong(Bar::alerts).max().orElse(0);
    long top = roundUp(most);
    double slot = (double) (WIDTH - LEFT - RIGHT) / bars.size();
    double height = HEIGHT - TOP - BOTTOM;
    Svg svg = new Svg(WIDTH, HEIGHT, "Alerts by time, %s at most".formatted(Words.number(most)));
    for (int i = 0; i <= 2; i++) {
      double y = TOP + height * (2 - i) / 2;
      svg.line(LEFT, y, WIDTH - RIGHT, y, "class=\"grid\"");
      if (i == 0 || top * i % 2 == 0) {
        svg.text(LEFT - 8, y + 4, "text-anchor=\"end\"", Words.number(top * i / 2));
      }
    }
    int labelEvery = (bars.size() + MOST_LABELS - 1) / MOST_LABELS;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double x = LEFT + i * slot;
      if (i % labelEvery == 0) {
        svg.text(x + slot / 2, HEIGHT - 8, "text-anchor=\"middle\"", SHORT.format(bar.first));
      }
      if (bar.alerts > 0) {
        double tall = Math.max(1, height * bar.alerts / top);
        svg.rect(
            x + slot * 0.1,
            TOP + height - tall,
            slot * 0.8,
            tall,
            weekend(bar) ? "class=\"bar weekend\"" : "class=\"bar\"",
            Words.period(new Period(bar.first, bar.last)) + ": " + Words.alerts(bar.alerts));
      }
    }
    return svg.done();
  }

  private static List<Bar> bars(DayCounts days, Period period) {
    List<Bar> bars = new ArrayList<>();
    LocalDate first = period.first();
    while (!first.isAfter(period.last())) {
      LocalDate next = next(first, period.days());
      LocalDate after = next.isAfter(period.last()) ? period.last().plusDays(1) : next;
      long alerts =
          days.counts().subMap(first, after).values().stream().mapToLong(Long::longValue).sum();
      bars.add(new Bar(first, after.minusDays(1), alerts));
      first = after;
    }
    return bars;
  }

  private static LocalDate next(LocalDate first, int days) {
    if (days <= MOST_DAYS) {
      return first.plusDays(1);
    }
    if (days <= 7 * MOST_WEEKS) {
      return first.plusDays(8 - first.getDayOfWeek().getValue());
    }
    return first.withDayOfMonth(1).plusMonths(1);
  }

  private static boolean weekend(Bar bar) {
    return bar.first.equals(bar.last)
        && bar.first.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  /** The next of 2, 4, 10, 20, 40, 100, … */
  private static long roundUp(long most) {
    long power = 1;
    while (true) {
      for (long step : new long[] {2, 4, 10}) {
        if (step * power >= most) {
          return step * power;
        }
      }
      power *= 10;
    }
  }
}
