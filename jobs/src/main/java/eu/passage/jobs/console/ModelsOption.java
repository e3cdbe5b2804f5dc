package eu.passage.jobs.console;

import eu.passage.recognition.model.ModelSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --models DIR}, the same for every command. */
public final class ModelsOption {

  private static final List<String> DIRECTORIES =
      List.of("detector", "reader", "attributes", "make");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "Models of one's own: any of detector/, reader/, attributes/ and make/; the shipped ones take"
              + " the place of what is not there.")
  private @Nullable Path folder;

  /** The models named, or the shipped ones. */
  public ModelSource source() {
    return sourceOr(ModelSource.SHIPPED);
  }

  /**
   * The models named, or others.
   *
   * @throws ParameterException when the folder holds none
   */
  public ModelSource sourceOr(ModelSource others) {
    Path own = folder;
    if (own == null) {
      return others;
    }
    if (DIRECTORIES.stream()
        .noneMatch(name -> Files.exists(own.resolve(name).resolve("model.json")))) {
      throw new ParameterException(
          spec.commandLine(),
          "--models: %s has no model.json in any of %s".formatted(own, DIRECTORIES));
    }
    return ModelSource.folderAndShipped(own);
  }
}
