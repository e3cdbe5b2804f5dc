package eu.passage.jobs.scenario;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;

/**
 * A vehicle of the scenario as it truly is.
 *
 * @param plate normal form; unique in a scenario even with look-alike characters folded together
 * @param country of the plate, ISO 3166-1 alpha-2
 * @param series the plate's series in {@code series.json}
 */
public record TrueVehicle(
    String plate, String country, String series, VehicleType type, Colour colour) {}
