package eu.passage.recognition.evaluate;

import eu.passage.avro.MakeEstimate;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.render.RandomFrames;
import eu.passage.recognition.render.RenderedFrame.Plate;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * {@code badges}: those that training leaves out, set on drawn vehicles by daylight that it did not
 * see either, and recognised the whole way. How many makes are named, and how many of them wrongly;
 * and how often a make is named where there is no badge.
 */
public final class WornBadges implements EvaluationSet {

  private static final String NAME = "badges";
  private static final Target RIGHT = Target.atLeast(0.80, 0.90);
  private static final Target WRONG = Target.atMost(0.05, 0.05);
  private static final long SEED = 20_261;

  /** Each badge is set on so many vehicles. */
  private static final int VEHICLES = 2;

  /** Pixels; a badge over a narrower plate has hardly fifteen. */
  private static final int MIN_PLATE = 80;

  /** Width over height; a plate of two lines does not tell the scale that the painter takes. */
  private static final double MIN_SHAPE = 3.3;

  private static final int STEP = 8;

  private record Scene(BufferedImage frame, Plate plate) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of(NAME);
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    List<BadgeCrop> badges = BadgeCrop.heldOut(lab.data(NAME));
    RandomFrames frames = new RandomFrames(SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Groups right = new Groups();
    Counts wrong = Counts.NONE;
    Counts named = Counts.NONE;
    List<String> mistakes = new ArrayList<>();
    int of = VEHICLES * badges.size();
    for (int i = 0; i < of; i++) {
      BadgeCrop badge = badges.get(i % badges.size());
      Scene scene = next(frames);
      named = named.plus(make(lab, scene).isPresent());
      BadgePainter.paint(scene.frame, scene.plate, badge, random);
      Optional<MakeEstimate> make = make(lab, scene);
      boolean isRight = make.filter(m -> badge.isOf(m.getValue())).isPresent();
      right.add(badge.folder(), isRight);
      wrong = wrong.plus(make.isPresent() && !isRight);
      if (make.isPresent() && !isRight) {
        mistakes.add("%s/%s: %s".formatted(badge.folder(), badge.file(), make.get().getValue()));
      }
      if (i % STEP == 0) {
        lab.tell(i, of);
      }
    }
    lab.tell(of, of);
    return new Result(
        List.of(
            Row.of(NAME, "held out, on drawn vehicles: make right", right.all(), RIGHT),
            Row.of(NAME, "held out, on drawn vehicles: make wrong", wrong, WRONG),
            Row.of(NAME, "the same vehicles without a badge: make named", named, WRONG)),
        right.details(NAME + ": make right by maker"),
        mistakes);
  }

  /** The next drawn frame by daylight whose nearest plate is large enough. */
  private static Scene next(RandomFrames frames) throws IOException {
    while (true) {
      RandomFrames.Sample sample = frames.next();
      Optional<Plate> plate =
          sample.frame().vehicles().stream()
              .flatMap(vehicle -> vehicle.plate().stream())
              .filter(p -> p.box().width >= MIN_PLATE)
              .filter(p -> p.box().width >= MIN_SHAPE * p.box().height)
              .findFirst();
      if (!sample.conditions().night() && plate.isPresent()) {
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(sample.frame().jpeg()));
        return new Scene(decoded, plate.get());
      }
    }
  }

  private static Optional<MakeEstimate> make(Lab lab, Scene scene) throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(scene.frame, "jpg", jpeg);
    Rectangle box = scene.plate.box();
    Rect truth = new Rect(box.x, box.y, box.width, box.height);
    try (Picture picture = ImageLoader.decode(jpeg.toByteArray(), ImageLimits.DEFAULT)) {
      return lab.recogniser().recognise(List.of(picture)).get(0).stream()
          .filter(sighting -> overlap(sighting, truth) > 0)
          .max(Comparator.comparingDouble(sighting -> overlap(sighting, truth)))
          .flatMap(sighting -> sighting.labels().make());
    } catch (ImageRefusedException e) {
      throw new IOException("a drawn frame was refused: " + e.getMessage(), e);
    }
  }

  private static double overlap(Sighting sighting, Rect truth) {
    return sighting.plateBox().map(truth::iou).orElse(0.0);
  }
}
