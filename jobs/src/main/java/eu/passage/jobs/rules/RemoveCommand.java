package eu.passage.jobs.rules;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.WaitOptions;
import eu.passage.schemas.text.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage rules remove ID…}. */
@Command(
    name = "remove",
    description = {
      "Takes rules out of the running job and waits until all of it has let them go.",
      "With --json one object a line:"
          + " {\"rule\",\"version\",\"state\",\"subtasks\",\"of\",\"seconds\",\"message\"} for each"
          + " rule, subtasks being how many answered. state: REMOVED, REMOVING where not all of the"
          + " job has answered, or WRITTEN (--no-wait). {\"fault\",\"rule\"} for each rule that there"
          + " is not."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the rules are no longer asked",
      "1:there is no such rule (nothing was removed), or the job did not answer",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RemoveCommand extends LiveCommand {

  @Parameters(paramLabel = "ID", arity = "1..*", description = "Names of rules, as list shows.")
  private List<String> ids = List.of();

  @Mixin private WaitOptions wait = new WaitOptions();

  @Option(names = "--json", description = "One JSON object a line for each rule.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    Optional<Duration> patience = wait.patience();
    List<String> wanted = List.copyOf(new LinkedHashSet<>(ids));
    try (RuleTopics topics = new RuleTopics(config)) {
      KnownRules known = topics.read();
      List<String> there = known.rows().stream().map(RuleRow::id).toList();
      List<String> unknown = wanted.stream().filter(id -> !there.contains(id)).toList();
      if (!unknown.isEmpty()) {
        unknown.forEach(id -> sayUnknown(id, there));
        say("Nothing was removed; 'rules list' shows what there is.");
        return ExitCode.NEGATIVE;
      }
      long begun = System.nanoTime();
      topics.remove(wanted, afterAll(wanted, known));
      boolean done = true;
      if (patience.isPresent()) {
        done = await(topics, wanted, known, patience.get(), begun);
      } else if (json) {
        wanted.forEach(
            id -> answer(ReplyLine.unasked(id, version(known, id), "WRITTEN", "").json()));
      }
      wanted.stream().filter(known::isConfigured).forEach(this::sayThatItComesBack);
      return done ? ExitCode.OK : ExitCode.NEGATIVE;
    }
  }

  /** A removal goes by its time: it must follow what it removes, whatever that author's clock. */
  private static Instant afterAll(List<String> wanted, KnownRules known) {
    return wanted.stream()
        .map(id -> known.changedAt(id).plusMillis(1))
        .reduce(Instant.now(), (a, b) -> a.isAfter(b) ? a : b);
  }

  private boolean await(
      RuleTopics topics, List<String> wanted, KnownRules known, Duration patience, long begun) {
    List<Answers> silent =
        topics.await(
            wanted.stream().map(Answers::toRemoval).toList(),
            patience,
            answers -> tell(answers, known, begun));
    silent.forEach(answers -> tellSilence(answers, known, patience));
    return silent.isEmpty();
  }

  private void tell(Answers answers, KnownRules known, long begun) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    answer(
        json
            ? ReplyLine.of(version(known, answers.ruleId()), "REMOVED", answers, took, "").json()
            : AnswerText.done(answers.ruleId() + " is removed from", answers, took));
  }

  private void tellSilence(Answers answers, KnownRules known, Duration patience) {
    String id = answers.ruleId();
    String silence = AnswerText.silence("The removal of " + id, answers, patience);
    if (json) {
      answer(ReplyLine.of(version(known, id), "REMOVING", answers, patience, silence).json());
    } else {
      say(silence);
    }
  }

  /** The version that is taken away. */
  private static int version(KnownRules known, String id) {
    return known.row(id).map(RuleRow::version).orElse(0);
  }

  private void sayUnknown(String id, List<String> there) {
    String fault = "There is no rule '%s'%s.".formatted(id, Suggestion.of(id, there));
    if (json) {
      answer(Json.line(Json.object().put("fault", fault).put("rule", id)));
    } else {
      say(fault);
    }
  }

  private void sayThatItComesBack(String id) {
    say(
        id
            + " comes with the configuration: unless it is taken out of detection.rules there, it"
            + " is back when a job starts from nothing.");
  }
}
