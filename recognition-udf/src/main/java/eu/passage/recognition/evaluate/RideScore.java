package eu.passage.recognition.evaluate;

import eu.passage.avro.PlateReading;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.evaluate.Figures.Boxes;
import eu.passage.recognition.image.Rect;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts, over the frames of a ride, what of the labelled plates was found and read. */
final class RideScore {

  private int count;
  private int found;
  private int falseAlarms;
  private int transcribed;
  private int exact;

  /** By text: boxes read exactly less boxes that were not. */
  private final Map<String, Integer> balance = new HashMap<>();

  void add(List<LabelledPlate> labelled, List<Sighting> seen) {
    for (LabelledPlate plate : labelled) {
      if (plate.box().width() >= Evaluation.MIN_WIDTH) {
        add(plate, seen);
      }
    }
    falseAlarms +=
        (int)
            seen.stream()
                .flatMap(sighting -> sighting.plateBox().stream())
                .filter(box -> labelled.stream().allMatch(plate -> plate.box().iou(box) == 0))
                .count();
  }

  Boxes boxes(int frames) {
    int exactPlates = (int) balance.values().stream().filter(b -> b > 0).count();
    return new Boxes(
        frames, count, found, falseAlarms, transcribed, exact, balance.size(), exactPlates);
  }

  private void add(LabelledPlate plate, List<Sighting> seen) {
    count++;
    Optional<Sighting> nearest =
        seen.stream()
            .filter(s -> iou(s, plate.box()) >= Evaluation.MIN_IOU)
            .max(Comparator.comparingDouble(s -> iou(s, plate.box())));
    if (nearest.isPresent()) {
      found++;
    }
    if (plate.text().isPresent()) {
      String truth = plate.text().get();
      transcribed++;
      boolean right =
          nearest
              .flatMap(Sighting::plate)
              .map(PlateReading::getText)
              .filter(text -> Evaluation.same(text, truth))
              .isPresent();
      exact += right ? 1 : 0;
      balance.merge(truth, right ? 1 : -1, Integer::sum);
    }
  }

  private static double iou(Sighting sighting, Rect box) {
    return sighting.plateBox().map(box::iou).orElse(0.0);
  }
}
