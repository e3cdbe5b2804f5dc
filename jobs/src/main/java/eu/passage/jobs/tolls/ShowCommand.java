package eu.passage.jobs.tolls;

import eu.passage.cep.toll.files.ShippedTariffs;
import eu.passage.jobs.console.ExitCode;
import eu.passage.schemas.text.Suggestion;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage tolls show NAME}. */
@Command(
    name = "show",
    description = "Prints a file of tariffs that comes with Passage, to start one's own from.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:printed", "1:there is no such file"},
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description =
          "Its name: commune-per-passage, be-2019 or fr-axles; schema for the JSON Schema"
              + " of such files, which editors complete and underline by.")
  private String name = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name.equals("schema")) {
      out.print(ShippedTariffs.schema());
    } else if (ShippedTariffs.ALL.contains(name)) {
      out.print(ShippedTariffs.text(name));
    } else {
      spec.commandLine()
          .getErr()
          .printf(
              "No tariffs '%s' come with Passage%s. There are: %s%n",
              name, Suggestion.of(name, ShippedTariffs.ALL), String.join(", ", ShippedTariffs.ALL));
      return ExitCode.NEGATIVE;
    }
    out.flush();
    return ExitCode.OK;
  }
}
