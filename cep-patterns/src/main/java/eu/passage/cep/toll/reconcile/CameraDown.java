package eu.passage.cep.toll.reconcile;

import java.time.Instant;

/**
 * A time in which a camera told nothing, so that trucks may have passed unseen.
 *
 * @param until end, exclusive
 */
public record CameraDown(String cameraId, String chargingPoint, Instant from, Instant until) {}
