package eu.passage.recognition.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of a classifier besides what it says of every model.
 *
 * @param kind always "classifier"
 * @param attribute what it tells, such as "make" or "model"
 * @param region what it looks at
 * @param labels its answers, in the order of its outputs, no two the same
 * @param none the label that means no answer; empty where every label is an answer
 * @param threshold the least probability of an answer, 0 to 1
 */
public record ClassifierDescriptor(
    String kind,
    String attribute,
    Region region,
    List<String> labels,
    String none,
    double threshold) {

  private static final String KIND = "classifier";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /** As it stands in the file. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Written(
      @Nullable String kind,
      @Nullable String attribute,
      @Nullable String region,
      @Nullable List<String> labels,
      @Nullable String none,
      @Nullable Map<String, Double> scoreThreshold) {}

  public ClassifierDescriptor {
    labels = List.copyOf(labels);
  }

  /**
   * @throws ModelException when a key is missing or wrong; the message names file, key and what
   *     would be right
   */
  static ClassifierDescriptor read(ModelSource source, String directory) {
    String file = "%s/model.json of %s".formatted(directory, source);
    try (InputStream in = source.open(directory, "model.json")) {
      return checked(file, JSON.readValue(in, Written.class));
    } catch (IOException e) {
      throw new ModelException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static ClassifierDescriptor checked(String file, Written written) {
    String kind = required(file, "kind", written.kind());
    if (!kind.equals(KIND)) {
      throw wrong(file, "kind", kind, KIND);
    }
    String name = required(file, "region", written.region());
    Region region =
        Region.of(name)
            .orElseThrow(() -> wrong(file, "region", name, String.join(" or ", Region.keys())));
    List<String> labels = required(file, "labels", written.labels());
    if (labels.isEmpty() || new HashSet<>(labels).size() < labels.size()) {
      throw wrong(file, "labels", labels.toString(), "names, each of them once");
    }
    String none = written.none() == null ? "" : written.none();
    if (!none.isEmpty() && !labels.contains(none)) {
      throw wrong(file, "none", none, "one of labels");
    }
    Double threshold = required(file, "scoreThreshold", written.scoreThreshold()).get("label");
    double least = required(file, "scoreThreshold.label", threshold);
    if (!(least >= 0 && least <= 1)) {
      throw wrong(file, "scoreThreshold.label", Double.toString(least), "between 0 and 1");
    }
    String attribute = required(file, "attribute", written.attribute());
    return new ClassifierDescriptor(kind, attribute, region, labels, none, least);
  }

  private static <T> T required(String file, String key, @Nullable T value) {
    if (value == null) {
      throw new ModelException("%s: key '%s' is missing".formatted(file, key));
    }
    return value;
  }

  private static ModelException wrong(String file, String key, String value, String right) {
    return new ModelException("%s: %s is '%s'; it must be %s".formatted(file, key, value, right));
  }
}
