package eu.passage.jobs.tolls.books;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.binaryColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.lt;
import static org.apache.parquet.filter2.predicate.FilterApi.ltEq;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.archive.ArchivedDays;
import eu.passage.jobs.kafka.NoAnswerException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.LongColumn;
import org.apache.parquet.io.api.Binary;

/**
 * The finished Parquet files. For days only their directories are read. For numbers the others are
 * looked into as well, the nearest day first, and only until each number was found once.
 */
public record FilesBook(URI directory) implements TollBook {

  private static final LongColumn AT = longColumn("at");
  private static final LongColumn SEQUENCE = longColumn("sequence");

  @Override
  public Copy copy() {
    return Copy.FILES;
  }

  @Override
  public String place() {
    return "files below " + directory;
  }

  @Override
  public void read(Wanted wanted, Consumer<TollEvent> reader) {
    try {
      ArchivedDays archive = ArchivedDays.in(directory);
      Missing missing = new Missing(wanted);
      if (wanted.days().isPresent()) {
        byDay(archive, wanted.days().get(), missing.and(reader));
      }
      byNumber(archive, wanted, missing, reader);
    } catch (IOException e) {
      throw new NoAnswerException(
          "The %s cannot be read (%s). Does tollArchive.files name them, and may this user read them?"
              .formatted(place(), e.getMessage()),
          e);
    }
  }

  /** A directory's name goes by the archive's zone, which may have been another then. */
  private static void byDay(ArchivedDays archive, Days days, Consumer<TollEvent> reader)
      throws IOException {
    FilterPredicate within =
        and(gtEq(AT, days.start().toEpochMilli()), lt(AT, days.end().toEpochMilli()));
    for (LocalDate day : archive.days()) {
      if (!day.isBefore(days.first().minusDays(1)) && !day.isAfter(days.last().plusDays(1))) {
        for (Path file : archive.files(day)) {
          ArchivedDays.read(file, within, reader);
        }
      }
    }
  }

  private static void byNumber(
      ArchivedDays archive, Wanted wanted, Missing missing, Consumer<TollEvent> reader)
      throws IOException {
    for (LocalDate day : nearestFirst(archive.days(), wanted)) {
      for (Path file : archive.files(day)) {
        if (missing.isEmpty()) {
          return;
        }
        ArchivedDays.read(
            file,
            around(wanted.numbers()),
            event -> {
              if (wanted.hasNumber(event) && !wanted.isOfDays(event)) {
                missing.and(reader).accept(event);
              }
            });
      }
    }
  }

  private static List<LocalDate> nearestFirst(List<LocalDate> days, Wanted wanted) {
    LocalDate middle =
        wanted
            .days()
            .map(Days::first)
            .orElseGet(() -> days.isEmpty() ? LocalDate.EPOCH : days.get(days.size() - 1));
    return days.stream()
        .sorted(Comparator.comparing(day -> Math.abs(day.toEpochDay() - middle.toEpochDay())))
        .toList();
  }

  /** One condition for each point: from the first number wanted there to the last. */
  private static FilterPredicate around(Collection<Numbers> numbers) {
    TreeMap<String, Numbers> hulls = new TreeMap<>();
    for (Numbers one : numbers) {
      hulls.merge(
          one.chargingPoint(),
          one,
          (a, b) ->
              new Numbers(
                  a.originator(),
                  a.chargingPoint(),
                  Math.min(a.first(), b.first()),
                  Math.max(a.last(), b.last())));
    }
    return hulls.values().stream()
        .map(
            hull ->
                and(
                    eq(binaryColumn("chargingPoint"), Binary.fromString(hull.chargingPoint())),
                    and(gtEq(SEQUENCE, hull.first()), ltEq(SEQUENCE, hull.last()))))
        .reduce(FilterApi::or)
        .orElseThrow();
  }

  /** The numbers that no event had yet. */
  private static final class Missing {

    private final Wanted wanted;
    private final Set<Numbers> found = new HashSet<>();
    private long left;

    Missing(Wanted wanted) {
      this.wanted = wanted;
      for (Numbers one : wanted.numbers()) {
        left = sum(left, sum(one.last() - one.first(), 1));
      }
    }

    /** A number that was changed may be beyond all counting. */
    private static long sum(long one, long other) {
      long sum = one + other;
      return one < 0 || sum < 0 ? Long.MAX_VALUE : sum;
    }

    boolean isEmpty() {
      return left == 0;
    }

    Consumer<TollEvent> and(Consumer<TollEvent> reader) {
      return event -> {
        if (wanted.hasNumber(event) && found.add(number(event))) {
          left--;
        }
        reader.accept(event);
      };
    }

    private static Numbers number(TollEvent event) {
      return new Numbers(
          event.getOriginator(),
          event.getChargingPoint(),
          event.getSequence(),
          event.getSequence());
    }
  }
}
