package eu.passage.recognition.evaluate;

import eu.passage.avro.PlateReading;
import java.util.Optional;

/** Whether a plate was read right. */
final class Texts {

  private Texts() {}

  /** Whether two texts are the same with 0/O and 1/I folded. */
  static boolean same(String read, String truth) {
    return fold(read).equals(fold(truth));
  }

  /** Whether something was read, and right. */
  static boolean same(Optional<PlateReading> read, String truth) {
    return read.filter(reading -> same(reading.getText(), truth)).isPresent();
  }

  /** A misreading, for people. */
  static String mistake(String where, String truth, Optional<PlateReading> read) {
    return "%s: %s read as %s"
        .formatted(
            where,
            truth,
            read.map(r -> "%s (%.2f)".formatted(r.getText(), r.getConfidence())).orElse("nothing"));
  }

  private static String fold(String text) {
    return text.replace('O', '0').replace('I', '1');
  }
}
