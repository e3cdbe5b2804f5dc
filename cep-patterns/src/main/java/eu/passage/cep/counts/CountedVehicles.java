package eu.passage.cep.counts;

import eu.passage.avro.CountedVehicle;
import eu.passage.avro.Passage;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import java.time.Instant;

/** What counting sees of a vehicle: where, when, and of which type. */
public final class CountedVehicles {

  private CountedVehicles() {}

  /** A vehicle whose plate was read; of no type where that is as unsure as rules do not take it. */
  public static CountedVehicle of(Passage passage) {
    TypeEstimate type = passage.getType();
    boolean sure = type.getConfidence() >= PassageFacts.SURE;
    return new CountedVehicle(
        passage.getCameraId(), passage.getAt(), sure ? type.getValue() : VehicleType.UNKNOWN);
  }

  /**
   * A look at a vehicle whose plate was not read.
   *
   * @param at milliseconds since the epoch
   */
  public static CountedVehicle notRead(String cameraId, long at) {
    return new CountedVehicle(cameraId, Instant.ofEpochMilli(at), null);
  }
}
