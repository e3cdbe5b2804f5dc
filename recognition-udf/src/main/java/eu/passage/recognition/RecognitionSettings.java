package eu.passage.recognition;

import eu.passage.recognition.detect.SecondLook;
import eu.passage.recognition.gate.GateSettings;
import eu.passage.recognition.image.FetchSettings;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.model.ModelSource;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.Serializable;
import java.time.Duration;

/**
 * Everything that can be set about recognition; {@link #of} gives the defaults.
 *
 * @param cameras the cameras whose frames are accepted
 * @param models the shipped models, or a folder of others
 * @param gate how far clocks may differ; by default 5 minutes ahead and 7 days behind
 * @param images how large pictures may be; by default 2 MiB, 8192 pixels a side, 24 megapixels
 * @param fetch from where pictures may be fetched; by default from nowhere
 * @param thresholds how sure a net must be
 * @param secondLook which parts of a picture are looked at from nearer
 * @param batchSize how many frames go through the nets together at most; by default 8
 * @param batchDelay how long the first frame of a batch waits for others at most; by default 5 ms:
 *     what queues while a batch is recognised makes the next one large by itself
 */
public record RecognitionSettings(
    CameraCatalogue cameras,
    ModelSource models,
    GateSettings gate,
    ImageLimits images,
    FetchSettings fetch,
    Thresholds thresholds,
    SecondLook secondLook,
    int batchSize,
    Duration batchDelay)
    implements Serializable {

  private static final int MAX_BATCH = 64;

  public RecognitionSettings {
    if (batchSize < 1 || batchSize > MAX_BATCH) {
      throw new IllegalArgumentException(
          "batchSize is %d; it must lie between 1 and %d".formatted(batchSize, MAX_BATCH));
    }
    if (batchDelay.isNegative()) {
      throw new IllegalArgumentException(
          "batchDelay is %s; it must not be negative".formatted(batchDelay));
    }
  }

  /** The defaults for these cameras. */
  public static RecognitionSettings of(CameraCatalogue cameras) {
    return new RecognitionSettings(
        cameras,
        ModelSource.SHIPPED,
        GateSettings.DEFAULT,
        ImageLimits.DEFAULT,
        FetchSettings.NONE,
        Thresholds.DEFAULT,
        SecondLook.DEFAULT,
        8,
        Duration.ofMillis(5));
  }

  /** The same with models from elsewhere. */
  public RecognitionSettings withModels(ModelSource source) {
    return new RecognitionSettings(
        cameras, source, gate, images, fetch, thresholds, secondLook, batchSize, batchDelay);
  }

  /** The same with other bounds on clocks. */
  public RecognitionSettings withGate(GateSettings bounds) {
    return new RecognitionSettings(
        cameras, models, bounds, images, fetch, thresholds, secondLook, batchSize, batchDelay);
  }

  /** The same with other limits on pictures. */
  public RecognitionSettings withImages(ImageLimits limits) {
    return new RecognitionSettings(
        cameras, models, gate, limits, fetch, thresholds, secondLook, batchSize, batchDelay);
  }

  /** The same with other places to fetch pictures from. */
  public RecognitionSettings withFetch(FetchSettings places) {
    return new RecognitionSettings(
        cameras, models, gate, images, places, thresholds, secondLook, batchSize, batchDelay);
  }

  /** The same with other thresholds. */
  public RecognitionSettings withThresholds(Thresholds least) {
    return new RecognitionSettings(
        cameras, models, gate, images, fetch, least, secondLook, batchSize, batchDelay);
  }

  /** The same with another second look. */
  public RecognitionSettings withSecondLook(SecondLook look) {
    return new RecognitionSettings(
        cameras, models, gate, images, fetch, thresholds, look, batchSize, batchDelay);
  }

  /** The same with other batches. */
  public RecognitionSettings withBatches(int size, Duration delay) {
    return new RecognitionSettings(
        cameras, models, gate, images, fetch, thresholds, secondLook, size, delay);
  }
}
