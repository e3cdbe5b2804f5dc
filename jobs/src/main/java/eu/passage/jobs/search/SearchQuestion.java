package eu.passage.jobs.search;

import eu.passage.avro.Passage;
import eu.passage.schemas.plates.PlateText;
import eu.passage.schemas.plates.VehicleKey;
import java.time.Instant;

/**
 * What somebody asks of the passages, and why. What is missing is empty.
 *
 * @param plate in any form; passages with look-alike characters (8/B, 0/O, …) are found too
 * @param camera its id
 * @param since the first moment, UTC
 * @param until the moment after the last, UTC
 * @param purpose the lawful purpose
 * @param caseNumber the file it belongs to
 * @param by who asks: a service or function
 * @param decision the reference of the decision that opens what lies further back
 */
record SearchQuestion(
    String plate,
    String camera,
    Instant since,
    Instant until,
    String purpose,
    String caseNumber,
    String by,
    String decision) {

  SearchQuestion {
    plate = PlateText.normalise(plate);
    if (plate.isEmpty() && camera.isBlank()) {
      throw new IllegalArgumentException("a search needs a plate or a camera");
    }
    if (!since.isBefore(until)) {
      throw new IllegalArgumentException("a search needs a since before its until");
    }
  }

  boolean matches(Passage passage) {
    return !passage.getAt().isBefore(since)
        && passage.getAt().isBefore(until)
        && (camera.isBlank() || camera.equals(passage.getCameraId()))
        && (plate.isEmpty()
            || VehicleKey.fold(passage.getPlate().getText()).equals(VehicleKey.fold(plate)));
  }

  /** The question as the audit keeps it. */
  String words() {
    return "passages%s%s from %s until %s"
        .formatted(
            plate.isEmpty() ? "" : " of plate " + plate,
            camera.isBlank() ? "" : " at camera " + camera,
            since,
            until);
  }
}
