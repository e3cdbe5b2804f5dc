package eu.passage.jobs.tolls;

import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.Style;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code passage tolls test [FILE…]}. */
@Command(
    name = "test",
    description = {
      "Checks tariffs and runs the tests they carry.",
      "Of a passage that owes something else than its test says it shows the line and what it owes."
          + " It warns of a version that has no tests.",
      "With --json one object a line: {\"warning\",\"tariff\",\"version\",\"file\",\"line\"} for each"
          + " version without tests, last {\"tariffs\",\"tests\",\"passages\",\"untested\"}. Faults"
          + " and tests that fail are shown as 'tolls check --json' shows faults."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all tests pass",
      "1:a tariff is wrong or a test fails",
      "2:the configuration is wrong"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TariffFilesArgument files = new TariffFilesArgument();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<List<TariffDocument>> tariffs = files.read(out);
    tariffs.ifPresent(
        right -> {
          right.stream()
              .filter(one -> one.tests().isEmpty())
              .forEach(one -> out.println(warning(one)));
          out.println(summary(right));
        });
    out.flush();
    return tariffs.isPresent() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private String warning(TariffDocument one) {
    String lack = one.tariff().name() + " has no tests";
    if (files.json()) {
      return Json.line(
          Json.object()
              .put("warning", lack)
              .put("tariff", one.tariff().id())
              .put("version", one.tariff().version())
              .put("file", one.file())
              .put("line", one.line()));
    }
    String place = "%s:%d: %s".formatted(one.file(), one.line(), lack);
    return Style.ofThisTerminal().yellow(place)
        + "\n  Add some that show where its prices change.\n";
  }

  private String summary(List<TariffDocument> tariffs) {
    int tests = tariffs.stream().mapToInt(one -> one.tests().size()).sum();
    int passages =
        tariffs.stream()
            .flatMap(one -> one.tests().stream())
            .mapToInt(test -> test.given().size())
            .sum();
    if (files.json()) {
      return Json.line(
          Json.object()
              .put("tariffs", tariffs.size())
              .put("tests", tests)
              .put("passages", passages)
              .put("untested", tariffs.stream().filter(one -> one.tests().isEmpty()).count()));
    }
    String counts =
        Plural.of(tariffs.size(), "tariff")
            + ", "
            + Plural.of(tests, "test")
            + " with "
            + Plural.of(passages, "passage");
    return tests == 0 ? counts : counts + ": all pass";
  }
}
