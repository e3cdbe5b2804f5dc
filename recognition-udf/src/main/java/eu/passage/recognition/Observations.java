package eu.passage.recognition;

import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.schemas.ids.Ids;
import java.util.ArrayList;
import java.util.List;

/** Sightings of a frame as records. */
public final class Observations {

  private Observations() {}

  /**
   * One observation for each sighting, in order; its id comes from the frame's id and the
   * sighting's place, so that the same frame sent again gives the same ids.
   */
  public static List<Observation> of(
      Frame frame, Picture picture, List<Sighting> sightings, String modelVersion) {
    List<Observation> observations = new ArrayList<>(sightings.size());
    for (int place = 0; place < sightings.size(); place++) {
      Sighting sighting = sightings.get(place);
      observations.add(
          Observation.newBuilder()
              .setObservationId(Ids.of("observation", frame.getFrameId(), Integer.toString(place)))
              .setFrameId(frame.getFrameId())
              .setCameraId(frame.getCameraId())
              .setCapturedAt(frame.getCapturedAt())
              .setReceivedAt(frame.getReceivedAt())
              .setPlate(sighting.plate().orElse(null))
              .setNoPlate(sighting.noPlate().orElse(null))
              .setPlateBox(sighting.plateBox().map(Rect::toBox).orElse(null))
              .setVehicleBox(sighting.vehicleBox().map(Rect::toBox).orElse(null))
              .setType(sighting.type())
              .setColour(sighting.colour())
              .setMake(sighting.labels().make().orElse(null))
              .setAttributes(sighting.labels().others())
              .setImageSha256(frame.getImage().getSha256())
              .setImageUri(frame.getImage().getUri())
              .setFrameWidth(picture.width())
              .setFrameHeight(picture.height())
              .setCamera(frame.getCamera())
              .setModelVersion(modelVersion)
              .build());
    }
    return observations;
  }
}
