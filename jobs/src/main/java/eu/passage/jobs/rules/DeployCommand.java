package eu.passage.jobs.rules;

import eu.passage.avro.RuleSource;
import eu.passage.cep.language.RuleDocument;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.console.WaitOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code passage rules deploy FILE…}. */
@Command(
    name = "deploy",
    description = {
      "Brings rules into the running job and waits until all of it has them.",
      "Nothing is sent unless every rule is right, has tests, and all tests pass. A rule that is in"
          + " force word for word is left alone. A new version takes the place of the one before"
          + " between two passages and sees the vehicles' past from its first passage on.",
      "With --json one object a line:"
          + " {\"rule\",\"version\",\"state\",\"subtasks\",\"of\",\"seconds\",\"message\"} for each"
          + " rule, subtasks being how many answered. state: ACTIVE, REFUSED or FAILED as the job"
          + " answers, WAITING where not all of it did, UNCHANGED, or WRITTEN (--no-wait). Faults"
          + " are shown as 'rules check --json' shows them, tests as 'rules test --json'."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all rules are in force",
      "1:a rule is wrong, a test fails, or the job refused a rule or did not answer",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DeployCommand extends LiveCommand {

  @Mixin private RuleFilesArgument files = new RuleFilesArgument();

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who answers for the rules: a service or function (default: $USER).")
  private @Nullable String author;

  @Mixin private WaitOptions wait = new WaitOptions();

  @Option(names = "--json", description = "One JSON object a line for each rule.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    String responsible = author();
    Optional<Duration> patience = wait.patience();
    CheckedFiles checked = files.read(config);
    if (!isFit(checked, config)) {
      return ExitCode.NEGATIVE;
    }
    try (RuleTopics topics = new RuleTopics(config)) {
      List<RuleSource> changed = changed(checked.rules(), topics.read(), responsible);
      long begun = System.nanoTime();
      topics.deploy(changed);
      if (patience.isEmpty()) {
        changed.forEach(source -> unasked(source, "WRITTEN", "is written"));
        return ExitCode.OK;
      }
      return await(topics, changed, patience.get(), begun);
    }
  }

  private boolean isFit(CheckedFiles checked, PassageConfig config) {
    if (!checked.isRight()) {
      if (json) {
        FaultLines.of(checked).forEach(this::answer);
      } else {
        say(new FaultsForPeople(Style.ofThisTerminal()).text(checked));
      }
      say("Nothing was deployed.");
      return false;
    }
    RuleTrials trials = RuleTrials.of(checked, config.catalogue());
    if (trials.failures().isEmpty() && trials.untested().isEmpty()) {
      return true;
    }
    TrialsForPeople words = new TrialsForPeople(trials, Style.ofThisTerminal());
    if (json) {
      TrialLines.of(trials).forEach(this::answer);
    } else {
      words.untested().forEach(rule -> say(rule + "\n"));
      words.failures().forEach(failure -> say(failure + "\n"));
    }
    say(words.summary() + ". Nothing was deployed: only what is tested is.");
    return false;
  }

  private List<RuleSource> changed(List<RuleDocument> rules, KnownRules known, String responsible) {
    List<RuleSource> changed = new ArrayList<>();
    for (RuleDocument rule : rules) {
      String id = rule.rule().id();
      Optional<RuleSource> current = known.current(id);
      if (current.isPresent() && same(current.get(), rule) && !isOff(known, id)) {
        unasked(current.get(), "UNCHANGED", "is unchanged, and nothing was sent");
      } else {
        changed.add(
            RuleSource.newBuilder()
                .setRuleId(id)
                .setVersion(known.nextVersion(id))
                .setSource(rule.source())
                .setAuthor(responsible)
                .setDeployedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build());
      }
    }
    return changed;
  }

  private static boolean same(RuleSource current, RuleDocument rule) {
    return current.getSource().strip().equals(rule.source().strip());
  }

  /** A rule that was switched off is switched on by deploying it again. */
  private static boolean isOff(KnownRules known, String id) {
    return known
        .row(id)
        .map(RuleRow::state)
        .filter(state -> state == RuleRow.State.FAILED || state == RuleRow.State.REFUSED)
        .isPresent();
  }

  private int await(RuleTopics topics, List<RuleSource> changed, Duration patience, long begun) {
    Map<Answers, RuleSource> questions = new LinkedHashMap<>();
    changed.forEach(source -> questions.put(Answers.to(source), source));
    List<Answers> silent =
        topics.await(
            List.copyOf(questions.keySet()),
            patience,
            answers -> tell(source(questions, answers), answers, begun));
    silent.forEach(answers -> tellSilence(source(questions, answers), answers, patience));
    return silent.isEmpty()
            && questions.keySet().stream().allMatch(answers -> answers.refusals().isEmpty())
        ? ExitCode.OK
        : ExitCode.NEGATIVE;
  }

  private void tell(RuleSource source, Answers answers, long begun) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (json) {
      answer(ReplyLine.of(source.getVersion(), "ACTIVE", answers, took, "").json());
    } else if (answers.refusals().isEmpty()) {
      answer(AnswerText.done(named(source) + " is in force on", answers, took));
    } else {
      say(AnswerText.refused(named(source), answers));
    }
  }

  private void tellSilence(RuleSource source, Answers answers, Duration patience) {
    String silence = AnswerText.silence(named(source), answers, patience);
    if (json) {
      answer(ReplyLine.of(source.getVersion(), "WAITING", answers, patience, silence).json());
    } else {
      say(silence);
    }
  }

  /** Of a rule that no answer is awaited for. */
  private void unasked(RuleSource source, String state, String words) {
    answer(
        json
            ? ReplyLine.unasked(source.getRuleId(), source.getVersion(), state, "").json()
            : named(source) + " " + words);
  }

  private String author() {
    String name =
        Optional.ofNullable(author)
            .or(() -> Optional.ofNullable(System.getenv("USER")))
            .orElse("")
            .strip();
    if (name.isEmpty()) {
      throw wrong("Who answers for the rules? Write --author NAME, a service or function");
    }
    return name;
  }

  private static RuleSource source(Map<Answers, RuleSource> questions, Answers answers) {
    return Optional.ofNullable(questions.get(answers)).orElseThrow();
  }

  private static String named(RuleSource source) {
    return source.getRuleId() + " version " + source.getVersion();
  }
}
