package eu.passage.recognition.bench;

import eu.passage.avro.Frame;
import eu.passage.avro.Image;
import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import eu.passage.recognition.Observations;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.Stage;
import eu.passage.recognition.Thresholds;
import eu.passage.recognition.image.FetchSettings;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.model.ModelSource;
import eu.passage.schemas.ids.Ids;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the operator does with a batch: hash, header, decoding, the nets, observations. */
public final class Ours implements Contender {

  private final Recogniser recogniser;
  private final int batchSize;
  private final ImageLoader loader = new ImageLoader(ImageLimits.DEFAULT, FetchSettings.NONE);
  private final Map<byte[], Frame> frames = new IdentityHashMap<>();
  private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

  public Ours(ModelSource models, int batchSize) {
    recogniser = Recogniser.open(models, Thresholds.DEFAULT, batchSize);
    this.batchSize = batchSize;
  }

  @Override
  public Description description() {
    String numbers = numbers(recogniser.modelVersion());
    return new Description(
        "Passage " + numbers,
        "libtorch through DJL, OpenCV",
        numbers,
        batchSize,
        "beam search with syntax, a second look");
  }

  /** The narrowest numbers that any of the models calculates in, as its version tells. */
  private static String numbers(String modelVersion) {
    return Stream.of("int8", "bf16")
        .filter(narrow -> modelVersion.contains("+" + narrow))
        .findFirst()
        .orElse("fp32");
  }

  /** Nanoseconds spent in each stage so far. */
  public Map<Stage, Long> nanos() {
    return Map.copyOf(nanos);
  }

  @Override
  public List<Found> recognise(List<byte[]> encoded) {
    List<Found> found = new ArrayList<>(encoded.size());
    for (int from = 0; from < encoded.size(); from += batchSize) {
      List<byte[]> batch = encoded.subList(from, Math.min(from + batchSize, encoded.size()));
      batch(batch).stream().map(Ours::found).forEach(found::add);
    }
    return found;
  }

  @Override
  public void close() {
    recogniser.close();
  }

  private static Found found(List<Observation> observations) {
    return new Found(
        (int) observations.stream().filter(seen -> seen.getVehicleBox() != null).count(),
        observations.stream()
            .map(Observation::getPlate)
            .filter(Objects::nonNull)
            .map(PlateReading::getText)
            .toList());
  }

  /** The observations of each frame. */
  private List<List<Observation>> batch(List<byte[]> encoded) {
    List<Picture> pictures = new ArrayList<>(encoded.size());
    try {
      long begun = System.nanoTime();
      for (byte[] one : encoded) {
        pictures.add(loader.begin(frame(one).getImage()).await());
      }
      took(Stage.DECODE, System.nanoTime() - begun);
      List<List<Sighting>> sightings = recogniser.recognise(pictures, this::took);
      List<List<Observation>> observations = new ArrayList<>(pictures.size());
      for (int i = 0; i < pictures.size(); i++) {
        observations.add(
            Observations.of(
                frame(encoded.get(i)),
                pictures.get(i),
                sightings.get(i),
                recogniser.modelVersion()));
      }
      return observations;
    } catch (ImageRefusedException e) {
      throw new IllegalArgumentException("a frame cannot be used: " + e.getMessage(), e);
    } finally {
      pictures.forEach(Picture::close);
    }
  }

  private void took(Stage stage, long spent) {
    nanos.merge(stage, spent, Long::sum);
  }

  private Frame frame(byte[] encoded) {
    return frames.computeIfAbsent(encoded, Ours::frameOf);
  }

  /** A frame as a gateway would send it. */
  public static Frame frameOf(byte[] encoded) {
    Instant now = Instant.now();
    String sha256 = Ids.sha256Hex(encoded);
    return Frame.newBuilder()
        .setFrameId(sha256)
        .setCameraId("BENCH")
        .setCapturedAt(now)
        .setReceivedAt(now)
        .setSource("bench")
        .setImage(
            Image.newBuilder()
                .setSha256(sha256)
                .setContentType("image/jpeg")
                .setBytes(ByteBuffer.wrap(encoded))
                .build())
        .build();
  }
}
