package eu.passage.recognition.bench;

import eu.passage.recognition.detect.Detection;
import eu.passage.recognition.detect.Detection.Kind;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the nets' numbers say, taken in the plainest way: for the yardsticks only. */
final class PlainOutput {

  static final String READING = "the likeliest character at each step";

  private static final int FIELDS = 6;
  private static final double SAME = 0.5;
  private static final int LEAST_TEXT = 2;

  private PlainOutput() {}

  /** The boxes of one picture above their threshold that overlap none better of their kind. */
  static List<Detection> boxes(
      float[] rows, int from, int count, ModelDescriptor detector, double scaleX, double scaleY) {
    List<Detection> found = new ArrayList<>();
    for (int at = from; at < from + count; at += FIELDS) { // best first
      Kind kind = rows[at + 5] < 0.5f ? Kind.PLATE : Kind.VEHICLE;
      double least = detector.scoreThreshold(kind == Kind.PLATE ? "plate" : "vehicle");
      Rect box =
          new Rect(
              rows[at] * scaleX,
              rows[at + 1] * scaleY,
              rows[at + 2] * scaleX,
              rows[at + 3] * scaleY);
      boolean is = rows[at + 4] >= least && box.width() >= 2 && box.height() >= 2;
      if (is && found.stream().noneMatch(f -> f.kind() == kind && f.box().iou(box) > SAME)) {
        found.add(new Detection(kind, box, rows[at + 4]));
      }
    }
    return found;
  }

  /** The likeliest class at each step, repetitions and blanks left out; empty for a character. */
  static Optional<String> text(float[] steps, String alphabet) {
    StringBuilder text = new StringBuilder();
    int classes = alphabet.length() + 1;
    int last = 0;
    for (int at = 0; at < steps.length; at += classes) {
      int best = 0;
      for (int i = 1; i < classes; i++) {
        best = steps[at + i] > steps[at + best] ? i : best;
      }
      if (best != 0 && best != last) {
        text.append(alphabet.charAt(best - 1));
      }
      last = best;
    }
    return text.length() < LEAST_TEXT ? Optional.empty() : Optional.of(text.toString());
  }
}
