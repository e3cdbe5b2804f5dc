package eu.passage.jobs.police;

import eu.passage.avro.AlertAction;
import eu.passage.avro.Outcome;
import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.WaitOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command by which somebody acts on an alert, and waits for the job's answer. */
abstract class ActOnAlertCommand extends LiveCommand {

  private static final int SHOWN_AT_MOST = 5;

  @Parameters(
      paramLabel = "ALERT",
      description = "The alert, as its card names it; the beginning is enough where it is unique.")
  private String alert = "";

  @Mixin private RecipientOption as = new RecipientOption();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      required = true,
      description = "Who acts: a service or function, never the name of a person.")
  private String by = "";

  @Mixin private WaitOptions wait = new WaitOptions();

  @Option(names = "--json", description = "One JSON object that says what became of it.")
  private boolean json;

  /** OPEN acknowledges. */
  abstract Outcome outcome();

  /** For people; may be empty. */
  abstract String comment();

  @Override
  protected final int run(PassageConfig config) {
    Recipient recipient = as.of(config);
    Optional<Duration> patience = wait.patience();
    if (by.isBlank()) {
      throw wrong("--by: say who acts");
    }
    try (AlertTopics topics = new AlertTopics(config, recipient.id())) {
      FoundAlerts found = topics.find(alert.strip());
      if (found.ids().size() != 1) {
        tell(alert, "", "UNKNOWN", unknown(found.ids(), recipient), Duration.ZERO);
        return ExitCode.NEGATIVE;
      }
      String id = found.ids().get(0);
      return act(action(id, found.vehicleKey(id), recipient), topics, patience);
    }
  }

  private AlertAction action(String id, String vehicleKey, Recipient recipient) {
    return AlertAction.newBuilder()
        .setActionId("action-" + UUID.randomUUID())
        .setAlertId(id)
        .setVehicleKey(vehicleKey)
        .setRecipient(recipient.id())
        .setBy(by.strip())
        .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .setOutcome(outcome())
        .setComment(comment())
        .build();
  }

  private int act(AlertAction action, AlertTopics topics, Optional<Duration> patience) {
    String id = action.getAlertId();
    long begun = System.nanoTime();
    topics.send(action);
    if (patience.isEmpty()) {
      String written = "What to do with " + id + " is written";
      tell(id, action.getActionId(), "WRITTEN", written, Duration.ZERO);
      return ExitCode.OK;
    }
    Optional<ActionAnswer> answer = topics.await(action, patience.get());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (answer.isEmpty()) {
      tell(id, action.getActionId(), "WAITING", silence(id, patience.get()), took);
      return ExitCode.NEGATIVE;
    }
    return tell(action, answer.get(), took);
  }

  private int tell(AlertAction action, ActionAnswer answer, Duration took) {
    String id = action.getAlertId();
    if (answer instanceof ActionAnswer.Done done) {
      String state = done.update().getState().name();
      String what =
          outcome() == Outcome.OPEN
              ? state.toLowerCase(Locale.ROOT)
              : "closed as " + OutcomeName.of(outcome());
      tell(
          id,
          action.getActionId(),
          state,
          "%s is %s by %s after %.1f s".formatted(id, what, action.getBy(), took.toMillis() / 1e3),
          took);
      return ExitCode.OK;
    }
    String why = ((ActionAnswer.Refused) answer).why();
    tell(id, action.getActionId(), "REFUSED", "Refused: " + why, took);
    return ExitCode.NEGATIVE;
  }

  /** What went well is the answer; what did not is said aside. */
  private void tell(String id, String action, String state, String message, Duration took) {
    if (json) {
      answer(
          Json.line(
              Json.object()
                  .put("alert", id)
                  .put("action", action)
                  .put("state", state)
                  .put("outcome", outcome().name())
                  .put("seconds", took.toMillis() / 1e3)
                  .put("message", message)));
    } else if (action.isEmpty() || state.equals("REFUSED") || state.equals("WAITING")) {
      say(message);
    } else {
      answer(message);
    }
  }

  private String unknown(List<String> ids, Recipient recipient) {
    return ids.isEmpty()
        ? "%s was told of no alert '%s'; 'alerts tail --from beginning' shows what it was told."
            .formatted(recipient.id(), alert)
        : "'%s' may be %d alerts: %s. Write more of it."
            .formatted(
                alert,
                ids.size(),
                String.join(", ", ids.subList(0, Math.min(ids.size(), SHOWN_AT_MOST))));
  }

  private static String silence(String id, Duration patience) {
    return ("What to do with %s is written, but no job answered within %.1f s. Is the detection job"
            + " running? When it starts it reads what is written.")
        .formatted(id, patience.toMillis() / 1e3);
  }
}
