package eu.passage.cep.watch;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passages against watch entries. */
public final class Watchlist {

  private final WatchSettings settings;
  private final Tiers tiers;
  private final Witnesses witnesses;

  public Watchlist(WatchSettings settings, CameraTable cameras) {
    this.settings = settings;
    tiers = new Tiers(settings);
    witnesses = new Witnesses(settings, cameras, tiers);
  }

  /**
   * Whether an entry may match at all: approved, by somebody other than who asked, with its legal
   * basis and its case. Time and place are looked at passage by passage.
   */
  public static boolean approved(WatchEntry entry) {
    return entry.getStatus() == WatchStatus.APPROVED
        && entry.getApprover() != null
        && !entry.getApprover().isBlank()
        && !Persons.same(entry.getApprover(), entry.getRequester())
        && !entry.getLegalBasis().isBlank()
        && !entry.getCaseNumber().isBlank();
  }

  /** Whether somebody took an entry back, for good or for one that corrects it. */
  public static boolean isWithdrawn(WatchEntry entry) {
    return entry.getStatus() == WatchStatus.WITHDRAWN;
  }

  /** A passage and what rules see of it. */
  public record Seen(Passage passage, PassageFacts facts) {

    public static Seen of(Passage passage) {
      return new Seen(passage, PassageFacts.of(passage));
    }
  }

  /** What time says of a passage and an entry. */
  private record Timing(boolean inForce, boolean earlier) {}

  /**
   * A passage that has just come. One of before the entry's start is an earlier one, which people
   * are told of once the entry is active.
   *
   * @param now event time, milliseconds since the epoch
   */
  public Sighting onPassage(Seen seen, WatchEntry entry, OtherReads others, long now) {
    return ofPlate(seen, entry, others, live(seen, entry, now));
  }

  /**
   * Whether it is worth keeping a passage for a while: another camera can confirm it, or it another
   * camera's. One that was surely read as listed is in the history of its vehicle.
   */
  public boolean isDoubtful(Seen seen, WatchEntry entry) {
    return canMatch(seen, entry)
        && tiers.of(seen.passage, entry, 0, false) != Tier.A
        && tiers.of(seen.passage, entry, 0, true).alerts();
  }

  /**
   * The same of a pattern.
   *
   * @param history of the passage's own vehicle
   */
  public Sighting onPassage(Seen seen, WatchPattern pattern, SubjectHistory history, long now) {
    return ofPattern(seen, pattern, history, live(seen, pattern.entry(), now));
  }

  /** A passage that was there before the entry was known or active. */
  public Sighting lookingBack(Seen seen, WatchEntry entry, OtherReads others) {
    return ofPlate(seen, entry, others, before(seen, entry));
  }

  /** The same of a pattern. */
  public Sighting lookingBack(Seen seen, WatchPattern pattern, SubjectHistory history) {
    return ofPattern(seen, pattern, history, before(seen, pattern.entry()));
  }

  /**
   * From when on passages are reported as earlier ones.
   *
   * @param now when the entry is known and active; milliseconds since the epoch
   */
  public long earliest(WatchEntry entry, long now) {
    return Math.max(now, entry.getStartsAt().toEpochMilli()) - lookBack(entry);
  }

  /** How far it looks back, milliseconds. No farther than the vehicle's history goes. */
  private long lookBack(WatchEntry entry) {
    Integer hours = entry.getLookBackHours();
    Duration span = hours == null ? settings.lookBack() : Duration.ofHours(Math.max(0, hours));
    return span.toMillis();
  }

  private Timing live(Seen seen, WatchEntry entry, long now) {
    long at = seen.facts.at();
    long start = entry.getStartsAt().toEpochMilli();
    boolean earlier = at < start;
    boolean inTime = !earlier || start <= now && at >= start - lookBack(entry);
    return new Timing(inTime && canMatch(seen, entry), earlier);
  }

  private static Timing before(Seen seen, WatchEntry entry) {
    return new Timing(canMatch(seen, entry), true);
  }

  private static boolean canMatch(Seen seen, WatchEntry entry) {
    return seen.facts.at() < entry.getExpiresAt().toEpochMilli() && approved(entry);
  }

  private Sighting ofPlate(Seen seen, WatchEntry entry, OtherReads others, Timing timing) {
    Agreements agreements = Agreements.of(seen.facts, entry);
    Confirmation confirmation = witnesses.before(seen.facts, entry, others);
    Tier tier = tiers.of(seen.passage, entry, agreements.weight(entry), confirmation != null);
    boolean later = false;
    if (!tier.alerts() && tiers.of(seen.passage, entry, 0, true).alerts()) {
      confirmation = witnesses.around(seen, entry, others, agreements.speakAgainst());
      tier = confirmation == null ? tier : Tier.C;
      later = confirmation != null && confirmation.later();
    }
    String read = seen.passage.getPlate().getText();
    return new Sighting(
        seen.passage,
        entry,
        tier,
        timing.inForce && Scope.of(entry).covers(seen.facts, zone(seen)),
        timing.earlier || later,
        agreements,
        read.length() == entry.getPlate().length()
            ? PlateDifference.of(read, entry.getPlate()).places()
            : List.of(),
        confirmation);
  }

  /** A plate with wildcards and no more needs a second camera, a description itself. */
  private Sighting ofPattern(
      Seen seen, WatchPattern pattern, SubjectHistory history, Timing timing) {
    @Nullable Confirmation confirmation =
        pattern.entry().getPlate().isBlank()
            ? null
            : witnesses.before(seen.facts, history, pattern::readsAsListed);
    Agreements agreements = Agreements.of(seen.facts, pattern.entry());
    boolean fits = pattern.fits(seen.facts, zone(seen));
    return new Sighting(
        seen.passage,
        pattern.entry(),
        fits && (agreements.speakFor() || confirmation != null) ? Tier.C : Tier.D,
        timing.inForce && fits,
        timing.earlier,
        agreements,
        List.of(),
        confirmation);
  }

  private static int zone(Seen seen) {
    return NameCode.of(seen.passage.getZone());
  }
}
