package eu.passage.recognition.classify;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;

/** What a vehicle looks like. */
public record Attributes(TypeEstimate type, ColourEstimate colour) {

  /** Nobody can tell: no vehicle was found around the plate. */
  public static Attributes unknown() {
    return new Attributes(
        new TypeEstimate(VehicleType.UNKNOWN, 0f), new ColourEstimate(Colour.UNKNOWN, 0f));
  }
}
