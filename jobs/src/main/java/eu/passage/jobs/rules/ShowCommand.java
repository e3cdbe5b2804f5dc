package eu.passage.jobs.rules;

import eu.passage.avro.RuleSource;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.schemas.text.Suggestion;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage rules show ID}. */
@Command(
    name = "show",
    description = {
      "Prints the text of a rule, to start one's own from.",
      "A shipped rule needs no running system; of any other rule it is the text deployed last."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:printed",
      "1:there is no such rule",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShowCommand extends LiveCommand {

  @Parameters(paramLabel = "ID", description = "The rule's name.")
  private String id = "";

  @Option(
      names = "--deployed",
      description = "What the running system has, also where a shipped rule has this name.")
  private boolean deployed;

  @Override
  protected int run(PassageConfig config) {
    if (!deployed && ShippedRules.ALL.contains(id)) {
      print(ShippedRules.text(id));
      return ExitCode.OK;
    }
    try (RuleTopics topics = new RuleTopics(config)) {
      KnownRules known = topics.read();
      Optional<RuleSource> source = known.current(id);
      if (source.isPresent()) {
        print(source.get().getSource());
        return ExitCode.OK;
      }
      Set<String> there = new TreeSet<>(deployed ? Set.of() : ShippedRules.ALL);
      known.rows().forEach(row -> there.add(row.id()));
      say("There is no rule '%s'%s.".formatted(id, Suggestion.of(id, there)));
      return ExitCode.NEGATIVE;
    }
  }

  private void print(String text) {
    out().print(text);
    out().flush();
  }
}
