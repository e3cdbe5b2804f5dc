package eu.passage.cep.alerts;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Severity;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.watch.ListAge;
import eu.passage.schemas.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What those are told who keep the system running. It is about no vehicle. */
public final class OperatorAlerts {

  /** The recipient. */
  public static final String OPERATORS = "operators";

  private static final String STALE = "list-stale";

  private OperatorAlerts() {}

  /** A rule was switched off. */
  public static Alert ruleFailed(ActiveRule failed, String message, Instant now) {
    String id = failed.rule().id();
    String version = Integer.toString(failed.version());
    return alert(
            now,
            "Rule %s version %s failed and was switched off: %s".formatted(id, version, message))
        .setAlertId(Ids.of(AlertParts.KIND, "rule-failed", id, version))
        .setRuleId(id)
        .setRuleVersion(failed.version())
        .build();
  }

  /**
   * A list is stale: no newer making came in time.
   *
   * @param days for how many whole days
   */
  public static Alert listStale(WatchListMaking making, long days) {
    ListAge age = ListAge.of(making);
    String number = Integer.toString(making.getMaking());
    Duration due = Duration.between(age.madeAt(), age.staleAt());
    return alert(
            age.staleAt().plus(Duration.ofDays(days)),
            String.format(
                Locale.ROOT,
                "List %s is stale%s: making %s was made at %s, and a newer one was due %s later. Its"
                    + " %,d rows still match, and what has changed since is not known here.",
                making.getList(),
                days == 0 ? "" : days == 1 ? " for a day" : " for " + days + " days",
                number,
                age.madeAt(),
                span(due),
                making.getRows()))
        .setAlertId(Ids.of(AlertParts.KIND, STALE, making.getList(), number, Long.toString(days)))
        .setRuleId(STALE)
        .setRuleVersion(making.getMaking())
        .build();
  }

  private static String span(Duration span) {
    return span.toMinutesPart() == 0 ? span.toHours() + " h" : span.toMinutes() + " min";
  }

  private static Alert.Builder alert(Instant at, String reason) {
    return Alert.newBuilder()
        .setKind(AlertKind.OTHER)
        .setSeverity(Severity.HIGH)
        .setPurpose("operations")
        .setRecipients(new ArrayList<>(List.of(OPERATORS)))
        .setAt(at)
        .setVehicleKey("")
        .setPlate("")
        .setType(new TypeEstimate(VehicleType.UNKNOWN, 0f))
        .setColour(new ColourEstimate(Colour.UNKNOWN, 0f))
        .setPassages(new ArrayList<>())
        .setReason(reason);
  }
}
