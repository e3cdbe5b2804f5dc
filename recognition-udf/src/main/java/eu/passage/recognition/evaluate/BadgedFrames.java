package eu.passage.recognition.evaluate;

import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.image.Sketch;
import eu.passage.recognition.render.RandomFrames;
import eu.passage.recognition.render.RenderedFrame;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;

/** Rendered frames with a badge set on a vehicle above its plate, each beside the frame without. */
final class BadgedFrames {

  /** A seed that no training uses. */
  private static final long SEED = 20_250_404;

  /** Pixels; over a smaller plate nobody can read a badge. */
  private static final int MIN_PLATE = 60;

  /** The badge's longer side in widths of the plate, as in {@code training/make/compose.py}. */
  private static final double SMALLEST = 0.13;

  private static final double LARGEST = 0.4;

  /** How far above the plate badges sit, in widths of the plate. */
  private static final double HIGHEST = 1.1;

  private final RandomFrames frames = new RandomFrames(SEED);
  private final SplittableRandom random = new SplittableRandom(SEED);

  /** The same frame with the badge and without; the plate is that of the vehicle that wears it. */
  record Pair(Picture badged, Picture bare, Rect plate) implements AutoCloseable {

    @Override
    public void close() {
      badged.close();
      bare.close();
    }
  }

  /** The next frame that shows a plate of some size by day, with this badge. */
  Pair next(Picture badge, Picture mask) throws IOException {
    while (true) {
      RandomFrames.Sample sample = frames.next();
      Optional<Rect> plate =
          sample.conditions().night()
              ? Optional.empty()
              : sample.frame().vehicles().stream()
                  .flatMap(vehicle -> vehicle.plate().stream())
                  .map(RenderedFrame.Plate::box)
                  .filter(box -> box.width >= MIN_PLATE && box.y > HIGHEST * box.width)
                  .map(BadgedFrames::rect)
                  .findFirst();
      if (plate.isPresent()) {
        return wear(sample.frame().jpeg(), badge, mask, plate.get());
      }
    }
  }

  private Pair wear(byte[] jpeg, Picture badge, Picture mask, Rect plate) throws IOException {
    double longer = plate.width() * SMALLEST * Math.pow(LARGEST / SMALLEST, random.nextDouble());
    double share = longer / Math.max(badge.width(), badge.height());
    double width = badge.width() * share;
    double height = badge.height() * share;
    double x = plate.centreX() + 0.09 * plate.width() * (2 * random.nextDouble() - 1) - width / 2;
    double y = plate.y() - height - (HIGHEST * plate.width() - height) * random.nextDouble();
    Picture bare = Lab.open(jpeg);
    try (Sketch sketch = Sketch.of(bare, 1)) {
      sketch.lay(badge, mask, new Rect(x, y, width, height));
      return new Pair(Lab.open(sketch.encode(Sketch.Format.JPEG)), bare, plate);
    }
  }

  private static Rect rect(Rectangle box) {
    return new Rect(box.x, box.y, box.width, box.height);
  }
}
