package eu.passage.cep.fusion;

import eu.passage.avro.CameraReading;
import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the camera itself said of the vehicle of an observation. A frame carries one reading, but
 * may show several vehicles: a reading that names quite another plate is not about this one.
 */
final class CameraSays {

  /** Cameras read worse than we do; beyond about two characters it is another plate. */
  private static final double OTHER_PLATE = 2.0;

  /** Of a camera that does not tell how sure it is. */
  private static final float USUAL = 0.9f;

  private CameraSays() {}

  /** The camera's reading, or empty where there is none or it is about another vehicle. */
  static Optional<CameraReading> of(Observation observation) {
    CameraReading said = observation.getCamera();
    if (said == null || isOther(said, observation.getPlate())) {
      return Optional.empty();
    }
    return Optional.of(said);
  }

  private static boolean isOther(CameraReading said, @Nullable PlateReading read) {
    if (said.getPlate() == null || read == null) {
      return false;
    }
    float sure = said.getConfidence() == null ? USUAL : said.getConfidence();
    PlateReading theirs =
        PlateReading.newBuilder().setText(said.getPlate()).setConfidence(sure).build();
    return PlateDistance.between(theirs, read) > OTHER_PLATE;
  }
}
