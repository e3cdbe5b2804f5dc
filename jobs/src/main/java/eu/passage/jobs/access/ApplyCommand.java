package eu.passage.jobs.access;

import eu.passage.jobs.access.BrokerAccess.Change;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code passage acls apply}. */
@Command(
    name = "apply",
    description = {
      "Gives the principals of the table the rights that it names, and takes every other from them.",
      "Rights of principals that it does not name stay. The broker must have an authoriser."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the broker is as the table says",
      "2:the command line, the configuration or the table is wrong",
      "3:Kafka does not answer or does not allow it"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ApplyCommand extends LiveCommand {

  @Mixin private PlanOption plan = new PlanOption();

  @Override
  protected int run(PassageConfig config) {
    AccessPlan wanted = plan.read();
    try (BrokerAccess access = new BrokerAccess(config)) {
      Change change = access.apply(wanted);
      change.given().forEach(one -> answer("given  " + AclLine.of(one)));
      change.taken().forEach(one -> answer("taken  " + AclLine.of(one)));
      answer("%d given, %d taken".formatted(change.given().size(), change.taken().size()));
    }
    return ExitCode.OK;
  }
}
