package eu.passage.recognition.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model that names one thing about a vehicle: the shipped one its make, an operator's own
 * whatever it was trained for.
 */
public record ClassifierModel(TorchModel model, ClassifierDescriptor descriptor)
    implements AutoCloseable {

  private static final String MAKE = "make";

  /**
   * Those of the operator's folder in the order of their directories' names, then the one for the
   * make among the models, where there is one.
   *
   * @throws ModelException when one of them is damaged or not what its descriptor says; then none
   *     stays loaded
   */
  static List<ClassifierModel> loadAll(ModelSource source) {
    List<ClassifierModel> loaded = new ArrayList<>();
    try {
      Optional<ModelSource> own = source.ownClassifiers();
      for (String directory : own.map(ClassifierModel::directories).orElse(List.of())) {
        loaded.add(load(own.orElseThrow(), directory));
      }
      if (source.has(MAKE)) {
        loaded.add(load(source, MAKE));
      }
      return List.copyOf(loaded);
    } catch (RuntimeException e) {
      loaded.forEach(ClassifierModel::close);
      throw e;
    }
  }

  /** As records carry it: directory and version. */
  public String origin() {
    return model.descriptor().name() + "/" + model.version();
  }

  @Override
  public void close() {
    model.close();
  }

  private static ClassifierModel load(ModelSource source, String directory) {
    ClassifierDescriptor descriptor = ClassifierDescriptor.read(source, directory);
    String name = ModelDescriptor.read(source, directory).name();
    if (!name.equals(directory)) {
      throw new ModelException(
          "%s/model.json of %s: name is '%s'; it must be that of its directory"
              .formatted(directory, source, name));
    }
    TorchModel model = TorchModel.load(source, directory);
    try {
      int outputs = ModelSet.tryOut(model, 3, 1).get(0).length;
      if (outputs != descriptor.labels().size()) {
        throw new ModelException(
            "classifier '%s' of %s gives %d numbers, but its model.json has %d labels"
                .formatted(directory, source, outputs, descriptor.labels().size()));
      }
      return new ClassifierModel(model, descriptor);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static List<String> directories(ModelSource source) {
    Path folder = source.path();
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ModelException(
          "folder of classifiers %s cannot be read; it must hold a directory for each, with model.json and its .pt file"
              .formatted(folder),
          e);
    }
  }
}
