package eu.passage.jobs.endure;

import eu.passage.avro.Box;
import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TruckPassage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Views of trucks as the detection job tells them. */
final class TruckViews {

  private TruckViews() {}

  /** The same each time it is sent. */
  static TruckPassage of(TruePassage passage, End end) {
    Instant at = passage.at().plusMillis(end.afterMs());
    Vehicle vehicle = passage.plateAt(end);
    String id = passage.id(end);
    String camera = passage.point().camera(end);
    return TruckPassage.newBuilder()
        .setPassageId(id)
        .setChargingPoint(passage.point().id())
        .setCameraId(camera)
        .setCameraCountry("BE")
        .setRoad("R4")
        .setAt(at)
        .setUncertaintyMs(540)
        .setReceivedAt(at)
        .setDirection(end == End.FRONT ? Direction.APPROACHING : Direction.RECEDING)
        .setSide(end.side())
        .setPlate(new SidePlate(vehicle.plate(), vehicle.country(), passage.sure(), camera))
        .setClassConfidence(0.97f)
        .setClassReasons(
            new ArrayList<>(
                List.of(new ClassReason(ClassSource.PICTURE, "TRUCK in 2 pictures, 97 %", 3.5f))))
        .setEvidence(
            new ArrayList<>(
                List.of(
                    new Evidence(
                        "frame-" + id,
                        at,
                        "%064x".formatted(end.view(passage)),
                        "s3://evidence/" + id,
                        new Box(600, 400, 120, 30),
                        vehicle.plate()))))
        .build();
  }
}
