package eu.passage.jobs.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.PlateReading;
import eu.passage.jobs.console.Json;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.image.Rect;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The line that {@code recognize} prints for a picture:
 *
 * <pre>{@code
 * {"file":"a.jpg","ms":41,"vehicles":[{"plate":{"text":"1ABC234","country":"BE","confidence":0.98,"box":[600,410,128,30]},
 *  "type":{"value":"CAR","confidence":0.97},"colour":{"value":"RED","confidence":0.9},"make":null,"attributes":[],"box":[480,200,360,300]}]}
 * }</pre>
 *
 * <p>Boxes are x, y, width, height in pixels from the top left corner. What was not found is null;
 * a plate that was found and could not be read has a box and no text.
 */
final class RecognizedLine {

  private static final double DECIMALS = 1e4;

  private static final Comparator<Sighting> SUREST_FIRST =
      Comparator.comparingDouble(
              (Sighting sighting) -> sighting.plate().map(PlateReading::getConfidence).orElse(-1f))
          .thenComparingDouble(sighting -> sighting.vehicleBox().map(Rect::area).orElse(0.0))
          .reversed();

  private RecognizedLine() {}

  /** The line of a picture that was recognised. */
  static String of(Path file, long millis, List<Sighting> sightings) {
    ObjectNode line = Json.object().put("file", file.toString()).put("ms", millis);
    var vehicles = line.putArray("vehicles");
    sightings.stream().sorted(SUREST_FIRST).map(RecognizedLine::vehicle).forEach(vehicles::add);
    return Json.line(line);
  }

  /** The line of a file that could not be read. */
  static String error(Path file, String message) {
    return Json.line(Json.object().put("file", file.toString()).put("error", message));
  }

  private static ObjectNode vehicle(Sighting sighting) {
    ObjectNode vehicle = Json.object();
    if (sighting.plateBox().isPresent()) {
      ObjectNode plate = vehicle.putObject("plate");
      Optional<PlateReading> read = sighting.plate();
      plate.put("text", read.map(PlateReading::getText).orElse(null));
      plate.put("country", read.map(PlateReading::getCountry).orElse(null));
      plate.put("confidence", read.map(r -> rounded(r.getConfidence())).orElse(null));
      box(plate, sighting.plateBox());
    } else {
      vehicle.putNull("plate");
    }
    vehicle
        .putObject("type")
        .put("value", sighting.type().getValue().name())
        .put("confidence", rounded(sighting.type().getConfidence()));
    vehicle
        .putObject("colour")
        .put("value", sighting.colour().getValue().name())
        .put("confidence", rounded(sighting.colour().getConfidence()));
    sighting
        .labels()
        .make()
        .ifPresentOrElse(
            make ->
                vehicle
                    .putObject("make")
                    .put("value", make.getValue())
                    .put("confidence", rounded(make.getConfidence())),
            () -> vehicle.putNull("make"));
    var others = vehicle.putArray("attributes");
    for (AttributeEstimate other : sighting.labels().others()) {
      others
          .addObject()
          .put("name", other.getName())
          .put("value", other.getValue())
          .put("confidence", rounded(other.getConfidence()))
          .put("origin", other.getOrigin());
    }
    box(vehicle, sighting.vehicleBox());
    return vehicle;
  }

  private static void box(ObjectNode owner, Optional<Rect> rectangle) {
    if (rectangle.isEmpty()) {
      owner.putNull("box");
      return;
    }
    Rect box = rectangle.get();
    owner
        .putArray("box")
        .add(Math.round(box.x()))
        .add(Math.round(box.y()))
        .add(Math.round(box.width()))
        .add(Math.round(box.height()));
  }

  private static double rounded(float probability) {
    return Math.round(probability * DECIMALS) / DECIMALS;
  }
}
