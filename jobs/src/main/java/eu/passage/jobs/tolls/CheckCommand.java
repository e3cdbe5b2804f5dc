package eu.passage.jobs.tolls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Plural;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code passage tolls check [FILE…]}. */
@Command(
    name = "check",
    description = {
      "Says whether files hold right tariffs whose tests pass and which can stand together, and of"
          + " every fault where it is and what to write.",
      "With --json one object a line: {\"fault\",\"file\",\"line\",\"column\",\"advice\",\"source\"}"
          + " for each fault, {\"tariff\",\"version\",\"file\",\"line\",\"tests\"} for each version"
          + " of a tariff where all are right."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:all are right", "1:something is wrong", "2:the configuration is wrong"},
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TariffFilesArgument files = new TariffFilesArgument();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<List<TariffDocument>> tariffs = files.read(out);
    tariffs.ifPresent(right -> tell(out, right));
    out.flush();
    return tariffs.isPresent() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private void tell(PrintWriter out, List<TariffDocument> tariffs) {
    if (files.json()) {
      tariffs.forEach(one -> out.println(Json.line(json(one))));
    } else {
      out.println(
          Plural.of(tariffs.size(), "tariff") + (tariffs.size() == 1 ? " is right" : " are right"));
    }
  }

  private static ObjectNode json(TariffDocument one) {
    return Json.object()
        .put("tariff", one.tariff().id())
        .put("version", one.tariff().version())
        .put("file", one.file())
        .put("line", one.line())
        .put("tests", one.tests().size());
  }
}
