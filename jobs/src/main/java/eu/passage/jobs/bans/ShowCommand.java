package eu.passage.jobs.bans;

import eu.passage.cep.trucks.bans.BanTexts;
import eu.passage.jobs.console.ExitCode;
import eu.passage.schemas.text.Suggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage bans show NAME}. */
@Command(
    name = "show",
    description = "Prints a file of bans that comes with Passage, to start one's own from.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:printed", "1:there is no such file"},
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "Its name.")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    if (!BanTexts.SHIPPED.contains(name)) {
      spec.commandLine()
          .getErr()
          .printf(
              "No bans '%s' come with Passage%s. There are: %s%n",
              name, Suggestion.of(name, BanTexts.SHIPPED), String.join(", ", BanTexts.SHIPPED));
      return ExitCode.NEGATIVE;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(BanTexts.shipped(name));
    out.flush();
    return ExitCode.OK;
  }
}
