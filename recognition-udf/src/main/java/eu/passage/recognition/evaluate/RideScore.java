package eu.passage.recognition.evaluate;

import eu.passage.avro.PlateReading;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.image.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts, over whole frames, what of the marked plates was found and read. Marked plates narrower
 * than {@link #MIN_WIDTH} are not asked for, and plates seen that are narrower are not held against
 * anybody, since not all of them were marked.
 */
final class RideScore {

  /** Width in pixels from which a plate counts. */
  static final int MIN_WIDTH = 80;

  /** Overlap from which a marked plate counts as found. */
  static final double MIN_IOU = 0.5;

  private Counts found = Counts.NONE;
  private Counts smallFound = Counts.NONE;
  private Counts justified = Counts.NONE;
  private final Groups exact = new Groups();
  private final List<String> mistakes = new ArrayList<>();

  void add(Ride.Frame frame, List<Sighting> seen) {
    String where = frame.file().getFileName().toString();
    for (Ride.Plate plate : frame.plates()) {
      Optional<Sighting> match = match(plate.box(), seen);
      if (plate.box().width() < MIN_WIDTH) {
        smallFound = smallFound.plus(match.isPresent());
        continue;
      }
      found = found.plus(match.isPresent());
      if (match.isEmpty()) {
        mistakes.add("%s: no plate found at %s".formatted(where, text(plate.box())));
      }
      plate.text().ifPresent(text -> read(where, text, match));
    }
    for (Sighting sighting : seen) {
      sighting
          .plateBox()
          .filter(box -> box.width() >= MIN_WIDTH)
          .ifPresent(box -> judge(where, box, frame, sighting));
    }
  }

  /** Marked plates that were found. */
  Counts found() {
    return found;
  }

  /** Marked plates narrower than {@link #MIN_WIDTH} that were found. */
  Counts smallFound() {
    return smallFound;
  }

  /** Plates seen that are marked. */
  Counts precision() {
    return justified;
  }

  /** Transcribed plates that were found and read exactly, by text. */
  Groups exact() {
    return exact;
  }

  List<String> mistakes() {
    return mistakes;
  }

  private void read(String where, String text, Optional<Sighting> match) {
    Optional<PlateReading> reading = match.flatMap(Sighting::plate);
    boolean right = Texts.same(reading, text);
    exact.add(text, right);
    if (!right && match.isPresent()) {
      mistakes.add(Texts.mistake(where, text, reading));
    }
  }

  private void judge(String where, Rect box, Ride.Frame frame, Sighting sighting) {
    boolean marked = frame.plates().stream().anyMatch(p -> p.box().iou(box) >= MIN_IOU);
    justified = justified.plus(marked);
    if (!marked) {
      String read = sighting.plate().map(PlateReading::getText).orElse("nothing");
      mistakes.add("%s: not marked: %s, read as %s".formatted(where, text(box), read));
    }
  }

  private static Optional<Sighting> match(Rect box, List<Sighting> seen) {
    return seen.stream()
        .filter(sighting -> iou(sighting, box) >= MIN_IOU)
        .max(Comparator.comparingDouble(sighting -> iou(sighting, box)));
  }

  private static double iou(Sighting sighting, Rect box) {
    return sighting.plateBox().map(box::iou).orElse(0.0);
  }

  private static String text(Rect box) {
    return "%d,%d %dx%d"
        .formatted(
            Math.round(box.x()),
            Math.round(box.y()),
            Math.round(box.width()),
            Math.round(box.height()));
  }
}
