package eu.passage.cep.followup;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Direction;
import eu.passage.avro.MatchTier;
import eu.passage.avro.NextPlace;
import eu.passage.avro.PassageReference;
import eu.passage.avro.Severity;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts of one wanted car, as the detection operator raises them. */
public final class WantedAlerts {

  public static final Instant TEN = Instant.parse("2026-03-10T09:00:00Z");
  public static final String PLATE = "1ABC234";
  public static final String KEY = "BE:1A8C234";

  /** TOU-1 inland, 3.5 km before EST-3 at the border; of others nobody knows where they stand. */
  public static final CameraCatalogue CAMERAS =
      new CameraCatalogue(
          List.of(camera("TOU-1", 50.6448, 3.2832), camera("EST-3", 50.6669, 3.2475)));

  private WantedAlerts() {}

  /** Inland, urgent, sure. */
  public static Alert seen(int minute, String camera) {
    return seen(minute, camera, null, null);
  }

  /** Over the border, urgent, sure. */
  public static Alert crossing(int minute, String camera, String from, String to) {
    return seen(minute, camera, from, to);
  }

  /** The same with a border that can be reached so many minutes after. */
  public static Alert heading(Alert alert, String place, String to, int minutes) {
    Instant earliest = alert.getAt().plus(Duration.ofMinutes(minutes));
    alert.getWatch().getNext().add(new NextPlace(place, "N511", to, earliest));
    return alert;
  }

  /** The same, past the camera this way. */
  public static Alert moving(Alert alert, Direction way) {
    alert.setDirection(way);
    return alert;
  }

  public static Alert about(Alert alert, String offence, WatchAction action) {
    alert.getWatch().setOffence(offence);
    alert.getWatch().setAction(action);
    return alert;
  }

  public static Alert read(Alert alert, String plate, MatchTier tier) {
    alert.setPlate(plate);
    alert.getWatch().setTier(tier);
    return alert;
  }

  private static Camera camera(String id, double latitude, double longitude) {
    return new Camera(id, "BE", "N511", "zone", latitude, longitude, null, null, false);
  }

  private static Alert seen(int minute, String camera, @Nullable String from, @Nullable String to) {
    Instant at = TEN.plus(Duration.ofMinutes(minute));
    PassageReference passage =
        PassageReference.newBuilder()
            .setPassageId("passage-" + minute)
            .setCameraId(camera)
            .setCameraCountry("BE")
            .setRoad("N511")
            .setAt(at)
            .setFromCountry(from)
            .setToCountry(to)
            .setPlate(PLATE)
            .setConfidence(0.97f)
            .setEvidence(new ArrayList<>())
            .build();
    return Alert.newBuilder()
        .setAlertId("alert-" + minute)
        .setKind(AlertKind.WATCHLIST)
        .setRuleId("watchlist-hit")
        .setRuleVersion(1)
        .setSeverity(Severity.HIGH)
        .setPurpose("judicial")
        .setRecipients(new ArrayList<>(List.of("police-be", "ccpd-tournai")))
        .setAt(at)
        .setVehicleKey(KEY)
        .setPlate(PLATE)
        .setCountry("BE")
        .setType(new TypeEstimate(VehicleType.CAR, 0.9f))
        .setColour(new ColourEstimate(Colour.RED, 0.9f))
        .setPassages(new ArrayList<>(List.of(passage)))
        .setReason("seen")
        .setSpeed(25f)
        .setWatch(
            WatchReference.newBuilder()
                .setEntryId("W-1")
                .setVersion(1)
                .setPlate(PLATE)
                .setCountry("BE")
                .setAction(WatchAction.STOP)
                .setOffence("aggravated-theft")
                .setLegalBasis("art. 44/11/3")
                .setCaseNumber("2026/0042")
                .setMadeAt(TEN)
                .setTier(MatchTier.A)
                .setNext(new ArrayList<>())
                .build())
        .build();
  }
}
