package eu.passage.jobs.scenario;

import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Recorded traffic for measuring: a month over the border as a table, in order of time, the same
 * for the same numbers. Commuters go twice a workday, trucks to and fro, transit once in and once
 * out, some vehicles dash in and out by night, some of these with another one or twice. For the
 * scenario that people watch see {@link Scenario}.
 */
public final class BorderMonth {

  /** A Sunday, so that the first whole week begins on the second day. */
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private static final int DAYS = 31;
  private static final int HOUR = 3600;
  private static final String HEADER = "at,camera,from,to,plate,country,type,colour,confidence\n";

  /** None of them is taken for a digit or for another one, so that each plate is one vehicle. */
  private static final String LETTERS = "ACEFHJKLMNPRTUVWXY";

  private static final String[] COLOURS = {"GREY", "BLACK", "WHITE", "BLUE", "RED", "GREEN"};

  private record Row(int second, int serial, boolean in, int camera, Kind kind) {}

  private enum Kind {
    COMMUTER("CAR"),
    TRUCK("TRUCK"),
    TRANSIT("CAR"),
    DASH("CAR");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  private final List<Camera> cameras = new ArrayList<>();
  private final SplittableRandom random;
  private final int perDay;
  private int nextSerial;

  /**
   * @param passages about so many in the month
   */
  public BorderMonth(CameraCatalogue catalogue, long passages, long seed) {
    BorderCameras border = new BorderCameras(catalogue);
    for (int i = 0; i < border.size(); i++) {
      cameras.add(border.get(i));
    }
    random = new SplittableRandom(seed);
    perDay = (int) (passages / DAYS);
    nextSerial = perDay; // below are those who come back every day
  }

  /** Writes the table; the stream stays open. */
  public void write(OutputStream out) throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
    StringBuilder lines = new StringBuilder();
    for (int day = 0; day < DAYS; day++) {
      List<Row> rows = day(FIRST.plusDays(day));
      rows.sort(Comparator.comparingInt(Row::second).thenComparingInt(Row::serial));
      LocalDate date = FIRST.plusDays(day);
      // of the day's end: the clocks change while hardly anybody drives
      String offset =
          ScenarioSettings.ZONE.getRules().getOffset(date.atTime(LocalTime.MAX)).getId();
      for (Row row : rows) {
        append(lines, date.toString(), offset, row);
        if (lines.length() > 1 << 16) {
          out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
          lines.setLength(0);
        }
      }
    }
    out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private List<Row> day(LocalDate date) {
    boolean workday = date.getDayOfWeek().getValue() <= 5;
    List<Row> rows = new ArrayList<>(perDay + perDay / 8);
    int commuters = workday ? perDay * 15 / 100 : perDay * 3 / 100;
    for (int serial = 0; serial < commuters; serial++) {
      both(rows, serial, 6 * HOUR + random.nextInt(2 * HOUR), 9 * HOUR, Kind.COMMUTER);
    }
    int trucks = workday ? perDay * 10 / 100 : perDay * 4 / 100;
    for (int i = 0; i < trucks; i++) {
      both(rows, perDay / 2 + i, 5 * HOUR + random.nextInt(8 * HOUR), 5 * HOUR, Kind.TRUCK);
      if (i % 1000 == 1) {
        rows.remove(rows.size() - 1); // it stays
      }
      if (i % 500 == 0) {
        // a shuttle: six crossings in all
        both(rows, perDay / 2 + i, HOUR + random.nextInt(HOUR), HOUR, Kind.TRUCK);
        both(rows, perDay / 2 + i, 20 * HOUR + random.nextInt(HOUR), HOUR, Kind.TRUCK);
      }
    }
    int dashes = perDay / 5000 + 1;
    for (int i = 0; i < dashes; i++) {
      int second = random.nextInt(4 * HOUR);
      both(rows, nextSerial, second, HOUR / 2, Kind.DASH);
      switch (i % 20) {
        case 0 -> escort(rows);
        case 1 -> both(rows, nextSerial, second + 3 * HOUR / 4, HOUR / 2, Kind.DASH);
        default -> {
          // once, and alone
        }
      }
      nextSerial++;
    }
    while (rows.size() < perDay) {
      both(
          rows,
          nextSerial++,
          4 * HOUR + random.nextInt(13 * HOUR),
          HOUR + random.nextInt(4 * HOUR),
          Kind.TRANSIT);
    }
    return rows;
  }

