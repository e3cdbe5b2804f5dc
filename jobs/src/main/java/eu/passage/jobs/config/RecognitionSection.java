package eu.passage.jobs.config;

import eu.passage.recognition.RecognitionSettings;
import eu.passage.recognition.Thresholds;
import eu.passage.recognition.gate.GateSettings;
import eu.passage.recognition.image.FetchSettings;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.model.Compute;
import eu.passage.recognition.model.ModelSource;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about recognition; see {@link RecognitionSettings}.
 *
 * @param modelDirectory of models of one's own, on every machine that recognises; null: the shipped
 *     ones
 */
public record RecognitionSection(
    @Nullable String modelDirectory,
    Compute compute,
    GateSettings gate,
    ImageLimits images,
    FetchSettings fetch,
    Thresholds thresholds,
    int batchSize,
    Duration batchDelay) {

  /** Checks at once what the module checks. */
  public RecognitionSection {
    settings(
        new CameraCatalogue(List.of()),
        modelDirectory,
        compute,
        gate,
        images,
        fetch,
        thresholds,
        batchSize,
        batchDelay);
  }

  /** As the module takes them. */
  public RecognitionSettings settings(CameraCatalogue cameras) {
    return settings(
        cameras, modelDirectory, compute, gate, images, fetch, thresholds, batchSize, batchDelay);
  }

  /** The same with other bounds on pictures and other places to fetch them from. */
  public RecognitionSection with(ImageLimits limits, FetchSettings places) {
    return new RecognitionSection(
        modelDirectory, compute, gate, limits, places, thresholds, batchSize, batchDelay);
  }

  private static RecognitionSettings settings(
      CameraCatalogue cameras,
      @Nullable String modelDirectory,
      Compute compute,
      GateSettings gate,
      ImageLimits images,
      FetchSettings fetch,
      Thresholds thresholds,
      int batchSize,
      Duration batchDelay) {
    ModelSource models =
        modelDirectory == null ? ModelSource.SHIPPED : ModelSource.folder(Path.of(modelDirectory));
    return new RecognitionSettings(
        cameras, models.with(compute), gate, images, fetch, thresholds, batchSize, batchDelay);
  }
}
