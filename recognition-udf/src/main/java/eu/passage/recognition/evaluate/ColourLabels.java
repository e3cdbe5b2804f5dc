package eu.passage.recognition.evaluate;

import eu.passage.avro.Colour;
import eu.passage.recognition.image.Rect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code colours.csv}: the colours of vehicles of several sources, read by eye. */
final class ColourLabels {

  static final String FILE = "colours.csv";
  static final String ROADSIDE = "vehicles-roadside";
  static final String BUS = "vehicles-bus";
  static final String OPEN_IMAGES = "oi";
  static final String LONDON = "vehicles-london";

  private ColourLabels() {}

  /**
   * A vehicle whose colour is known.
   *
   * @param colours each of them is right
   */
  record Labelled(String source, String image, Lab.Marked crop, Set<Colour> colours) {}

  /** The usable vehicles that no training saw, of every source; London's all are. */
  static List<Labelled> heldOut(Lab lab) throws IOException {
    List<Labelled> labelled = new ArrayList<>();
    for (Map<String, String> row : Labels.read(lab.data(FILE))) {
      String source = Labels.text(row, "source");
      String image = Labels.text(row, "image");
      Set<Colour> colours = colours(Labels.text(row, "colour"));
      if (Labels.text(row, "usable").equals("1") && !colours.isEmpty() && heldOut(source, image)) {
        labelled.add(new Labelled(source, image, crop(lab, source, image), colours));
      }
    }
    return labelled;
  }

  /** The images of a source that show no single real vehicle. */
  static Set<String> unusable(Lab lab, String source) throws IOException {
    Set<String> images = new HashSet<>();
    for (Map<String, String> row : Labels.read(lab.data(FILE))) {
      if (Labels.text(row, "source").equals(source) && Labels.text(row, "usable").equals("0")) {
        images.add(Labels.text(row, "image"));
      }
    }
    return images;
  }

  private static boolean heldOut(String source, String image) throws IOException {
    String file = image.substring(image.lastIndexOf('/') + 1);
    return switch (source) {
      case ROADSIDE -> HeldOut.roadside(image.substring(0, image.indexOf('/')), file);
      case BUS, OPEN_IMAGES -> HeldOut.photograph(file);
      case LONDON -> true;
      default -> throw new IOException("%s names a source '%s'".formatted(FILE, source));
    };
  }

  private static Lab.Marked crop(Lab lab, String source, String image) {
    if (source.equals(OPEN_IMAGES)) {
      return boxed(lab, image);
    }
    return new Lab.Marked(lab.data(source, image), Optional.empty());
  }

  /** {@code PHOTOGRAPH_x_y_w_h.jpg} is a box in a photograph. */
  private static Lab.Marked boxed(Lab lab, String image) {
    String[] parts = image.substring(0, image.lastIndexOf('.')).split("_");
    int numbers = parts.length - 4;
    String photograph = String.join("_", List.of(parts).subList(0, numbers));
    Rect box =
        new Rect(
            Double.parseDouble(parts[numbers]),
            Double.parseDouble(parts[numbers + 1]),
            Double.parseDouble(parts[numbers + 2]),
            Double.parseDouble(parts[numbers + 3]));
    return new Lab.Marked(
        lab.data("plates-openimages", "images", photograph + ".jpg"), Optional.of(box));
  }

  /** Silver is grey; "silver|grey" is right either way; unknown is not asked for. */
  private static Set<Colour> colours(String label) {
    return Stream.of(label.split("\\|"))
        .map(name -> name.equals("silver") ? "GREY" : name.toUpperCase(Locale.ROOT))
        .map(Colour::valueOf)
        .filter(colour -> colour != Colour.UNKNOWN)
        .collect(Collectors.toSet());
  }
}
