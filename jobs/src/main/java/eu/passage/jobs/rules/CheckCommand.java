package eu.passage.jobs.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.language.RuleDocument;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.Style;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code passage rules check FILE…}. */
@Command(
    name = "check",
    description = {
      "Says whether files hold right rules, and of every fault where it is and what to write.",
      "With --json one object a line: {\"fault\",\"file\",\"line\",\"column\",\"advice\",\"source\"} for each fault,"
          + " {\"rule\",\"file\",\"line\",\"tests\"} for each rule that is right."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:all are right", "1:something is wrong", "2:the configuration is wrong"},
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RuleFilesArgument files = new RuleFilesArgument();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "One JSON object a line, for editors and scripts.")
  private boolean json;

  @Override
  public Integer call() {
    CheckedFiles checked = files.read(config.read());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      checked.files().forEach(file -> print(out, file));
    } else if (checked.isRight()) {
      int rules = checked.rules().size();
      out.println(Plural.of(rules, "rule") + (rules == 1 ? " is right" : " are right"));
    } else {
      out.println(new FaultsForPeople(Style.ofThisTerminal()).text(checked));
    }
    out.flush();
    return checked.isRight() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private static void print(PrintWriter out, CheckedFile file) {
    FaultLines.of(file).forEach(out::println);
    file.rules().forEach(rule -> out.println(Json.line(json(file, rule))));
  }

  private static ObjectNode json(CheckedFile file, RuleDocument rule) {
    return Json.object()
        .put("rule", rule.rule().id())
        .put("file", file.name())
        .put("line", rule.line())
        .put("tests", rule.tests().size());
  }
}
