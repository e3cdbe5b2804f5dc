package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.tariff.Axis;
import eu.passage.cep.toll.tariff.TimeAxis;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the week: {@code "Mon-Fri 22:00-06:00, Sat-Sun 00:00-24:00"}. What goes over midnight
 * belongs to the day it begins on; {@code otherwise} is all that is left.
 */
final class HoursReader {

  private static final String OTHERWISE = "otherwise";
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Pattern HOURS =
      Pattern.compile(
          "(?:([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? )?(\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})");
  private static final String ADVICE =
      "Write days and hours, such as \"Mon-Fri 22:00-06:00\"; without days it is every day.";
  private static final int DAY = 24 * 60;
  private static final int MOST = 100;

  private HoursReader() {}

  static Optional<Axis> read(List<DataText> texts) {
    BitSet all = new BitSet(TimeAxis.MINUTES);
    List<BitSet> minutes = new ArrayList<>();
    int rest = -1;
    for (DataText text : texts) {
      BitSet band = new BitSet(TimeAxis.MINUTES);
      if (text.value().equals(OTHERWISE)) {
        if (rest >= 0) {
          text.fault("'otherwise' stands here twice.", "Keep it once.");
          return Optional.empty();
        }
        rest = minutes.size();
      } else if (!fill(band, text) || !isFree(band, all, text)) {
        return Optional.empty();
      }
      all.or(band);
      minutes.add(band);
    }
    int free = all.nextClearBit(0);
    boolean whole = free >= TimeAxis.MINUTES;
    DataText last = texts.get(texts.size() - 1);
    if (rest >= 0) {
      all.flip(0, TimeAxis.MINUTES);
      minutes.get(rest).or(all);
    }
    if (texts.size() > MOST || whole == (rest >= 0)) {
      last.fault(
          texts.size() > MOST
              ? "These are too many bands."
              : whole
                  ? "All hours of the week stand in the other bands, so 'otherwise' is never."
                  : "%s has no price.".formatted(text(free)),
          whole ? "Leave it out." : "Add the hours that are missing, or the band otherwise.");
      return Optional.empty();
    }
    return Optional.of(new TimeAxis(texts.stream().map(DataText::value).toList(), minutes));
  }

  private static boolean isFree(BitSet band, BitSet all, DataText text) {
    BitSet shared = (BitSet) band.clone();
    shared.and(all);
    if (shared.isEmpty()) {
      return true;
    }
    text.fault(
        "'%s' overlaps a band before it: %s is in both."
            .formatted(text.shown(), text(shared.nextSetBit(0))),
        "A band ends with the minute before its second time; let the next begin there.");
    return false;
  }

  private static boolean fill(BitSet band, DataText text) {
    for (String part : text.value().split(",", -1)) {
      Matcher hours = HOURS.matcher(part.strip());
      if (!hours.matches()) {
        text.fault("'%s' are no hours.".formatted(part.strip()), ADVICE);
        return false;
      }
      int first = hours.group(1) == null ? 0 : DAYS.indexOf(hours.group(1));
      int last =
          hours.group(1) == null
              ? DAYS.size() - 1
              : hours.group(2) == null ? first : DAYS.indexOf(hours.group(2));
      int from = minute(hours.group(3), hours.group(4));
      int to = minute(hours.group(5), hours.group(6));
      if (first < 0 || last < 0) {
        text.fault(
            "'%s' names a day that is none.".formatted(part.strip()),
            "Days are " + String.join(", ", DAYS) + ".");
        return false;
      }
      if (from < 0 || to < 0 || from == DAY || from == to) {
        text.fault(
            "'%s' are no hours.".formatted(part.strip()),
            "Times are from 00:00 to 24:00; a whole day is 00:00-24:00.");
        return false;
      }
      int days = Math.floorMod(last - first, DAYS.size()) + 1;
      for (int i = 0; i < days; i++) {
        set(band, (first + i) * DAY + from, to > from ? to - from : DAY - from + to);
      }
    }
    return true;
  }

  private static void set(BitSet band, int start, int length) {
    for (int minute = start; minute < start + length; minute++) {
      band.set(minute % TimeAxis.MINUTES);
    }
  }

  /** -1 where it is no time of day. */
  private static int minute(String hours, String minutes) {
    int all = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    return Integer.parseInt(minutes) < 60 && all <= DAY ? all : -1;
  }

  private static String text(int minute) {
    return String.format(
        Locale.ROOT, "%s %02d:%02d", DAYS.get(minute / DAY), minute % DAY / 60, minute % 60);
  }
}
