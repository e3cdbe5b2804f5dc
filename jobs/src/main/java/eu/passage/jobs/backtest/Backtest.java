package eu.passage.jobs.backtest;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.model.Rule;
import eu.passage.jobs.backtest.input.Handover;
import eu.passage.jobs.backtest.input.PassageInput;
import eu.passage.jobs.backtest.input.ReadLedger;
import eu.passage.jobs.backtest.report.BacktestResult;
import eu.passage.jobs.backtest.tally.Comparison;
import eu.passage.jobs.backtest.tally.Comparison.Side;
import eu.passage.jobs.backtest.tally.Tally;
import eu.passage.jobs.console.ProgressBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/** One run: starts the job, follows it to its end, and says what it found. */
public final class Backtest {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final int cores;
  private final Duration handling;
  private final int samples;

  /**
   * @param handling what an alert costs the person who handles it
   * @param samples so many of each rule's first alerts are shown whole
   */
  public Backtest(int cores, Duration handling, int samples) {
    this.cores = cores;
    this.handling = handling;
    this.samples = samples;
  }

  /**
   * Runs the rules over the passages.
   *
   * @param told is given each alert that people would have been told, in order of time
   * @throws Exception what made the job fail
   */
  public BacktestResult run(
      PassageInput input,
      RuleVersions rules,
      DetectionSettings settings,
      Consumer<RuleAlert> told,
      ProgressBar progress)
      throws Exception {
    Tally tally = new Tally(rules.rules().stream().map(Rule::id).toList(), samples);
    Optional<Comparison> comparison =
        rules.oldNames().isEmpty()
            ? Optional.empty()
            : Optional.of(new Comparison(rules.patience(), samples));
    AlertBook book = new AlertBook(alert -> note(alert, rules.oldNames(), tally, comparison, told));
    Path directory = Files.createTempDirectory("passage-backtest-");
    directory.toFile().deleteOnExit();
    try (Handover<AlertBook> handover = new Handover<>(book)) {
      StreamExecutionEnvironment env = BacktestJob.environment(cores, directory);
      BacktestJob.build(env, input, rules.sources(), settings, handover);
      var job = env.executeAsync(BacktestJob.NAME).getJobExecutionResult();
      follow(job, input.ledger(), rules.sources().size(), progress);
      job.get();
    } finally {
      progress.clear();
      // the cluster is closing and deletes there too
      FileUtils.deleteDirectoryQuietly(directory.toFile());
    }
    book.finish();
    comparison.ifPresent(Comparison::finish);
    return new BacktestResult(
        input.name(),
        rules.rules(),
        new CameraTable(settings.cameras()),
        input.ledger().summary(),
        tally,
        comparison,
        handling);
  }

  private static void note(
      RuleAlert alert,
      Map<String, String> oldNames,
      Tally tally,
      Optional<Comparison> comparison,
      Consumer<RuleAlert> told) {
    String old = oldNames.get(alert.ruleId());
    if (old != null) {
      comparison.ifPresent(c -> c.add(Side.OLD, old, alert));
      return;
    }
    tally.add(alert);
    comparison.ifPresent(c -> c.add(Side.NEW, alert.ruleId(), alert));
    if (alert.outcome() == Outcome.TOLD) {
      told.accept(alert);
    }
  }

  private static void follow(
      CompletableFuture<?> job, ReadLedger ledger, int rules, ProgressBar progress)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (!hasEnded(job)) {
      double share = ledger.share();
      progress.show(
          share,
          share < 1
              ? String.format(Locale.ROOT, "reading, %,d passages", ledger.passages())
              : String.format(
                  Locale.ROOT,
                  "asking %d rules about %,d passages, %d s",
                  rules,
                  ledger.passages(),
                  TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)));
    }
  }

  /** Waits a little; what made a job fail is told by whoever asks for its result. */
  private static boolean hasEnded(CompletableFuture<?> job) throws InterruptedException {
    try {
      job.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }
}
