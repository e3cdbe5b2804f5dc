package eu.passage.recognition.annotate;

import eu.passage.recognition.image.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where labels go: beside their boxes, inside the picture, and not over each other. */
final class LabelPlaces {

  private final int width;
  private final int height;
  private final List<Rect> boxes = new ArrayList<>();
  private final List<Rect> taken = new ArrayList<>();

  LabelPlaces(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A box that is better not written over, though it may be. */
  void keepFree(Rect box) {
    boxes.add(box);
  }

  /**
   * A place for a label of this size: above, below or beside its box, or in its corner; the first
   * of those that cover the least of other labels, then of boxes.
   */
  Rect place(Rect box, double labelWidth, double labelHeight) {
    List<Rect> candidates = new ArrayList<>();
    double right = box.right() - labelWidth;
    for (double x : new double[] {box.x(), right}) {
      candidates.add(inside(x, box.y() - labelHeight, labelWidth, labelHeight));
      candidates.add(inside(x, box.bottom(), labelWidth, labelHeight));
    }
    for (double x : new double[] {box.x() - labelWidth, box.right()}) {
      candidates.add(inside(x, box.y(), labelWidth, labelHeight));
    }
    candidates.add(inside(box.x(), box.y(), labelWidth, labelHeight));
    candidates.add(inside(box.x(), box.bottom() - labelHeight, labelWidth, labelHeight));
    Rect best =
        candidates.stream()
            .min(
                Comparator.comparingDouble((Rect place) -> covered(place, taken))
                    .thenComparingDouble(place -> coveredPlates(place)))
            .orElseThrow();
    taken.add(best);
    return best;
  }

  /** Large boxes are vehicles: to write inside one hides little; small ones are plates. */
  private double coveredPlates(Rect place) {
    return boxes.stream()
        .filter(box -> box.area() < 0.02 * width * height)
        .mapToDouble(box -> box.intersection(place))
        .sum();
  }

  private static double covered(Rect place, List<Rect> others) {
    return others.stream().mapToDouble(other -> other.intersection(place)).sum();
  }

  private Rect inside(double x, double y, double w, double h) {
    return new Rect(
        Math.max(0, Math.min(x, width - w)), Math.max(0, Math.min(y, height - h)), w, h);
  }
}
