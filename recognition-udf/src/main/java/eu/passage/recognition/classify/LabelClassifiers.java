package eu.passage.recognition.classify;

import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.MakeEstimate;
import eu.passage.recognition.model.ClassifierModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All classifiers together. Of several that tell the make the first with an answer counts: the
 * operator's own come before the shipped one. Not safe for use by several threads.
 */
public final class LabelClassifiers implements AutoCloseable {

  /** The attribute that has a field of its own in observations. */
  private static final String MAKE = "make";

  private final List<LabelClassifier> classifiers;

  /** For batches of at most so many. */
  public LabelClassifiers(List<ClassifierModel> models, int maxBatch) {
    classifiers = models.stream().map(model -> new LabelClassifier(model, maxBatch)).toList();
  }

  /** For each subject what is said of it. */
  public List<Labels> classify(List<Subject> subjects) {
    List<List<Optional<LabelClassifier.Label>>> said =
        classifiers.stream().map(classifier -> classifier.classify(subjects)).toList();
    List<Labels> labels = new ArrayList<>(subjects.size());
    for (int i = 0; i < subjects.size(); i++) {
      labels.add(together(said, i));
    }
    return labels;
  }

  @Override
  public void close() {
    classifiers.forEach(LabelClassifier::close);
  }

  private Labels together(List<List<Optional<LabelClassifier.Label>>> said, int subject) {
    Optional<MakeEstimate> make = Optional.empty();
    List<AttributeEstimate> others = new ArrayList<>();
    for (int i = 0; i < classifiers.size(); i++) {
      LabelClassifier classifier = classifiers.get(i);
      Optional<LabelClassifier.Label> label = said.get(i).get(subject);
      if (classifier.attribute().equals(MAKE)) {
        make = make.or(() -> label.map(l -> new MakeEstimate(l.value(), l.confidence())));
      } else {
        label.ifPresent(
            l ->
                others.add(
                    new AttributeEstimate(
                        classifier.attribute(), l.value(), l.confidence(), classifier.origin())));
      }
    }
    return new Labels(make, others);
  }
}
