package eu.passage.schemas.cameras;

import org.jspecify.annotations.Nullable;

/**
 * A camera as the catalogue knows it.
 *
 * @param id unique, as in every record
 * @param country where it stands, ISO 3166-1 alpha-2
 * @param road the road's name
 * @param zone a group of cameras, for rules
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param approaching the crossing that a vehicle coming towards the camera makes; null when it
 *     makes none
 * @param receding the same for a vehicle going away
 * @param chargingPoint where trucks that pass are charged, a name that all cameras of the same spot
 *     share; null: nowhere
 * @param segment the part of the road that tariffs name; null where they need none
 */
public record Camera(
    String id,
    String country,
    String road,
    String zone,
    double latitude,
    double longitude,
    @Nullable Crossing approaching,
    @Nullable Crossing receding,
    @Nullable String chargingPoint,
    @Nullable String segment)
    implements java.io.Serializable {

  /** From one country to another, ISO 3166-1 alpha-2. */
  public record Crossing(String from, String to) implements java.io.Serializable {}

  /** A camera that is a charging point by itself, or none. */
  public Camera(
      String id,
      String country,
      String road,
      String zone,
      double latitude,
      double longitude,
      @Nullable Crossing approaching,
      @Nullable Crossing receding,
      boolean chargingPoint) {
    this(
        id,
        country,
        road,
        zone,
        latitude,
        longitude,
        approaching,
        receding,
        chargingPoint ? id : null,
        null);
  }
}
