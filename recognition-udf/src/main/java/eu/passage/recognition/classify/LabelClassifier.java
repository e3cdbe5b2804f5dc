package eu.passage.recognition.classify;

import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ClassifierDescriptor;
import eu.passage.recognition.model.ClassifierModel;
import eu.passage.recognition.model.ModelDescriptor;
import eu.passage.recognition.model.TorchModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Names one thing about vehicles, or nothing where it is in doubt. Not safe for use by several
 * threads.
 */
public final class LabelClassifier implements AutoCloseable {

  private final TorchModel.Net net;
  private final ClassifierDescriptor descriptor;
  private final String origin;
  private final int maxBatch;
  private final ByteBuffer input;

  /**
   * An answer.
   *
   * @param confidence probability, 0 to 1
   */
  public record Label(String value, float confidence) {}

  /** For batches of at most so many. */
  public LabelClassifier(ClassifierModel model, int maxBatch) {
    net = model.model().newNet();
    descriptor = model.descriptor();
    origin = model.origin();
    this.maxBatch = maxBatch;
    input = net.newInput(maxBatch);
  }

  /** What it tells, such as "make". */
  public String attribute() {
    return descriptor.attribute();
  }

  /** The classifier and its version. */
  public String origin() {
    return origin;
  }

  /**
   * For each subject its label; empty where there is nothing to look at, where it is not sure
   * enough, and where the answer is that there is none.
   */
  public List<Optional<Label>> classify(List<Subject> subjects) {
    List<Optional<Label>> labels =
        new ArrayList<>(Collections.nCopies(subjects.size(), Optional.empty()));
    List<Integer> places = new ArrayList<>(maxBatch);
    for (int i = 0; i < subjects.size(); i++) {
      Optional<Rect> window = Windows.of(descriptor.region(), subjects.get(i));
      if (window.isPresent()) {
        ModelDescriptor.Input size = net.descriptor().input();
        int offset = places.size() * size.bytes();
        subjects
            .get(i)
            .picture()
            .writeRgb(input, offset, window.get(), size.width(), size.height());
        places.add(i);
      }
      if (places.size() == maxBatch) {
        run(places, labels);
      }
    }
    if (!places.isEmpty()) {
      run(places, labels);
    }
    return labels;
  }

  @Override
  public void close() {
    net.close();
  }

  private void run(List<Integer> places, List<Optional<Label>> labels) {
    float[] probabilities = net.run(input, places.size()).get(0);
    for (int i = 0; i < places.size(); i++) {
      labels.set(places.get(i), label(probabilities, i * descriptor.labels().size()));
    }
    places.clear();
  }

  private Optional<Label> label(float[] probabilities, int from) {
    int best = 0;
    for (int i = 1; i < descriptor.labels().size(); i++) {
      if (probabilities[from + i] > probabilities[from + best]) {
        best = i;
      }
    }
    Label label = new Label(descriptor.labels().get(best), probabilities[from + best]);
    return Optional.of(label)
        .filter(l -> l.confidence >= descriptor.threshold())
        .filter(l -> !l.value.equals(descriptor.none()));
  }
}
