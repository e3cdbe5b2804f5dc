package eu.passage.cep.trucks.bans;

import eu.passage.avro.Evidence;
import eu.passage.avro.TollEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A truck at a charging point, however many cameras saw it there. Its plate is the tractor's; what
 * a rear camera read counts only where no camera of the point saw the front, since it may be a
 * trailer's: front and rear of one truck must not break a ban twice.
 *
 * @param passageId of the view that names the truck's passage
 * @param passageIds of all views
 * @param point the charging point
 * @param place the country where that is, ISO 3166-1 alpha-2
 * @param at by the camera's clock
 * @param uncertaintyMs how far that may be off
 * @param from the country left; null unless it crossed a border
 * @param to the country entered; null unless it crossed a border
 * @param plate normal form
 * @param country of the plate; null where nothing speaks for one
 * @param plateConfidence 0 to 1
 * @param classConfidence that it is a truck, 0 to 1
 * @param axles null where no sensor counted them
 * @param weightKg null where no sensor weighed it
 * @param evidence oldest first
 */
public record Sighting(
    String passageId,
    List<String> passageIds,
    String point,
    String place,
    String road,
    Instant at,
    int uncertaintyMs,
    @Nullable String from,
    @Nullable String to,
    String plate,
    @Nullable String country,
    float plateConfidence,
    float classConfidence,
    @Nullable Integer axles,
    @Nullable Integer weightKg,
    List<Evidence> evidence) {

  /** Of one vehicle; the ids settle what the clocks cannot. */
  static final Comparator<Sighting> BY_TIME =
      Comparator.comparing(Sighting::at).thenComparing(Sighting::passageId);

  public Sighting {
    passageIds = List.copyOf(passageIds);
    evidence = List.copyOf(evidence);
  }

  /** What the cameras of a charging point saw together, as the toll path drafts it. */
  public static Sighting of(TollEvent draft) {
    return new Sighting(
        draft.getPassageId(),
        draft.getPassageIds(),
        draft.getChargingPoint(),
        draft.getCameraCountry(),
        draft.getRoad(),
        draft.getAt(),
        draft.getUncertaintyMs(),
        draft.getFromCountry(),
        draft.getToCountry(),
        draft.getPlate(),
        draft.getCountry(),
        draft.getPlateConfidence(),
        draft.getClassConfidence(),
        draft.getAxles(),
        draft.getWeightKg(),
        draft.getEvidence());
  }

  /** It was there at this moment or later. */
  Instant earliest() {
    return at.minusMillis(uncertaintyMs);
  }

  /** It was there at this moment or before. */
  Instant latest() {
    return at.plusMillis(uncertaintyMs);
  }

  /** How surely all of it was seen, 0 to 1. */
  float confidence() {
    return Math.min(plateConfidence, classConfidence);
  }
}
