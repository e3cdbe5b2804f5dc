package eu.passage.recognition.classify;

import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.Region;
import java.util.Optional;

/**
 * The parts of pictures that classifiers look at; the same as in {@code training/make/windows.py}.
 */
final class Windows {

  /** A share of the vehicle's box. */
  private static final double MARGIN = 0.05;

  /** In widths of a long plate. */
  private static final double ACROSS = 0.8;

  /** In widths of a long plate, from the plate's upper edge. */
  private static final double ABOVE = 1.28;

  /** A plate of two lines or of another continent is shorter: then its height tells the scale. */
  private static final double LONG_PER_HEIGHT = 2.9;

  /** Pixels; over a smaller plate nobody can read a badge. */
  private static final double MIN_PLATE = 50;

  /** Share of the window that must lie in the picture. */
  private static final double MIN_INSIDE = 0.7;

  private Windows() {}

  /** Where to look, clipped to the picture; empty when there is nothing worth a look. */
  static Optional<Rect> of(Region region, Subject subject) {
    return switch (region) {
      case VEHICLE -> subject.vehicle().map(box -> box.widened(MARGIN, MARGIN));
      case ABOVE_PLATE -> subject.plate().flatMap(plate -> abovePlate(plate, subject));
    };
  }

  private static Optional<Rect> abovePlate(Rect plate, Subject subject) {
    double unit = Math.max(plate.width(), LONG_PER_HEIGHT * plate.height());
    if (unit < MIN_PLATE) {
      return Optional.empty();
    }
    double width = ACROSS * unit;
    double height = ABOVE * unit;
    Rect window = new Rect(plate.centreX() - width / 2, plate.y() - height, width, height);
    Rect inside = window.clippedTo(subject.picture().width(), subject.picture().height());
    return Optional.of(inside).filter(part -> part.area() >= MIN_INSIDE * window.area());
  }
}
