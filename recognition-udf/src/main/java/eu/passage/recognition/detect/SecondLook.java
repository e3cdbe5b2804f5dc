package eu.passage.recognition.detect;

import eu.passage.recognition.detect.Detection.Kind;
import eu.passage.recognition.image.Rect;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which parts of a picture deserve a look from nearer, because the detector's input is smaller than
 * the picture: vehicles whose plate was not found, plates of a few input pixels, and all of a large
 * picture in which nothing was found. A picture whose vehicles all show a plate of good size costs
 * no second look.
 *
 * @param mostParts looks for each picture at most; 0 for none at all
 * @param leastZoom a part must become so much larger than at first sight
 * @param smallPlate input pixels of width under which a plate is looked at again
 * @param leastVehicle input pixels of width that a vehicle without a plate must have at first sight
 * @param largePicture pixels of the picture for one of the input, from which on an empty picture is
 *     searched part by part
 */
public record SecondLook(
    int mostParts, double leastZoom, double smallPlate, double leastVehicle, double largePicture)
    implements Serializable {

  /** Up to four parts of a picture. */
  public static final SecondLook DEFAULT = new SecondLook(4, 1.4, 22, 24, 3.5);

  /** Every picture is looked at once. */
  public static final SecondLook NONE = new SecondLook(0, 1.4, 22, 24, 3.5);

  /** A plate of a second look shall be about so wide, in input pixels. */
  private static final double PLATE_WIDTH = 52;

  /** Input pixels for one of the picture at most: beyond, enlarging shows nothing new. */
  private static final double MOST_ENLARGED = 1.6;

  /** What is looked at around a vehicle, as a share of its sides. */
  private static final double AROUND = 0.08;

  /** Parts of a large picture side by side overlap by this share of their width. */
  private static final double OVERLAP = 0.16;

  private static final int MAX_PARTS = 16;

  public SecondLook {
    if (mostParts < 0 || mostParts > MAX_PARTS) {
      throw new IllegalArgumentException(
          "mostParts is %d; it must lie between 0 and %d".formatted(mostParts, MAX_PARTS));
    }
    if (!(leastZoom >= 1) || !(largePicture >= 1)) {
      throw new IllegalArgumentException(
          "leastZoom is %s and largePicture %s; both must be at least 1"
              .formatted(leastZoom, largePicture));
    }
    if (!(smallPlate >= 0) || !(leastVehicle >= 0)) {
      throw new IllegalArgumentException(
          "smallPlate is %s and leastVehicle %s; neither may be negative"
              .formatted(smallPlate, leastVehicle));
    }
  }

  /** A thing to look at and the part of the picture to see it in. */
  private record Wish(Rect thing, Rect part) {}

  /**
   * The parts to look at again, in whole pixels and inside the picture, the largest vehicles first.
   *
   * @param bounds the picture
   * @param first the view of the whole picture
   * @param found what was found at first sight
   */
  List<Rect> parts(
      Rect bounds, View first, List<Detection> found, int inputWidth, int inputHeight) {
    if (mostParts == 0) {
      return List.of();
    }
    Frame frame = new Frame(bounds, first.fit().scale(), inputWidth, inputHeight);
    Stream<Wish> wishes =
        found.isEmpty()
            ? everywhere(frame)
            : Stream.concat(bare(found, frame), small(found, frame));
    List<Rect> parts = new ArrayList<>();
    for (Wish wish : (Iterable<Wish>) wishes::iterator) {
      boolean seen = parts.stream().anyMatch(p -> p.intersection(wish.thing) == wish.thing.area());
      boolean nearer = frame.zoom(wish.part) >= leastZoom;
      if (!seen && nearer && parts.size() < mostParts) {
        parts.add(wish.part);
      }
    }
    return parts;
  }

  /** The picture and the input it is seen through. */
  private record Frame(Rect bounds, double scale, int inputWidth, int inputHeight) {

    double zoom(Rect part) {
      return Math.min(inputWidth / part.width(), inputHeight / part.height()) / scale;
    }

    /** The part around the box's middle, grown to the input's shape, moved into the picture. */
    Rect part(Rect box) {
      double aspect = (double) inputWidth / inputHeight;
      double width =
          Math.max(Math.max(box.width(), box.height() * aspect), inputWidth / MOST_ENLARGED);
      double w = Math.min(Math.ceil(width), bounds.width());
      double h = Math.min(Math.ceil(width / aspect), bounds.height());
      return new Rect(
          Math.floor(within(box.centreX() - w / 2, bounds.width() - w)),
          Math.floor(within(box.centreY() - h / 2, bounds.height() - h)),
          w,
          h);
    }
  }

  private static double within(double value, double most) {
    return Math.min(Math.max(value, 0), most);
  }

  private Stream<Wish> bare(List<Detection> found, Frame frame) {
    return Association.of(found).stream()
        .filter(pair -> pair.plate().isEmpty())
        .flatMap(pair -> pair.vehicle().stream())
        .map(Detection::box)
        .filter(box -> box.width() * frame.scale >= leastVehicle)
        .sorted(Comparator.comparingDouble(Rect::area).reversed())
        .map(box -> new Wish(box, frame.part(box.widened(AROUND, AROUND))));
  }

  private Stream<Wish> small(List<Detection> found, Frame frame) {
    return found.stream()
        .filter(detection -> detection.kind() == Kind.PLATE)
        .map(Detection::box)
        .filter(box -> box.width() * frame.scale < smallPlate)
        .map(
            box -> {
              double reach = (frame.inputWidth / PLATE_WIDTH - 1) / 2;
              return new Wish(box, frame.part(box.widened(reach, 0)));
            });
  }

  /** Two by two parts that overlap. */
  private Stream<Wish> everywhere(Frame frame) {
    if (1 / frame.scale < largePicture) {
      return Stream.empty();
    }
    double w = Math.ceil(frame.bounds.width() * (1 + OVERLAP) / 2);
    double h = Math.ceil(frame.bounds.height() * (1 + OVERLAP) / 2);
    double right = frame.bounds.width() - w;
    double bottom = frame.bounds.height() - h;
    return Stream.of(
            new Rect(0, bottom, w, h),
            new Rect(right, bottom, w, h),
            new Rect(0, 0, w, h),
            new Rect(right, 0, w, h))
        .map(part -> new Wish(part, part));
  }
}
