package eu.passage.cep.followup;

import eu.passage.avro.ExpectedArrival;
import eu.passage.avro.FollowUpFile;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.SilencedRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one vehicle: its open alerts, misreads not to be told again, where it is
 * expected.
 */
public final class VehicleFile {

  /** A vehicle with more open alerts than this is in a file that nobody works on. */
  private static final int MOST_OPEN = 200;

  private static final int MOST_SILENCED = 50;

  private final List<OpenAlert> open;
  private final List<SilencedRead> silenced;
  private final List<ExpectedArrival> expected;

  private VehicleFile(
      List<OpenAlert> open, List<SilencedRead> silenced, List<ExpectedArrival> expected) {
    this.open = new ArrayList<>(open);
    this.silenced = new ArrayList<>(silenced);
    this.expected = new ArrayList<>(expected);
  }

  /** From state; null where nothing is kept. */
  public static VehicleFile of(@Nullable FollowUpFile kept) {
    return kept == null
        ? new VehicleFile(List.of(), List.of(), List.of())
        : new VehicleFile(kept.getOpen(), kept.getSilenced(), kept.getExpected());
  }

  /** For state; empty where nothing is worth keeping. */
  public Optional<FollowUpFile> toKeep() {
    return open.isEmpty() && silenced.isEmpty() && expected.isEmpty()
        ? Optional.empty()
        : Optional.of(new FollowUpFile(open, silenced, expected));
  }

  void open(OpenAlert alert) {
    if (open.size() == MOST_OPEN) {
      open.remove(0);
    }
    open.add(alert);
  }

  /** The open alerts that fit, oldest first. */
  List<OpenAlert> open(Predicate<OpenAlert> fits) {
    return open.stream().filter(fits).toList();
  }

  Optional<OpenAlert> find(String alertId) {
    return open.stream().filter(alert -> alert.getAlertId().equals(alertId)).findFirst();
  }

  /** Takes out the open alerts that fit, oldest first. */
  List<OpenAlert> close(Predicate<OpenAlert> fits) {
    List<OpenAlert> closed = open(fits);
    open.removeAll(closed);
    return closed;
  }

  void silence(String entryId, String plate) {
    if (!silences(entryId, plate)) {
      if (silenced.size() == MOST_SILENCED) {
        silenced.remove(0);
      }
      silenced.add(new SilencedRead(entryId, plate));
    }
  }

  boolean silences(String entryId, String plate) {
    return silenced.contains(new SilencedRead(entryId, plate));
  }

  void forgetSilenced(String entryId) {
    silenced.removeIf(read -> read.getEntryId().equals(entryId));
  }

  void expect(ExpectedArrival arrival) {
    expected.add(arrival);
  }

  /** Takes out where the vehicle was expected because of an entry. */
  List<ExpectedArrival> takeExpected(String entryId) {
    return take(arrival -> arrival.getEntryId().equals(entryId));
  }

  /** Takes out where it should have been by now. */
  List<ExpectedArrival> takeOverdue(Instant now) {
    return take(arrival -> !arrival.getUntil().isAfter(now));
  }

  private List<ExpectedArrival> take(Predicate<ExpectedArrival> fits) {
    List<ExpectedArrival> taken = expected.stream().filter(fits).toList();
    expected.removeAll(taken);
    return taken;
  }

  /** When, in event time, it has to be looked at again. */
  public Optional<Instant> expectedUntil() {
    return expected.stream().map(ExpectedArrival::getUntil).min(Instant::compareTo);
  }

  /** When, by the job's clock, somebody must have acknowledged. */
  public Optional<Instant> nextLook(FollowUpSettings settings) {
    return open.stream().map(alert -> look(alert, settings)).min(Instant::compareTo);
  }

  private static Instant look(OpenAlert alert, FollowUpSettings settings) {
    return alert
        .getRaisedAt()
        .plus(FollowUp.canEscalate(alert) ? settings.escalateAfter() : settings.keepOpen());
  }
}
