package eu.passage.jobs.tolls.rerate;

import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far back a re-rating goes.
 *
 * @param read days before it are not read
 * @param since passages before it are not changed
 * @param notes what people have to know of it
 */
record Reach(LocalDate read, Instant since, List<String> notes) {

  private static final LocalDate EVER = LocalDate.EPOCH;

  /**
   * Of a source.
   *
   * @param from the first local day that is to be rated again; null: all that there are
   */
  static Reach of(StoredTolls source, TariffTable tariffs, @Nullable LocalDate from, ZoneId zone) {
    Duration horizon = new Rater(tariffs).horizon();
    LocalDate wanted = from == null ? EVER : from;
    LocalDate read =
        from == null ? EVER : start(wanted, zone).minus(horizon).atZone(zone).toLocalDate();
    Optional<LocalDate> first = source.firstDay();
    List<String> notes = new ArrayList<>();
    if (first.isEmpty() || !first.get().isAfter(read) || source.beginsWithTheFirst()) {
      return new Reach(read, start(wanted, zone), notes);
    }
    LocalDate safe = dayAfter(start(first.get(), zone).plus(horizon), zone);
    LocalDate since = safe.isAfter(wanted) ? safe : wanted;
    if (from == null || since.isAfter(from)) {
      notes.add(
          ("It does not reach back far enough: it begins on %s, and what came before is gone. Passages"
                  + " before %s are not rated again%s.")
              .formatted(
                  first.get(),
                  since,
                  horizon.isZero() ? "" : ", because what they owe rests on passages before them"));
    }
    return new Reach(read, start(since, zone), notes);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The day itself where the moment is its beginning. */
  private static LocalDate dayAfter(Instant moment, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    return start(day, zone).equals(moment) ? day : day.plusDays(1);
  }
}
