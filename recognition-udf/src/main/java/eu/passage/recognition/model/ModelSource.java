package eu.passage.recognition.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the models come from: the ones shipped inside the jar, or a folder of an operator's own
 * with the directories {@code detector}, {@code reader} and {@code attributes}, each with a {@code
 * model.json} and the TorchScript file it names.
 *
 * @param folder absolute path, or null for the shipped models
 * @param completed whether the shipped models take the place of those that the folder lacks
 */
public record ModelSource(@Nullable String folder, boolean completed) implements Serializable {

  /** The models of this release. */
  public static final ModelSource SHIPPED = new ModelSource(null, false);

  private static final String RESOURCES = "/eu/passage/recognition/models/";

  /** The models in a folder, which must be readable on every machine that recognises. */
  public static ModelSource folder(Path folder) {
    return new ModelSource(folder.toAbsolutePath().normalize().toString(), false);
  }

  /**
   * The models in a folder and, for the directories that it lacks, the shipped ones: to try one.
   */
  public static ModelSource folderAndShipped(Path folder) {
    return new ModelSource(folder.toAbsolutePath().normalize().toString(), true);
  }

  /** Whether a model comes from the folder; else it is a shipped one. */
  public boolean isOwn(String directory) {
    return folder != null && !(completed && !Files.isDirectory(Path.of(folder, directory)));
  }

  /**
   * @throws ModelException when there is no such file
   */
  InputStream open(String directory, String file) {
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
          "model folder %s: cannot read %s; it must hold detector/, reader/ and attributes/, each with model.json and its .pt file"
              .formatted(folder, path),
          e);
    }
  }

  @Override
  public String toString() {
    return folder == null ? "shipped models" : folder;
  }
}
