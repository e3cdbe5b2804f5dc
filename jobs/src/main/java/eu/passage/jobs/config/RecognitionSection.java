package eu.passage.jobs.config;

import eu.passage.recognition.RecognitionSettings;
import eu.passage.recognition.Thresholds;
import eu.passage.recognition.detect.SecondLook;
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
 * @param classifierDirectory of classifiers of one's own, a directory for each, on every machine
 *     that recognises; null: none
 */
public record RecognitionSection(
    @Nullable String modelDirectory,
    @Nullable String classifierDirectory,
    Compute compute,
    GateSettings gate,
    ImageLimits images,
    FetchSettings fetch,
    Thresholds thresholds,
    SecondLook secondLook,
    int batchSize,
    Duration batchDelay) {

  /** Checks at once what the module checks. */
  public RecognitionSection {
    ModelSource models = models(modelDirectory, classifierDirectory, compute);
    CameraCatalogue none = new CameraCatalogue(List.of());
    new RecognitionSettings(
        none, models, gate, images, fetch, thresholds, secondLook, batchSize, batchDelay);
  }

  /** As the module takes them. */
  public RecognitionSettings settings(CameraCatalogue cameras) {
    ModelSource models = models(modelDirectory, classifierDirectory, compute);
    return new RecognitionSettings(
        cameras, models, gate, images, fetch, thresholds, secondLook, batchSize, batchDelay);
  }

  /** The same with other bounds on pictures and other places to fetch them from. */
  public RecognitionSection with(ImageLimits limits, FetchSettings places) {
    return new RecognitionSection(
        modelDirectory,
        classifierDirectory,
        compute,
        gate,
        limits,
        places,
        thresholds,
        secondLook,
        batchSize,
        batchDelay);
  }

  private static ModelSource models(
      @Nullable String modelDirectory, @Nullable String classifierDirectory, Compute compute) {
    ModelSource models =
        modelDirectory == null ? ModelSource.SHIPPED : ModelSource.folder(Path.of(modelDirectory));
    if (classifierDirectory != null) {
      models = models.withClassifiers(Path.of(classifierDirectory));
    }
    return models.with(compute);
  }
}
