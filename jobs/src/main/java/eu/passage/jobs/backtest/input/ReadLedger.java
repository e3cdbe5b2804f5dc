package eu.passage.jobs.backtest.input;

import eu.passage.jobs.backtest.input.ReadSummary.Refused;
import eu.passage.jobs.backtest.input.ReadSummary.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all readers tell of what they read. Parts may be told in any order and from several threads:
 * lines are numbered once all are there.
 */
public final class ReadLedger {

  private record Place(int part, long line, String text) {}

  private final List<String> names;
  private final List<Integer> fileOfPart;
  private final Map<Integer, Long> linesOfPart = new TreeMap<>();
  private final Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);
  private final Map<Refusal, Place> firsts = new EnumMap<>(Refusal.class);
  private final long size;
  private long done;
  private long passages;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param names of the inputs, for people
   * @param fileOfPart for each part the place of its input among the names
   * @param size of all parts, in any unit that {@link #read} uses too
   */
  ReadLedger(List<String> names, List<Integer> fileOfPart, long size) {
    this.names = List.copyOf(names);
    this.fileOfPart = List.copyOf(fileOfPart);
    this.size = size;
  }

  /** A part, or some of it, was read. */
  synchronized void read(int part, long length, RangeReport report) {
    report
        .refused()
        .forEach(
            (reason, refused) -> {
              counts.merge(reason, refused.count(), Long::sum);
              Place place = new Place(part, before(part, refused.line()), refused.text());
              firsts.merge(reason, place, ReadLedger::earlier);
            });
    linesOfPart.merge(part, report.lines(), Long::sum);
    done += length;
    passages += report.passages();
    first = Math.min(first, report.first());
    last = Math.max(last, report.last());
  }

  /** How much has been read, 0 to 1. */
  public synchronized double share() {
    return size == 0 ? 1 : (double) done / size;
  }

  /** How many passages have been read. */
  public synchronized long passages() {
    return passages;
  }

  /** What was read; to be asked when all was. */
  public synchronized ReadSummary summary() {
    List<Refused> refused = new ArrayList<>();
    firsts.forEach(
        (reason, place) ->
            refused.add(
                new Refused(reason, counts.getOrDefault(reason, 0L), told(place), place.text)));
    refused.sort(Comparator.comparingLong(Refused::count).reversed());
    Optional<Span> span =
        passages == 0
            ? Optional.empty()
            : Optional.of(new Span(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last)));
    return new ReadSummary(passages, span, refused);
  }

  /** A line's number within its part, of which some may have been told before. */
  private long before(int part, long line) {
    return linesOfPart.getOrDefault(part, 0L) + line;
  }

  private String told(Place place) {
    int file = fileOfPart.get(place.part);
    long line = place.line;
    for (int part = place.part - 1; part >= 0 && fileOfPart.get(part) == file; part--) {
      line += linesOfPart.getOrDefault(part, 0L);
    }
    return names.get(file) + ":" + line;
  }

  private static Place earlier(Place a, Place b) {
    return Comparator.comparingInt(Place::part).thenComparingLong(Place::line).compare(a, b) <= 0
        ? a
        : b;
  }
}
