package eu.passage.recognition.evaluate;

import eu.passage.recognition.image.Rect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labels of {@code plates-romania}: four rides past one dashboard camera. */
final class Ride {

  static final String FOLDER = "plates-romania";
  static final String NIGHT = "nightride_type3_001";
  static final String DAY_1 = "dayride_type1_001";
  static final String DAY_2 = "dayride_type1_002";
  static final String DAY_3 = "dayride_type1_003";

  /** What all that looks at the rides reads. */
  static final List<String> NEEDS =
      List.of(FOLDER + "/boxes.csv", FOLDER + "/texts.csv", FOLDER + "/images");

  /** The two files of labels were drawn apart and differ by a few pixels. */
  private static final double SAME_BOX = 0.7;

  private Ride() {}

  /** A plate that a person marked, and its text where it could be read. */
  record Plate(Rect box, Optional<String> text) {}

  /** A frame and all plates that are marked in it. */
  record Frame(Path file, List<Plate> plates) {}

  /** A plate that was transcribed. */
  record Transcribed(Path file, String ride, Rect box, String text) {}

  /** The frames of a ride, in the order of their names. */
  static List<Frame> frames(Lab lab, String ride) throws IOException {
    List<Transcribed> texts = transcribed(lab);
    Map<Path, List<Plate>> plates = new TreeMap<>();
    for (Map<String, String> row : Labels.read(lab.data(FOLDER, "boxes.csv"))) {
      if (Labels.text(row, "ride").equals(ride)) {
        Path file = image(lab, row);
        Rect box = Labels.box(row);
        Optional<String> text =
            texts.stream()
                .filter(t -> t.file.equals(file) && t.box.iou(box) >= SAME_BOX)
                .map(Transcribed::text)
                .findFirst();
        plates.computeIfAbsent(file, f -> new ArrayList<>()).add(new Plate(box, text));
      }
    }
    List<Frame> frames = new ArrayList<>();
    plates.forEach((file, marked) -> frames.add(new Frame(file, marked)));
    return frames;
  }

  /** All plates that were transcribed, of every ride. */
  static List<Transcribed> transcribed(Lab lab) throws IOException {
    List<Transcribed> texts = new ArrayList<>();
    for (Map<String, String> row : Labels.read(lab.data(FOLDER, "texts.csv"))) {
      texts.add(
          new Transcribed(
              image(lab, row),
              Labels.text(row, "ride"),
              Labels.box(row),
              Labels.text(row, "text")));
    }
    return texts;
  }

  private static Path image(Lab lab, Map<String, String> row) throws IOException {
    return lab.data(FOLDER, "images", Labels.text(row, "image"));
  }
}
