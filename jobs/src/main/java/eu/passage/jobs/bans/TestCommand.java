package eu.passage.jobs.bans;

import eu.passage.cep.trucks.bans.BanDocument;
import eu.passage.jobs.console.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code passage bans test FILE…}. */
@Command(
    name = "test",
    description = {
      "Checks bans and runs the tests they carry.",
      "Of a test that fails it shows the breaches that are missing and those that are unexpected."
          + " It warns of a ban whose tests never say what it must leave alone (expect: []).",
      "With --json one object a line: {\"ban\",\"version\",\"file\",\"line\",\"passed\",\"missing\",\"unexpected\"}"
          + " for each test, {\"warning\",\"ban\",\"version\",\"file\",\"line\"} for each ban that lacks tests, last"
          + " {\"bans\",\"tests\",\"failed\"}. Faults are shown as 'bans check --json' shows them."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all tests pass",
      "1:a ban is wrong or a test fails",
      "2:the configuration is wrong"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BanFiles files = new BanFiles();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<List<BanDocument>> bans = files.read(out);
    boolean passed = bans.isPresent() && tell(out, new BanTrials(bans.get()));
    out.flush();
    return passed ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private boolean tell(PrintWriter out, BanTrials trials) {
    (files.json() ? trials.lines() : trials.texts()).forEach(out::println);
    return trials.failed() == 0;
  }
}
