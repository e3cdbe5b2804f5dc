package eu.passage.jobs.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Shown;
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
    if (json) {
      faults.forEach(fault -> answer(Json.line(Json.object().put("fault", fault))));
    } else {
      faults.forEach(fault -> say("- " + Shown.text(fault)));
    }
    say("Nothing was written.");
    return ExitCode.NEGATIVE;
  }

  /** It is so already. */
  final int unchanged(WatchEntry entry, String words) {
    if (json) {
      answer(line(entry, "UNCHANGED", Duration.ZERO, List.of(), words));
    } else {
      answer("%s %s, and nothing was sent".formatted(entry.getEntryId(), Shown.text(words)));
    }
    return ExitCode.OK;
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
      tell(asked, "WRITTEN", Duration.ZERO, "is written");
      return ExitCode.OK;
    }
    Optional<WatchEvent> answer = topics.await(asked, step, patience.get());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (answer.isEmpty()) {
      return silence(asked, patience.get());
    } else if (answer.get().getStep() == WatchStep.REFUSED) {
      return refused(asked, answer.get(), took);
    }
    String done = "%s after %s".formatted(words, seconds(took));
    if (alerts.isEmpty()) {
      tell(asked, step.name(), took, done);
      return ExitCode.OK;
    }
    alerts.get().await(begun, patience.get());
    return tell(asked, step.name(), took, done, alerts.get());
  }

  private void tell(WatchEntry entry, String state, Duration took, String words) {
    answer(json ? line(entry, state, took, List.of(), "") : entry.getEntryId() + " " + words);
  }

  private int tell(
      WatchEntry entry, String state, Duration took, String words, AlertsTakenBack alerts) {
    String taken = TakenBackText.of(alerts);
    if (json) {
      ObjectNode line = object(entry, state, took, List.of(), taken);
      answer(Json.line(TakenBackText.addTo(line, alerts)));
    } else {
      answer(entry.getEntryId() + " " + words);
      answer(taken);
    }
    return alerts.open().isEmpty() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private int refused(WatchEntry entry, WatchEvent refusal, Duration took) {
    List<String> faults = refusal.getFaults();
    if (json) {
      answer(line(entry, "REFUSED", took, faults, ""));
    } else {
      say("The job refuses %s version %d:".formatted(entry.getEntryId(), entry.getVersion()));
      faults.forEach(fault -> say("- " + Shown.text(fault)));
    }
    return ExitCode.NEGATIVE;
  }

  private int silence(WatchEntry entry, Duration waited) {
    String silence =
        ("%s is written, but no job answered within %s. Is the detection job running? When it"
                + " starts it reads what is written.")
            .formatted(entry.getEntryId(), seconds(waited));
    if (json) {
      answer(line(entry, "WAITING", waited, List.of(), silence));
    } else {
      say(silence);
    }
    return ExitCode.NEGATIVE;
  }

  private static String line(
      WatchEntry entry, String state, Duration took, List<String> faults, String message) {
    return Json.line(object(entry, state, took, faults, message));
  }

  private static ObjectNode object(
      WatchEntry entry, String state, Duration took, List<String> faults, String message) {
    ObjectNode line =
        Json.object()
            .put("entry", entry.getEntryId())
            .put("version", entry.getVersion())
            .put("state", state)
            .put("seconds", took.toMillis() / 1e3);
    var array = line.putArray("faults");
    faults.forEach(array::add);
    return line.put("message", message);
  }

  private static String seconds(Duration span) {
    return TakenBackText.seconds(span);
  }
}
