package eu.passage.jobs.topics;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.topics.BrokerTopics.Difference;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage topics apply}. */
@Command(
    name = "apply",
    description = {
      "Creates the topics that are missing and sets how long each is kept, as topics.yaml and the"
          + " configuration's recipients say. No topic is deleted. What a shorter span no longer"
          + " allows, the broker deletes soon after.",
      "Prints every setting that was not as it must be."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the broker is as it must be",
      "1:with --check: it is not",
      "2:the command line or the configuration is wrong",
      "3:Kafka does not answer or does not allow it"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ApplyCommand extends LiveCommand {

  @Option(names = "--check", description = "Change nothing, only say what is not as it must be.")
  private boolean check;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of topics that are created (default: ${DEFAULT-VALUE}).")
  private int partitions = 4;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "3",
      description = "Replicas of topics that are created (default: ${DEFAULT-VALUE}).")
  private short replicas = 3;

  @Override
  protected int run(PassageConfig config) {
    List<TopicPlan> plans = TopicPlan.all(config);
    try (BrokerTopics topics = new BrokerTopics(config)) {
      List<Difference> differences =
          check ? topics.differences(plans) : topics.apply(plans, partitions, replicas);
      differences.forEach(this::tell);
      return check && !differences.isEmpty() ? ExitCode.NEGATIVE : ExitCode.OK;
    }
  }

  private void tell(Difference one) {
    answer(
        "%s %s: %s -> %s"
            .formatted(
                one.topic(),
                one.setting(),
                one.is().isEmpty() ? "missing" : one.is(),
                one.planned()));
  }
}