  /** In, and out again about so many seconds later, the same day. */
  private void both(List<Row> rows, int serial, int second, int stay, Kind kind) {
    int camera = Math.floorMod(serial * 7, cameras.size());
    boolean belgian = country(serial).equals("BE");
    boolean firstIn = kind == Kind.COMMUTER ? !belgian : true;
    int back = Math.min(24 * HOUR - 1, second + stay + random.nextInt(Math.max(1, stay / 4)));
    int other = random.nextInt(10) < 7 ? camera : random.nextInt(cameras.size());
    rows.add(new Row(second, serial, firstIn, camera, kind));
    rows.add(new Row(back, serial, !firstIn, other, kind));
  }

  /** Another vehicle close behind the last one, both ways. */
  private void escort(List<Row> rows) {
    nextSerial++;
    for (Row row : List.copyOf(rows.subList(rows.size() - 2, rows.size()))) {
      rows.add(new Row(row.second + 5, nextSerial, row.in, row.camera, row.kind));
    }
  }

  private void append(StringBuilder lines, String date, String offset, Row row) {
    lines.append(date).append('T');
    two(lines, row.second / HOUR).append(':');
    two(lines, row.second / 60 % 60).append(':');
    two(lines, row.second % 60).append(".000").append(offset).append(',');
    lines.append(cameras.get(row.camera).id());
    lines.append(row.in ? ",FR,BE," : ",BE,FR,");
    String country = country(row.serial);
    plate(lines, country, row.serial).append(',').append(country).append(',');
    lines.append(row.kind.type).append(',').append(COLOURS[row.serial % COLOURS.length]);
    two(lines.append(",0."), 80 + random.nextInt(20)).append('\n');
  }

  private static String country(int serial) {
    return switch (serial % 10) {
      case 0, 1, 2, 3 -> "BE";
      case 4, 5, 6, 7 -> "FR";
      case 8 -> "NL";
      default -> "DE";
    };
  }

  /** Letters and digits by country; a number gives one plate, and none another one's. */
  private static StringBuilder plate(StringBuilder text, String country, int serial) {
    int rest = serial / 10;
    switch (country) {
      case "BE" -> {
        text.append(1 + serial % 10 % 4);
        letters(text, rest / 1000, 3);
        digits(text, rest % 1000, 3);
      }
      case "FR" -> {
        letters(text, rest % 324, 2).append(4 + serial % 10 % 4);
        digits(text, rest / 324 % 100, 2);
        letters(text, rest / 32_400, 2);
      }
      case "NL" -> {
        letters(text, rest % 324, 2);
        digits(text, rest / 324 % 1000, 3);
        letters(text, rest / 324_000, 1);
      }
      default -> {
        letters(text, rest % 5_832, 3);
        digits(text, rest / 5_832, 4);
      }
    }
    return text;
  }

  private static StringBuilder letters(StringBuilder text, int number, int length) {
    int rest = number;
    for (int i = 0; i < length; i++, rest /= LETTERS.length()) {
      text.append(LETTERS.charAt(rest % LETTERS.length()));
    }
    return text;
  }

  private static void digits(StringBuilder text, int number, int length) {
    int worth = (int) Math.pow(10, length - 1);
    for (int rest = number; worth > 0; rest %= worth, worth /= 10) {
      text.append((char) ('0' + rest / worth % 10));
    }
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
