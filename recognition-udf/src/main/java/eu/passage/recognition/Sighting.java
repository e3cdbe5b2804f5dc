package eu.passage.recognition;

import eu.passage.avro.ColourEstimate;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.recognition.classify.Labels;
import eu.passage.recognition.image.Rect;
import java.util.Optional;

/**
 * What one picture shows of one vehicle.
 *
 * @param plate what was read; empty exactly when {@code noPlate} is present
 * @param noPlate why there is no text
 * @param plateBox where the plate is; empty when none was found
 * @param vehicleBox where the vehicle is; empty when only its plate was found
 * @param labels the make and what classifiers of the operator's own say
 */
public record Sighting(
    Optional<PlateReading> plate,
    Optional<NoPlateReason> noPlate,
    Optional<Rect> plateBox,
    Optional<Rect> vehicleBox,
    TypeEstimate type,
    ColourEstimate colour,
    Labels labels) {

  /** The same with what classifiers say. */
  Sighting labelled(Labels labels) {
    return new Sighting(plate, noPlate, plateBox, vehicleBox, type, colour, labels);
  }
}
