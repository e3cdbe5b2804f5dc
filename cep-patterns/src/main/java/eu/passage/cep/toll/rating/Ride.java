package eu.passage.cep.toll.rating;

import eu.passage.avro.TollEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rating needs to know of a truck's passage.
 *
 * @param at by the camera's clock
 * @param country where the charging point is, ISO 3166-1 alpha-2
 * @param segment the part of the road; null where the camera catalogue names none
 * @param plate normal form
 * @param plateCountry ISO 3166-1 alpha-2; null where nothing speaks for one
 * @param axles counted by a sensor; null where there is none
 * @param weightKg measured while it moved; null where there is no sensor
 */
public record Ride(
    String passageId,
    Instant at,
    String chargingPoint,
    String country,
    String road,
    @Nullable String segment,
    String plate,
    @Nullable String plateCountry,
    @Nullable Integer axles,
    @Nullable Integer weightKg) {

  /** Of an event, or of the draft of one. */
  public static Ride of(TollEvent event) {
    return new Ride(
        event.getPassageId(),
        event.getAt(),
        event.getChargingPoint(),
        event.getCameraCountry(),
        event.getRoad(),
        event.getSegment(),
        event.getPlate(),
        event.getCountry(),
        event.getAxles(),
        event.getWeightKg());
  }
}
