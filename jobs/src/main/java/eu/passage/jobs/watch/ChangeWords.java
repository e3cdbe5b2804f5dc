package eu.passage.jobs.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Shown;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a command says of the change it was to make, in words or as an object for scripts. Each case
 * gives its exit status.
 */
final class ChangeWords {

  private final boolean json;
  private final Consumer<String> answer;
  private final Consumer<String> aside;

  /**
   * @param answer takes lines of the answer
   * @param aside takes what is for people alone
   */
  ChangeWords(boolean json, Consumer<String> answer, Consumer<String> aside) {
    this.json = json;
    this.answer = answer;
    this.aside = aside;
  }

  /** Nothing is written, and this is why. */
  int refuse(List<String> faults) {
    if (json) {
      faults.forEach(fault -> answer.accept(Json.line(Json.object().put("fault", fault))));
    } else {
      faults.forEach(fault -> aside.accept("- " + Shown.text(fault)));
    }
    aside.accept("Nothing was written.");
    return ExitCode.NEGATIVE;
  }

  /** It is so already. */
  int unchanged(WatchEntry entry, String words) {
    if (json) {
      answer.accept(line(entry, "UNCHANGED", Duration.ZERO, List.of(), words));
    } else {
      answer.accept("%s %s, and nothing was sent".formatted(entry.getEntryId(), Shown.text(words)));
    }
    return ExitCode.OK;
  }

  /** Nobody waits for more. */
  int written(WatchEntry entry) {
    return tell(entry, "WRITTEN", Duration.ZERO, "is written");
  }

  /**
   * The job did it.
   *
   * @param words what the step means: {@code is in force}
   */
  int done(WatchEntry entry, WatchStep step, String words, Duration took) {
    return tell(entry, step.name(), took, after(words, took));
  }

  private int tell(WatchEntry entry, String state, Duration took, String words) {
    answer.accept(
        json ? line(entry, state, took, List.of(), "") : entry.getEntryId() + " " + words);
    return ExitCode.OK;
  }

  /** The same where those who were told of its alerts had to know. */
  int done(WatchEntry entry, WatchStep step, String words, Duration took, TakenBack alerts) {
    String taken = TakenBackText.of(alerts);
    if (json) {
      ObjectNode line = object(entry, step.name(), took, List.of(), taken);
      answer.accept(Json.line(TakenBackText.addTo(line, alerts)));
    } else {
      answer.accept(entry.getEntryId() + " " + after(words, took));
      answer.accept(taken);
    }
    return alerts.open().isEmpty() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private static String after(String words, Duration took) {
    return "%s after %s".formatted(words, TakenBackText.seconds(took));
  }

  /** The job does not take it. */
  int refused(WatchEntry entry, WatchEvent refusal, Duration took) {
    List<String> faults = refusal.getFaults();
    if (json) {
      answer.accept(line(entry, "REFUSED", took, faults, ""));
    } else {
      aside.accept(
          "The job refuses %s version %d:".formatted(entry.getEntryId(), entry.getVersion()));
      faults.forEach(fault -> aside.accept("- " + Shown.text(fault)));
    }
    return ExitCode.NEGATIVE;
  }

  /** No job answered. */
  int silence(WatchEntry entry, Duration waited) {
    String silence =
        ("%s is written, but no job answered within %s. Is the detection job running? When it"
                + " starts it reads what is written.")
            .formatted(entry.getEntryId(), TakenBackText.seconds(waited));
    if (json) {
      answer.accept(line(entry, "WAITING", waited, List.of(), silence));
    } else {
      aside.accept(silence);
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
}
