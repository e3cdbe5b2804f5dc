package eu.passage.cep.alerts;

import eu.passage.avro.Alert;
import eu.passage.avro.CameraReading;
import eu.passage.avro.Passage;
import eu.passage.avro.PassageReference;
import java.util.ArrayList;
import java.util.List;

/** What alerts of rules and of watch entries have in common. */
final class AlertParts {

  static final String KIND = "alert";

  private AlertParts() {}

  /** What the last passage says of the vehicle. */
  static Alert.Builder about(Passage passage) {
    CameraReading camera = passage.getCamera();
    return Alert.newBuilder()
        .setVehicleKey(passage.getVehicleKey())
        .setPlate(passage.getPlate().getText())
        .setCountry(passage.getPlate().getCountry())
        .setType(passage.getType())
        .setColour(passage.getColour())
        .setMake(passage.getMake())
        .setDirection(passage.getDirection())
        .setSpeed(camera == null ? null : camera.getSpeed())
        .setReceivedAt(passage.getReceivedAt());
  }

  static List<PassageReference> references(List<Passage> passages) {
    List<PassageReference> references = new ArrayList<>(passages.size());
    passages.forEach(passage -> references.add(reference(passage)));
    return references;
  }

  private static PassageReference reference(Passage passage) {
    PassageReference reference = new PassageReference(); // a builder costs more than all the rest
    reference.setPassageId(passage.getPassageId());
    reference.setCameraId(passage.getCameraId());
    reference.setCameraCountry(passage.getCameraCountry());
    reference.setRoad(passage.getRoad());
    reference.setAt(passage.getAt());
    reference.setFromCountry(passage.getFromCountry());
    reference.setToCountry(passage.getToCountry());
    reference.setPlate(passage.getPlate().getText());
    reference.setConfidence(passage.getPlate().getConfidence());
    reference.setEvidence(passage.getEvidence());
    return reference;
  }
}
