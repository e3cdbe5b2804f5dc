package eu.passage.jobs.bans;

import eu.passage.cep.language.RuleException;
import eu.passage.cep.trucks.bans.BanDocument;
import eu.passage.cep.trucks.bans.BanTexts;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.console.FaultText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments {@code FILE…} and {@code --json}, the same for every command that takes bans. */
final class BanFiles {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of bans, or names of those that come with Passage.")
  private List<String> names = List.of();

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "One JSON object a line, for editors and scripts.")
  private boolean json;

  boolean json() {
    return json;
  }

  /**
   * All bans, checked against the cameras of the configuration; empty where something is wrong,
   * which is told then.
   */
  Optional<List<BanDocument>> read(PrintWriter out) {
    try {
      return Optional.of(BanTexts.read(names, config.read().catalogue()));
    } catch (RuleException e) {
      FaultText.tell(e.faults(), json, out);
      return Optional.empty();
    }
  }
}
