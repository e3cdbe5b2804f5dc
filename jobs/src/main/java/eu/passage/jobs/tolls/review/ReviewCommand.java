package eu.passage.jobs.tolls.review;

import eu.passage.avro.Deed;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rerate.Change;
import eu.passage.cep.toll.rerate.Decision;
import eu.passage.cep.toll.rerate.Decisions;
import eu.passage.cep.toll.rerate.StandingEvents;
import eu.passage.jobs.audit.AuditLog;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.RecordJson;
import eu.passage.jobs.console.WaitOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage tolls review [EVENT]}. */
@Command(
    name = "review",
    description = {
      "Lists the toll events that wait for a person, the oldest first; shows one with what speaks for"
          + " and against it and its evidence; or decides one. A decision gives facts, never an"
          + " amount: that is the tariff's. It goes to the audit before anything is done.",
      "",
      "  passage tolls review",
      "  passage tolls review toll-1a2b…",
      "  passage tolls review toll-1a2b… --bill --fact euroClass=6 --by 'toll desk' --reason 'certificate seen'",
      "  passage tolls review toll-1a2b… --withdraw --by 'toll desk' --reason 'a breakdown truck'",
      "",
      "It reads the table of tollArchive.database, else the topic toll-events. With --json one object"
          + " a line: the event's record with \"why\":[]; for a decision {\"event\",\"correction\",\"told\","
          + "\"amount\",\"others\"}."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well; the toll job has told what was decided",
      "1:there is no such event, it holds no more, or the toll job did not tell it in time",
      "2:the command line or the configuration is wrong",
      "3:Kafka, the registry or the database does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReviewCommand extends LiveCommand {

  private static final String PURPOSE = "toll";

  /** Both sides of a passage that others rest on, twice: what they rest on too. */
  private static final int SIDES = 2;

  @Parameters(
      paramLabel = "EVENT",
      arity = "0..1",
      description = "The event, as the list shows it.")
  private @Nullable String eventId;

  @Mixin private DecisionOptions options = new DecisionOptions();
  @Mixin private WaitOptions wait = new WaitOptions();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    Optional<Decision> decision;
    try {
      decision = options.decision();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    HeldEvents events = HeldEvents.of(config);
    ReviewWords words =
        new ReviewWords(config.tollArchive().zoneId(), config.tolls().settings().billAt());
    if (eventId == null) {
      if (decision.isPresent()) {
        throw wrong("Which event? Write its id, as passage tolls review lists it");
      }
      return list(events, config, words);
    }
    Optional<TollEvent> event = events.find(eventId);
    if (event.isEmpty()) {
      say(
          "There is no toll event '%s': passage tolls review lists those that wait"
              .formatted(eventId));
      return ExitCode.NEGATIVE;
    }
    return decision.isEmpty()
        ? show(event.get(), words)
        : decide(event.get(), decision.get(), events, config, words);
  }

  private int list(HeldEvents events, PassageConfig config, ReviewWords words) {
    Instant askedSince = Instant.now().minus(config.tolls().settings().times().corrected());
    List<TollEvent> waiting = events.waiting(askedSince);
    if (json) {
      waiting.forEach(event -> answer(json(event, words)));
    } else if (waiting.isEmpty()) {
      answer("Nothing waits for a person.");
    } else {
      words.list(waiting).forEach(this::answer);
      answer(Plural.of(waiting.size(), "event") + ": passage tolls review EVENT shows one");
    }
    return ExitCode.OK;
  }

  private int show(TollEvent event, ReviewWords words) {
    if (json) {
      answer(json(event, words));
    } else {
      words.card(event).forEach(this::answer);
    }
    return ExitCode.OK;
  }

  private static String json(TollEvent event, ReviewWords words) {
    var object = RecordJson.of(event);
    words.why(event).forEach(object.putArray("why")::add);
    return Json.line(object);
  }

  private int decide(
      TollEvent event,
      Decision decision,
      HeldEvents events,
      PassageConfig config,
      ReviewWords words) {
    TollSettings tolls = config.tolls().settings();
    Duration around = new Rater(tolls.tariffs()).horizon().multipliedBy(SIDES);
    List<TollEvent> ofVehicle = events.ofVehicle(event, around);
    List<TollEvent> standing;
    try {
      standing = StandingEvents.of(ofVehicle);
    } catch (IllegalArgumentException e) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.NEGATIVE;
    }
    if (!standing.contains(event)) {
      say(holdsNoMore(event, ofVehicle));
      return ExitCode.NEGATIVE;
    }
    List<Change> changes;
    try {
      changes = new Decisions(tolls.tariffs(), tolls.billAt()).of(standing, event, decision);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    audit(event, decision, config);
    Set<String> told =
        new CorrectionsDesk(config).ask(changes, wait.patience().orElse(Duration.ZERO));
    return tell(changes, told, words);
  }

  private static String holdsNoMore(TollEvent event, List<TollEvent> ofVehicle) {
    return ofVehicle.stream()
        .filter(one -> event.getEventId().equals(one.getCorrects()))
        .findFirst()
        .map(
            by ->
                "%s holds no more: %s took its place (%s, because of %s). Decide that one."
                    .formatted(event.getEventId(), by.getEventId(), by.getStatus(), by.getCause()))
        .orElse("%s is taken back already.".formatted(event.getEventId()));
  }

  private void audit(TollEvent event, Decision decision, PassageConfig config) {
    boolean bill = decision instanceof Decision.Bill;
    try (AuditLog audit = AuditLog.open(config, options.by())) {
      audit.record(
          bill ? Deed.APPROVED : Deed.WITHDRAWN,
          "toll event " + event.getEventId(),
          PURPOSE,
          "",
          "",
          options.facts().isEmpty()
              ? options.reason()
              : "%s (%s)".formatted(options.reason(), String.join(", ", options.facts())));
    }
  }

  private int tell(List<Change> changes, Set<String> told, ReviewWords words) {
    TollEvent decided = changes.get(0).after();
    boolean isTold = told.contains(decided.getEventId());
    int others = changes.size() - 1;
    if (json) {
      var charge = decided.getCharge();
      answer(
          Json.line(
              Json.object()
                  .put("event", changes.get(0).before().getEventId())
                  .put("correction", decided.getEventId())
                  .put("told", isTold)
                  .put("amount", charge == null ? null : charge.getAmount().toPlainString())
                  .put("others", others)));
    } else {
      answer(
          "%s is decided: %s takes its place, %s, and owes %s"
              .formatted(
                  changes.get(0).before().getEventId(),
                  decided.getEventId(),
                  decided.getStatus(),
                  words.owes(decided)));
      if (others > 0) {
        answer(
            "%s of the vehicle changed with it, by the day's cap or a way"
                .formatted(Plural.of(others, "other event")));
      }
    }
    if (isTold || wait.patience().isEmpty()) {
      return ExitCode.OK;
    }
    say(
        "The toll job did not tell it in time. Either it does not run, and takes it when it does; or"
            + " it refused it, to dead-letters, because something corrected the event meanwhile."
            + " Look again: passage tolls review");
    return ExitCode.NEGATIVE;
  }
}
