package eu.passage.jobs.tolls;

import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.cep.toll.files.TariffFiles;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.FaultText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments {@code [FILE…]} and {@code --json}, the same for every command about tariffs. */
final class TariffFilesArgument {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Files of tariffs, or names of those that come with Passage (default: those of the"
              + " configuration).")
  private List<String> names = List.of();

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "One JSON object a line, for editors and scripts.")
  private boolean json;

  boolean json() {
    return json;
  }

  PassageConfig config() {
    return config.read();
  }

  /** All tariffs; empty where something is wrong, which is told then. */
  Optional<List<TariffDocument>> read(PrintWriter out) {
    try {
      return Optional.of(TariffFiles.read(names.isEmpty() ? config().tolls().tariffs() : names));
    } catch (RuleException e) {
      FaultText.tell(e.faults(), json, out);
      return Optional.empty();
    }
  }
}
