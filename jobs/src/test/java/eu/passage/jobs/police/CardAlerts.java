package eu.passage.jobs.police;

import eu.passage.avro.Agreement;
import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.MatchTier;
import eu.passage.avro.NextPlace;
import eu.passage.avro.PassageReference;
import eu.passage.avro.Severity;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An alert as the detection job writes it, for cards. */
final class CardAlerts {

  /** 02:10:04 in Brussels. */
  static final Instant AT = Instant.parse("2026-03-13T01:10:04Z");

  private CardAlerts() {}

  static Alert alert(WatchAction action) {
    return Alert.newBuilder()
        .setAlertId("alert-1")
        .setKind(AlertKind.WATCHLIST)
        .setRuleId("watchlist-hit")
        .setRuleVersion(1)
        .setSeverity(action == WatchAction.STOP ? Severity.HIGH : Severity.MEDIUM)
        .setPurpose("judicial")
        .setRecipients(new ArrayList<>(List.of("police-be", "ccpd-tournai")))
        .setAt(AT)
        .setVehicleKey("BE:1A8C234")
        .setPlate("1A8C234")
        .setCountry("BE")
        .setType(new TypeEstimate(VehicleType.CAR, 0.95f))
        .setColour(new ColourEstimate(Colour.RED, 0.9f))
        .setMake(new MakeEstimate("Renault", 0.8f))
        .setPassages(new ArrayList<>(List.of(passage())))
        .setReason("Seen.")
        .setReasons(Map.of("en", "Seen.", "fr", "Vu."))
        .setWatch(watch(action))
        .setDirection(Direction.APPROACHING)
        .setSpeed(20f)
        .setReceivedAt(AT)
        .build();
  }

  private static PassageReference passage() {
    return PassageReference.newBuilder()
        .setPassageId("passage-1")
        .setCameraId("EST-1")
        .setCameraCountry("BE")
        .setRoad("Estaimpuis - Wattrelos")
        .setAt(AT)
        .setFromCountry("FR")
        .setToCountry("BE")
        .setPlate("1A8C234")
        .setConfidence(0.97f)
        .setEvidence(List.of(frame(1), frame(2), frame(3), frame(4)))
        .build();
  }

  private static Evidence frame(int number) {
    return Evidence.newBuilder()
        .setFrameId("frame-" + number)
        .setCapturedAt(AT)
        .setSha256("0123456789abcdef".repeat(4))
        .build();
  }

  private static WatchReference watch(WatchAction action) {
    return WatchReference.newBuilder()
        .setEntryId("W-1")
        .setVersion(2)
        .setPlate("1ABC234")
        .setCountry("BE")
        .setAction(action)
        .setOffence("aggravated-theft")
        .setLegalBasis("art. 44/11/3")
        .setCaseNumber("2026/0042")
        .setMadeAt(AT.minus(Duration.ofDays(12)))
        .setStartsAt(AT.minus(Duration.ofDays(11)))
        .setList("stolen-be")
        .setTier(MatchTier.B)
        .setDiffers(new ArrayList<>(List.of(2)))
        .setType(Agreement.AGREES)
        .setColour(Agreement.DIFFERS)
        .setConfirmedBy("EST-3")
        .setNext(
            new ArrayList<>(
                List.of(
                    new NextPlace("EST-2", "Leers", "FR", AT.plus(Duration.ofMinutes(2))),
                    new NextPlace("TOU-1", "N7", null, AT.plus(Duration.ofMinutes(12))))))
        .build();
  }
}
