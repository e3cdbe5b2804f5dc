package eu.passage.recognition.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps, of detections of one kind that cover the same thing, the one with the best score. */
final class Suppression {

  private Suppression() {}

  /**
   * Drops what covers the same thing as something better.
   *
   * @param maxIou two boxes of one kind that overlap more than this are the same thing
   * @return what remains, best first
   */
  static List<Detection> apply(List<Detection> detections, double maxIou) {
    List<Detection> bestFirst = new ArrayList<>(detections);
    bestFirst.sort(Comparator.comparingDouble(Detection::score).reversed());
    List<Detection> kept = new ArrayList<>();
    for (Detection detection : bestFirst) {
      if (kept.stream().noneMatch(better -> same(better, detection, maxIou))) {
        kept.add(detection);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean same(Detection a, Detection b, double maxIou) {
    return a.kind() == b.kind() && a.box().iou(b.box()) > maxIou;
  }
}
