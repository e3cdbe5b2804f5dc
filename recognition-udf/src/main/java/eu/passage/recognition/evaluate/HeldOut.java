package eu.passage.recognition.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which photographs no training sees: the same rule as in {@code training/attributes/crops.py}.
 * What belongs together (a stretch of a recording, the cuts of one photograph) stays together.
 */
final class HeldOut {

  private static final int FIFTHS = 5;
  private static final int STRETCH = 20;
  private static final int PHOTOGRAPH_ID = 16;

  private HeldOut() {}

  /** A crop of {@code vehicles-roadside}, as "car/car17.jpg": held out by stretch of twenty. */
  static boolean roadside(String folder, String file) {
    String digits = file.substring(0, file.lastIndexOf('.')).replaceAll("\\D", "");
    return isFirstFifth(folder + Integer.parseInt(digits) / STRETCH);
  }

  /** A crop whose name begins with the id of its photograph. */
  static boolean photograph(String file) {
    return isFirstFifth(file.substring(0, Math.min(PHOTOGRAPH_ID, file.length())));
  }

  private static boolean isFirstFifth(String group) {
    CRC32 crc = new CRC32();
    crc.update(group.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % FIFTHS == 0;
  }
}
