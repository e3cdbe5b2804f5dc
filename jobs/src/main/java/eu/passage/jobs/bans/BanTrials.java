package eu.passage.jobs.bans;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.language.RuleTest.Expected;
import eu.passage.cep.trucks.bans.BanDocument;
import eu.passage.cep.trucks.bans.BanTest;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.Style;
import java.util.ArrayList;
import java.util.List;

/** The tests that bans carry, run. */
final class BanTrials {

  private record Trial(BanDocument ban, BanTest test, BanTest.Outcome outcome) {}

  private final List<BanDocument> bans;
  private final List<Trial> trials = new ArrayList<>();

  BanTrials(List<BanDocument> bans) {
    this.bans = bans;
    for (BanDocument one : bans) {
      one.tests().forEach(test -> trials.add(new Trial(one, test, test.run(one.ban()))));
    }
  }

  long failed() {
    return trials.stream().filter(trial -> !trial.outcome().passed()).count();
  }

  /** For people: what lacks, what fails, and a summary. */
  List<String> texts() {
    Style style = Style.ofThisTerminal();
    List<String> texts = new ArrayList<>();
    for (BanDocument one : bans) {
      String lack = lack(one);
      if (!lack.isEmpty()) {
        String place = "%s:%d: %s %s".formatted(one.file(), one.line(), one.ban().id(), lack);
        texts.add(style.yellow(place) + "\n  Add one of what it must leave alone.\n");
      }
    }
    trials.stream()
        .filter(trial -> !trial.outcome().passed())
        .forEach(trial -> texts.add(failure(trial, style)));
    String counts = Plural.of(bans.size(), "ban") + ", " + Plural.of(trials.size(), "test");
    long failed = failed();
    String verdict = failed == 0 ? "all pass" : failed + (failed == 1 ? " fails" : " fail");
    texts.add(trials.isEmpty() ? counts : counts + ": " + verdict);
    return texts;
  }

  /** For scripts: one object a line. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    trials.forEach(trial -> lines.add(line(trial)));
    for (BanDocument one : bans) {
      String lack = lack(one);
      if (!lack.isEmpty()) {
        ObjectNode warning = Json.object().put("warning", one.ban().id() + " " + lack);
        lines.add(Json.line(placed(warning, one, one.line())));
      }
    }
    lines.add(
        Json.line(
            Json.object()
                .put("bans", bans.size())
                .put("tests", trials.size())
                .put("failed", failed())));
    return lines;
  }

  private static String failure(Trial trial, Style style) {
    StringBuilder text =
        new StringBuilder(
            style.bold(
                "%s:%d: a test of %s fails"
                    .formatted(trial.ban().file(), trial.test().line(), trial.ban().ban().id())));
    trial
        .outcome()
        .missing()
        .forEach(one -> text.append("\n").append(style.red("  missing:    " + one.text())));
    trial
        .outcome()
        .unexpected()
        .forEach(one -> text.append("\n").append(style.red("  unexpected: " + one.text())));
    return text.append("\n").toString();
  }

  private static String line(Trial trial) {
    ObjectNode line = placed(Json.object(), trial.ban(), trial.test().line());
    line.put("passed", trial.outcome().passed());
    texts(line.putArray("missing"), trial.outcome().missing());
    texts(line.putArray("unexpected"), trial.outcome().unexpected());
    return Json.line(line);
  }

  private static void texts(ArrayNode array, List<Expected> breaches) {
    breaches.forEach(one -> array.add(one.text()));
  }

  private static ObjectNode placed(ObjectNode line, BanDocument one, int at) {
    return line.put("ban", one.ban().id())
        .put("version", one.ban().version())
        .put("file", one.file())
        .put("line", at);
  }

  /** Empty where nothing lacks. */
  private static String lack(BanDocument one) {
    if (one.tests().isEmpty()) {
      return "has no tests";
    }
    return one.tests().stream().anyMatch(test -> test.expect().isEmpty())
        ? ""
        : "has no test with 'expect: []'";
  }
}
