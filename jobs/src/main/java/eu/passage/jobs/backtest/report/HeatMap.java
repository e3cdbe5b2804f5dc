package eu.passage.jobs.backtest.report;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Alerts by local weekday and hour as a map of 7 by 24. */
final class HeatMap {

  private static final int LEFT = 44;
  private static final int TOP = 20;
  private static final int CELL = 37;
  private static final int ROW = 24;
  private static final int GAP = 2;
  private static final int LONGEST_NUMBER = 9_999;

  private HeatMap() {}

  static String of(long[][] hours) {
    long most = Arrays.stream(hours).flatMapToLong(Arrays::stream).max().orElse(0);
    Svg svg =
        new Svg(
            LEFT + 24 * CELL,
            TOP + 7 * ROW,
            "Alerts by weekday and hour, %s at most".formatted(Words.number(most)));
    for (int hour = 0; hour < 24; hour++) {
      svg.text(
          LEFT + hour * CELL + CELL / 2.0,
          TOP - 7,
          "text-anchor=\"middle\"",
          String.format(Locale.ROOT, "%02d", hour));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      double y = TOP + day.ordinal() * ROW;
      String name = name(day);
      svg.text(LEFT - 8, y + 16, "text-anchor=\"end\"", name);
      for (int hour = 0; hour < 24; hour++) {
        cell(svg, name, hour, y, hours[day.ordinal()][hour], most);
      }
    }
    return svg.done();
  }

  /** The names of the columns of {@link #rows}. */
  static List<String> header() {
    return Stream.concat(Stream.of("hour"), Arrays.stream(DayOfWeek.values()).map(HeatMap::name))
        .toList();
  }

  /** For the table beside the map: a row for each hour, a column for each weekday. */
  static List<List<String>> rows(long[][] hours) {
    return IntStream.range(0, 24)
        .mapToObj(
            hour ->
                Stream.concat(
                        Stream.of(String.format(Locale.ROOT, "%02d:00", hour)),
                        Arrays.stream(hours).map(day -> Words.number(day[hour])))
                    .toList())
        .toList();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static void cell(Svg svg, String day, int hour, double y, long alerts, long most) {
    double x = LEFT + hour * CELL;
    String title =
        String.format(
            Locale.ROOT, "%s %02d:00 to %02d:00: %s", day, hour, hour + 1, Words.alerts(alerts));
    if (alerts == 0) {
      svg.rect(x, y, CELL - GAP, ROW - GAP, "class=\"none\"", title);
      return;
    }
    double share = 0.15 + 0.85 * alerts / most;
    svg.rect(
        x,
        y,
        CELL - GAP,
        ROW - GAP,
        String.format(Locale.ROOT, "class=\"heat\" fill-opacity=\"%.2f\"", share),
        title);
    if (alerts <= LONGEST_NUMBER) {
      svg.text(
          x + (CELL - GAP) / 2.0,
          y + 15,
          "text-anchor=\"middle\" class=\"%s\"".formatted(share > 0.55 ? "on" : "in"),
          Long.toString(alerts));
    }
  }
}
