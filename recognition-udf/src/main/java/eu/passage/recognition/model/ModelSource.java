package eu.passage.recognition.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the models come from: the ones shipped inside the jar, or a folder of an operator's own
 * with the directories {@code detector}, {@code reader}, {@code attributes} and, where makes are to
 * be read, {@code make}, each with a {@code model.json} and the TorchScript file it names.
 * Classifiers of an operator's own may lie in a folder of their own besides. And how all are to
 * run.
 *
 * @param folder absolute path, or null for the shipped models
 * @param completed whether the shipped models take the place of those that the folder lacks
 * @param classifiers absolute path of a folder with a directory for each classifier, or null for
 *     none
 */
public record ModelSource(
    @Nullable String folder, boolean completed, @Nullable String classifiers, Compute compute)
    implements Serializable {

  /** The models of this release. */
  public static final ModelSource SHIPPED = new ModelSource(null, false, null, Compute.AUTO);

  private static final String RESOURCES = "/eu/passage/recognition/models/";

  /** The models in a folder, which must be readable on every machine that recognises. */
  public static ModelSource folder(Path folder) {
    return new ModelSource(absolute(folder), false, null, Compute.AUTO);
  }

  /**
   * The models in a folder and, for the directories that it lacks, the shipped ones: to try one.
   */
  public static ModelSource folderAndShipped(Path folder) {
    return new ModelSource(absolute(folder), true, null, Compute.AUTO);
  }

  /**
   * The same models and classifiers of one's own, in a folder that must be readable on every
   * machine that recognises.
   */
  public ModelSource withClassifiers(Path directory) {
    return new ModelSource(folder, completed, absolute(directory), compute);
  }

  /** The same models, run in other numbers or elsewhere. */
  public ModelSource with(Compute how) {
    return new ModelSource(folder, completed, classifiers, how);
  }

  /** Whether a model comes from the folder; else it is a shipped one. */
  boolean isOwn(String directory) {
    return folder != null
        && !(completed && !Files.exists(Path.of(folder, directory, "model.json")));
  }

  /** Where the operator's own classifiers come from. */
  Optional<ModelSource> ownClassifiers() {
    return Optional.ofNullable(classifiers).map(own -> new ModelSource(own, false, null, compute));
  }

  /** Whether a model is there, broken or not. */
  boolean has(String directory) {
    return folder != null && isOwn(directory)
        ? Files.exists(Path.of(folder, directory))
        : ModelSource.class.getResource(RESOURCES + directory + "/model.json") != null;
  }

  /** The folder of a source that is one. */
  Path path() {
    if (folder == null) {
      throw new IllegalStateException("the shipped models lie in no folder");
    }
    return Path.of(folder);
  }

  private static String absolute(Path directory) {
    return directory.toAbsolutePath().normalize().toString();
  }

  /**
   * What the model.json of one of the directories says.
   *
   * @throws ModelException when it is missing or wrong
   */
  public ModelDescriptor descriptor(String directory) {
    return ModelDescriptor.read(this, directory);
  }

  /**
   * A file of one of the directories.
   *
   * @throws ModelException when there is no such file
   */
  public InputStream open(String directory, String file) {
    if (folder == null || !isOwn(directory)) {
      InputStream resource =
          ModelSource.class.getResourceAsStream(RESOURCES + directory + "/" + file);
      if (resource == null) {
        throw new ModelException(
            "this build ships no model '%s' (%s%s/%s is missing); name a folder of models"
                .formatted(directory, RESOURCES, directory, file));
      }
      return resource;
    }
    Path path = Path.of(folder, directory, file);
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new ModelException(
          "model folder %s: cannot read %s; a folder of models holds detector/, reader/ and attributes/, one of classifiers a directory for each, all with model.json and its .pt file"
              .formatted(folder, path),
          e);
    }
  }

  @Override
  public String toString() {
    return folder == null ? "shipped models" : folder;
  }
}
