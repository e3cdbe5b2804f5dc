package eu.passage.jobs.bans;

import eu.passage.cep.trucks.bans.BanDocument;
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

/** {@code passage bans check FILE…}. */
@Command(
    name = "check",
    description = {
      "Says whether files hold right bans, and of every fault where it is and what to write.",
      "With --json one object a line: {\"fault\",\"file\",\"line\",\"column\",\"advice\",\"source\"} for each fault,"
          + " {\"ban\",\"version\",\"file\",\"line\",\"tests\"} for each version of a ban where all are right."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:all are right", "1:something is wrong", "2:the configuration is wrong"},
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BanFiles files = new BanFiles();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<List<BanDocument>> bans = files.read(out);
    bans.ifPresent(right -> tell(out, right));
    out.flush();
    return bans.isPresent() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private void tell(PrintWriter out, List<BanDocument> bans) {
    if (files.json()) {
      bans.forEach(one -> out.println(line(one)));
    } else {
      out.println(Plural.of(bans.size(), "ban") + (bans.size() == 1 ? " is" : " are") + " right");
    }
  }

  private static String line(BanDocument one) {
    return Json.line(
        Json.object()
            .put("ban", one.ban().id())
            .put("version", one.ban().version())
            .put("file", one.file())
            .put("line", one.line())
            .put("tests", one.tests().size()));
  }
}
