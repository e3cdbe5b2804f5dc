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
 * model.json} and the TorchScript file it names; and how they are to run.
 *
 * @param folder absolute path, or null for the shipped models
 */
public record ModelSource(@Nullable String folder, Compute compute) implements Serializable {

  /** The models of this release. */
  public static final ModelSource SHIPPED = new ModelSource(null, Compute.AUTO);

  private static final String RESOURCES = "/eu/passage/recognition/models/";

  /** The models in a folder, which must be readable on every machine that recognises. */
  public static ModelSource folder(Path folder) {
    return new ModelSource(folder.toAbsolutePath().normalize().toString(), Compute.AUTO);
  }

  /** The same models, run in other numbers or elsewhere. */
  public ModelSource with(Compute how) {
    return new ModelSource(folder, how);
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
    if (folder == null) {
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
