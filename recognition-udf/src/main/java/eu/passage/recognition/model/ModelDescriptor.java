package eu.passage.recognition.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model's {@code model.json}. Keys that tell people something (what it was trained on, its
 * figures) are not read here.
 *
 * @param name detector, reader or attributes; the directory's name too
 * @param version named by every observation that the model had a part in
 * @param file the TorchScript file beside it
 * @param bf16 the same net with convolutions in bfloat16, made from that file; null: there is none
 * @param int8 the same with convolutions in 8-bit whole numbers; null: there is none
 * @param input what one sample looks like
 * @param alphabet reader: the characters of its classes 1, 2, …; class 0 is CTC's blank
 * @param countries reader: ISO 3166-1 alpha-2 codes, and OTHER
 * @param types attributes: names of VehicleType, in the order of its outputs
 * @param colours attributes: names of Colour, in the order of its outputs
 * @param scoreThreshold detector: the least score of a "plate" and of a "vehicle"; attributes: the
 *     least probability of a "type" and of a "colour", optional
 * @param calibration reader: how its confidences are made honest, as the reader's Calibration
 *     tells; empty: as it is for most
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelDescriptor(
    String name,
    String version,
    String file,
    @Nullable Twin bf16,
    @Nullable Twin int8,
    Input input,
    String alphabet,
    List<String> countries,
    List<String> types,
    List<String> colours,
    Map<String, Double> scoreThreshold,
    Map<String, Double> calibration) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /** One sample: rows of 8-bit samples, 1 channel (grey) or 3 (RGB). */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Input(int width, int height, int channels) {

    /** Bytes of one sample. */
    public int bytes() {
      return width * height * channels;
    }
  }

  /**
   * A second file of the model: the same net in other numbers.
   *
   * @param file beside the other
   * @param madeFrom SHA-256 of the file that it was made from, in lower-case hex
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Twin(String file, String madeFrom) {

    public Twin(@Nullable String file, @Nullable String madeFrom) {
      this.file = required("file of bf16 or int8", file);
      this.madeFrom = required("madeFrom of bf16 or int8", madeFrom);
    }
  }

  public ModelDescriptor(
      @Nullable String name,
      @Nullable String version,
      @Nullable String file,
      @Nullable Twin bf16,
      @Nullable Twin int8,
      @Nullable Input input,
      @Nullable String alphabet,
      @Nullable List<String> countries,
      @Nullable List<String> types,
      @Nullable List<String> colours,
      @Nullable Map<String, Double> scoreThreshold,
      @Nullable Map<String, Double> calibration) {
    this.name = required("name", name);
    this.version = required("version", version);
    this.file = required("file", file);
    this.bf16 = bf16;
    this.int8 = int8;
    this.input = required("input", input);
    this.alphabet = alphabet == null ? "" : alphabet;
    this.countries = countries == null ? List.of() : List.copyOf(countries);
    this.types = types == null ? List.of() : List.copyOf(types);
    this.colours = colours == null ? List.of() : List.copyOf(colours);
    this.scoreThreshold = scoreThreshold == null ? Map.of() : Map.copyOf(scoreThreshold);
    this.calibration = calibration == null ? Map.of() : Map.copyOf(calibration);
  }

  static ModelDescriptor read(ModelSource source, String directory) {
    try (InputStream in = source.open(directory, "model.json")) {
      return JSON.readValue(in, ModelDescriptor.class);
    } catch (IOException e) {
      throw new ModelException(
          "%s/model.json of %s cannot be read: %s".formatted(directory, source, e.getMessage()), e);
    }
  }

  /** The least score that a detection of this kind must have. */
  public double scoreThreshold(String kind) {
    Double threshold = scoreThreshold.get(kind);
    if (threshold == null) {
      throw new ModelException(
          "%s/model.json lacks scoreThreshold.%s, a number between 0 and 1".formatted(name, kind));
    }
    return threshold;
  }

  private static <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("key '%s' is missing".formatted(key));
    }
    return value;
  }
}
