package eu.passage.recognition.detect;

import eu.passage.recognition.detect.Detection.Kind;
import eu.passage.recognition.image.Rect;
import java.util.ArrayList;
import java.util.List;

/** What two looks at one picture found together. */
final class Merge {

  /** A plate of the first look that overlaps one of the second so much is the same plate. */
  private static final double SAME_PLATE = 0.25;

  private Merge() {}

  /**
   * What was found at first sight, with the plates of the second look: these are seen larger and
   * replace the ones at their place, with the better score of both.
   *
   * @param bounds the picture
   * @param first what the whole picture gave
   * @param view a part of the picture
   * @param second what the part gave
   * @return both together, overlaps not yet suppressed
   */
  static List<Detection> of(Rect bounds, List<Detection> first, View view, List<Detection> second) {
    boolean nothingBefore = first.stream().noneMatch(d -> d.kind() == Kind.VEHICLE);
    List<Detection> merged = new ArrayList<>(first);
    for (Detection near : second) {
      if (view.cuts(near.box(), bounds)) {
        continue; // seen whole by another look, or not at all
      }
      if (near.kind() == Kind.PLATE) {
        double score = near.score();
        for (Detection far : List.copyOf(merged)) {
          if (far.kind() == Kind.PLATE && far.box().iou(near.box()) > SAME_PLATE) {
            score = Math.max(score, far.score());
            merged.remove(far);
          }
        }
        merged.add(new Detection(Kind.PLATE, near.box(), score));
      } else if (nothingBefore) {
        merged.add(near);
      }
    }
    return merged;
  }
}
