package eu.passage.cep.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.watch.Watchlist.Seen;
import eu.passage.schemas.cameras.Camera;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a second camera confirms a read. One that has left the catalogue can no longer be named,
 * and is no witness.
 */
final class Witnesses {

  private static final int PERCENT = 100;

  private final WatchSettings settings;
  private final CameraTable cameras;
  private final Tiers tiers;

  Witnesses(WatchSettings settings, CameraTable cameras, Tiers tiers) {
    this.settings = settings;
    this.cameras = cameras;
    this.tiers = tiers;
  }

  /**
   * The other camera that surely read the plate as listed a short while before; null where none
   * did.
   *
   * @param history of the vehicle that is listed
   * @param asListed whether a passage's plate is the one listed
   */
  @Nullable Confirmation before(
      PassageFacts passage, SubjectHistory history, Predicate<PassageFacts> asListed) {
    return surely(passage, history, asListed, false);
  }

  /** The same of an entry for a whole plate. */
  @Nullable Confirmation before(PassageFacts passage, WatchEntry entry, OtherReads others) {
    return surely(passage, others.history(), asListed(entry), false);
  }

  /**
   * Any other read of a short while before or after, for a passage that nothing else speaks for;
   * null where there is none.
   *
   * @param contradicted whether the vehicle looks otherwise than listed: then only a sure read
   *     confirms it
   */
  @Nullable Confirmation around(
      Seen seen, WatchEntry entry, OtherReads others, boolean contradicted) {
    Confirmation found = contradicted ? null : together(seen, entry, others, false);
    if (found == null) {
      found = surely(seen.facts(), others.history(), asListed(entry), true);
    }
    return found == null && !contradicted ? together(seen, entry, others, true) : found;
  }

  private static Predicate<PassageFacts> asListed(WatchEntry entry) {
    long plate = PlateCode.of(entry.getPlate());
    int country = CountryCode.of(entry.getCountry());
    return other -> other.plate() == plate && other.country() == country;
  }

  private @Nullable Confirmation surely(
      PassageFacts passage,
      SubjectHistory history,
      Predicate<PassageFacts> asListed,
      boolean later) {
    for (int i = history.size() - 1; i >= 0; i--) {
      PassageFacts other = history.get(i);
      if (isNear(other, passage, later)
          && other.confidencePercent() >= PERCENT * settings.goodConfidence()
          && asListed.test(other)) {
        var camera = cameras.find(other.camera());
        if (camera.isPresent()) {
          return new Confirmation(camera.get().id(), true, later);
        }
      }
    }
    return null;
  }

  /**
   * Two reads that are doubtful each: of one text, or where one may well be the other's, they speak
   * for what was read and not for what is listed.
   */
  private @Nullable Confirmation together(
      Seen seen, WatchEntry entry, OtherReads others, boolean later) {
    Doubts doubts = new Doubts(seen.passage().getPlate(), settings);
    for (Seen other : others.doubtful()) {
      var camera = cameras.find(other.facts().camera()).map(Camera::id);
      if (camera.isPresent()
          && isNear(other.facts(), seen.facts(), later)
          && tiers.of(other.passage(), entry, 0, true).alerts()
          && doubts.together(new Doubts(other.passage().getPlate(), settings), entry.getPlate())) {
        return new Confirmation(camera.get(), false, later);
      }
    }
    return null;
  }

  private boolean isNear(PassageFacts other, PassageFacts passage, boolean later) {
    long after = other.at() - passage.at();
    return other.camera() != passage.camera()
        && Math.abs(after) <= settings.confirmWithin().toMillis()
        && (later ? after >= 0 : after < 0);
  }
}
