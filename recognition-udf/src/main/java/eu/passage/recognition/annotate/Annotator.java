package eu.passage.recognition.annotate;

import eu.passage.avro.PlateReading;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.image.Sketch;
import eu.passage.recognition.image.Sketch.Format;
import eu.passage.recognition.image.Sketch.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws into a copy of a picture what was recognised in it, so that a person can look. */
public final class Annotator {

  /** A copy of which neither side is this long is magnified, or no text would fit. */
  private static final int SMALLEST = 640;

  /**
   * A capital letter's height as a share of the picture's longer side, and its bounds in pixels.
   */
  private static final double CAPITAL = 1 / 75.0;

  private static final int MIN_CAPITAL = 9;
  private static final int MAX_CAPITAL = 60;

  /** From this confidence on a reading can be relied on. */
  private static final double SURE = 0.9;

  private static final Ink VEHICLE = new Ink(64, 180, 255);
  private static final Ink SURE_PLATE = new Ink(80, 220, 100);
  private static final Ink UNSURE_PLATE = new Ink(255, 190, 40);
  private static final Ink UNREAD_PLATE = new Ink(255, 90, 80);
  private static final Ink SHADE = new Ink(16, 18, 22);

  private Annotator() {}

  private record Mark(Rect box, String text, Ink ink, int capital) {}

  /**
   * The copy: a box around every vehicle with its type and colour, a box around every plate with
   * its text, country and confidence (green from 0.9 on, amber below, red where it could not be
   * read). A small picture's copy is larger by a whole factor.
   */
  public static byte[] annotate(Picture picture, List<Sighting> sightings, Format format) {
    int longer = Math.max(picture.width(), picture.height());
    int times = longer >= SMALLEST ? 1 : (SMALLEST + longer - 1) / longer;
    int capital =
        Math.min(Math.max((int) Math.round(longer * times * CAPITAL), MIN_CAPITAL), MAX_CAPITAL);
    try (Sketch sketch = Sketch.of(picture, times)) {
      List<Mark> marks = marks(sightings, times, capital);
      int thickness = Math.max(2, capital / 5);
      for (Mark mark : marks) {
        sketch.outline(mark.box, SHADE, thickness + 2);
        sketch.outline(mark.box, mark.ink, thickness);
      }
      LabelPlaces labels = new LabelPlaces(sketch.width(), sketch.height());
      marks.forEach(mark -> labels.keepFree(mark.box));
      for (Mark mark : marks) {
        label(sketch, labels, mark);
      }
      return sketch.encode(format);
    }
  }

  /** Plates first: their texts get the best places. */
  private static List<Mark> marks(List<Sighting> sightings, int times, int capital) {
    List<Mark> marks = new ArrayList<>();
    for (Sighting sighting : sightings) {
      sighting
          .plateBox()
          .ifPresent(
              box ->
                  marks.add(
                      new Mark(
                          scaled(box, times),
                          Wording.plate(sighting.plate()),
                          ink(sighting.plate()),
                          capital)));
    }
    for (Sighting sighting : sightings) {
      sighting
          .vehicleBox()
          .ifPresent(
              box ->
                  marks.add(
                      new Mark(
                          scaled(box, times),
                          Wording.vehicle(sighting),
                          VEHICLE,
                          Math.max(MIN_CAPITAL, capital * 4 / 5))));
    }
    return marks;
  }

  private static Ink ink(Optional<PlateReading> plate) {
    return plate
        .map(read -> read.getConfidence() >= SURE ? SURE_PLATE : UNSURE_PLATE)
        .orElse(UNREAD_PLATE);
  }

  private static void label(Sketch sketch, LabelPlaces labels, Mark mark) {
    double padding = mark.capital * 0.5;
    double width = Sketch.textWidth(mark.text, mark.capital) + 2 * padding;
    double height = mark.capital + 2 * padding;
    Rect place = labels.place(mark.box, width, height);
    sketch.fill(place, SHADE);
    sketch.text(mark.text, place.x() + padding, place.bottom() - padding, mark.capital, mark.ink);
  }

  private static Rect scaled(Rect box, int times) {
    return new Rect(box.x() * times, box.y() * times, box.width() * times, box.height() * times);
  }
}
