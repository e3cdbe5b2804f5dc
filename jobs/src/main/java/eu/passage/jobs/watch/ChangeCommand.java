package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.WaitOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that writes an entry and waits until the running job has told what became of it. */
abstract class ChangeCommand extends LiveCommand {

  /** For the help of each. */
  static final String JSON_HELP =
      "With --json one object: {\"entry\",\"version\",\"state\",\"seconds\",\"faults\":[],"
          + "\"message\"}. state: what the job told (PROPOSED, APPROVED, ACTIVE, WITHDRAWN,"
          + " CORRECTED or REFUSED), WAITING where it did not answer, UNCHANGED where nothing was"
          + " sent, or WRITTEN (--no-wait). {\"fault\"} for each thing that is missing or wrong.";

  /** For the help of those that withdraw. */
  static final String ALERTS_HELP =
      "Then it waits until all that were told of its open alerts know, and says after how long; with"
          + " --json: \"alerts\" (how many), \"told\":{\"RECIPIENT\":SECONDS}, \"open\":[] (alerts"
          + " that are not withdrawn yet). It reads alerts and alert-updates for that.";

  @Mixin private WaitOptions wait = new WaitOptions();

  @Option(names = "--json", description = "One JSON object instead of words.")
  private boolean json;

  private Optional<Duration> patience = Optional.empty();

  @Override
  protected final int run(PassageConfig config) {
    patience = wait.patience();
    return change(config);
  }

  /**
   * Does the change.
   *
   * @return the exit status
   */
  abstract int change(PassageConfig config);

  /** Whether scripts read the answer. */
  final boolean isForScripts() {
    return json;
  }

  /** Nothing is written, and this is why. */
  final int refuse(List<String> faults) {
    return words().refuse(faults);
  }

  /** It is so already. */
  final int unchanged(WatchEntry entry, String why) {
    return words().unchanged(entry, why);
  }

  private ChangeWords words() {
    return new ChangeWords(json, this::answer, this::say);
  }

  /**
   * Writes versions of entries and waits for the job's answer to the first.
   *
   * @param step what is hoped for
   * @param words what it means: {@code is in force}
   */
  final int send(WatchTopics topics, List<WatchEntry> versions, WatchStep step, String words) {
    return send(topics, versions, step, words, Optional.empty());
  }

  /** The same where the first is a withdrawal: those who were told of its alerts must know. */
  final int withdraw(WatchTopics topics, List<WatchEntry> versions, WatchStep step, String words) {
    if (patience.isEmpty()) {
      return send(topics, versions, step, words);
    }
    Optional<AlertsTakenBack> alerts =
        AlertsTakenBack.of(topics.config(), versions.get(0).getEntryId());
    try {
      return send(topics, versions, step, words, alerts);
    } finally {
      alerts.ifPresent(AlertsTakenBack::close);
    }
  }

  private int send(
      WatchTopics topics,
      List<WatchEntry> versions,
      WatchStep step,
      String words,
      Optional<AlertsTakenBack> alerts) {
    WatchEntry asked = versions.get(0);
    WatchAudit.record(topics.config(), versions);
    long begun = System.nanoTime();
    topics.write(versions);
    if (patience.isEmpty()) {
      return words().written(asked);
    }
    Optional<WatchEvent> answer = topics.await(asked, step, patience.get());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (answer.isEmpty()) {
      return words().silence(asked, patience.get());
    } else if (answer.get().getStep() == WatchStep.REFUSED) {
      return words().refused(asked, answer.get(), took);
    } else if (alerts.isEmpty()) {
      return words().done(asked, step, words, took);
    }
    TakenBack taken = alerts.get().await(begun, patience.get());
    return words().done(asked, step, words, took, taken);
  }
}
