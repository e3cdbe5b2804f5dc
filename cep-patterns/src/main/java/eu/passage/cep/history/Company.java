package eu.passage.cep.history;

/**
 * Vehicles that pass together.
 *
 * @param vehicles how many
 * @param gapMillis from the first to the last at a camera, less than this
 */
public record Company(int vehicles, int gapMillis) {}
