package eu.passage.cep;

import eu.passage.avro.Box;
import eu.passage.avro.CameraReading;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.wording.Wording;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.ids.Ids;
import eu.passage.schemas.plates.VehicleKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Records for tests: complete, valid, and the same every time. */
public final class Samples {

  /** Approaching vehicles enter Belgium, receding ones leave it; all three are charging points. */
  public static final CameraCatalogue CAMERAS =
      new CameraCatalogue(List.of(camera("EST-1"), camera("EST-2"), camera("EST-3")));

  public static final DetectionSettings SETTINGS = DetectionSettings.of(CAMERAS);

  private Samples() {}

  private static Camera camera(String id) {
    return new Camera(
        id,
        "BE",
        "N511",
        "border",
        50.7,
        3.25,
        new Crossing("FR", "BE"),
        new Crossing("BE", "FR"),
        true);
  }

  /** Local time of Brussels, such as {@code 2026-03-10T02:10}. */
  public static Instant local(String dateTime) {
    return LocalDateTime.parse(dateTime).atZone(Wording.ZONE).toInstant();
  }

  /** A car's passage; crossing is {@code FR>BE}, {@code BE>FR} or empty. */
  public static Passage passage(String at, String plate, String crossing, String camera) {
    return passage(local(at), plate, crossing, camera, VehicleType.CAR);
  }

  public static Passage truck(String at, String plate, String crossing, String camera) {
    return passage(local(at), plate, crossing, camera, VehicleType.TRUCK);
  }

  public static Passage passage(
      Instant at, String plate, String crossing, String camera, VehicleType type) {
    boolean crosses = !crossing.isEmpty();
    return Passage.newBuilder()
        .setPassageId(Ids.of("passage", camera, at.toString(), plate))
        .setVehicleKey(VehicleKey.of("BE", plate))
        .setCameraId(camera)
        .setCameraCountry("BE")
        .setRoad("N511")
        .setZone("border")
        .setAt(at)
        .setFirstAt(at)
        .setReceivedAt(at)
        .setPlate(plate(plate, 0.97))
        .setType(new TypeEstimate(type, 0.95f))
        .setColour(new ColourEstimate(Colour.RED, 0.9f))
        .setDirection(
            crossing.equals("FR>BE")
                ? Direction.APPROACHING
                : crosses ? Direction.RECEDING : Direction.UNKNOWN)
        .setFromCountry(crosses ? crossing.substring(0, 2) : null)
        .setToCountry(crosses ? crossing.substring(3) : null)
        .setEvidence(new ArrayList<>(List.of(evidence(at, plate))))
        .setModelVersion("1/1/1")
        .build();
  }

  private static Evidence evidence(Instant at, String plate) {
    return Evidence.newBuilder()
        .setFrameId("frame-" + at)
        .setCapturedAt(at)
        .setSha256(Ids.sha256Hex(at.toString().getBytes(StandardCharsets.UTF_8)))
        .setPlateBox(new Box(600, 400, 120, 30))
        .setPlate(plate)
        .build();
  }

  /** A Belgian plate, every character equally sure. */
  public static PlateReading plate(String text, double confidence) {
    double each = Math.pow(confidence, 1.0 / text.length());
    return PlateReading.newBuilder()
        .setText(text)
        .setCountry("BE")
        .setConfidence((float) confidence)
        .setCountryConfidence(0.9f)
        .setCharacterConfidences(new ArrayList<>(Collections.nCopies(text.length(), (float) each)))
        .setAlternatives(new ArrayList<>())
        .build();
  }

  /** The same with one more text that the reader thought of. */
  public static PlateReading plate(
      String text, double confidence, String alternative, double itsConfidence) {
    PlateReading reading = plate(text, confidence);
    reading.setAlternatives(
        new ArrayList<>(
            List.of(new PlateAlternative(alternative, "BE", (float) itsConfidence, 0f))));
    return reading;
  }

  /**
   * The first vehicle of a frame. The plate's box is 100 pixels wide at each full five seconds and
   * grows by 20 a second, so the vehicle approaches.
   */
  public static Observation observation(String camera, long atMillis, PlateReading plate) {
    return observation(camera, atMillis, 0, plate);
  }

  /** The n-th vehicle of a frame; it stands 300 pixels right of the one before. */
  public static Observation observation(
      String camera, long atMillis, int place, PlateReading plate) {
    int width = 100 + (int) Math.floorMod(atMillis, 5_000L) / 50;
    String frame = camera + "@" + atMillis;
    Instant at = Instant.ofEpochMilli(atMillis);
    return Observation.newBuilder()
        .setObservationId(Ids.of("observation", frame, Integer.toString(place)))
        .setFrameId(frame)
        .setCameraId(camera)
        .setCapturedAt(at)
        .setReceivedAt(at.plusMillis(80))
        .setPlate(plate)
        .setPlateBox(new Box(100 + 300 * place, 400, width, width / 4))
        .setVehicleBox(new Box(50 + 300 * place, 200, 2 * width, 2 * width))
        .setType(new TypeEstimate(VehicleType.CAR, 0.9f))
        .setColour(new ColourEstimate(Colour.BLUE, 0.8f))
        .setImageSha256(Ids.sha256Hex(frame.getBytes(StandardCharsets.UTF_8)))
        .setFrameWidth(1280)
        .setFrameHeight(720)
        .setModelVersion("1/1/1")
        .build();
  }

  /** What a camera with a tracker and a direction of its own says. */
  public static CameraReading cameraSays(Direction direction, String trackId) {
    return CameraReading.newBuilder().setDirection(direction).setTrackId(trackId).build();
  }

  /** An approved entry, in force from one local time until another. */
  public static WatchEntry entry(String id, String plate, String from, String until) {
    return WatchEntry.newBuilder()
        .setEntryId(id)
        .setVersion(1)
        .setStatus(WatchStatus.APPROVED)
        .setPlate(plate)
        .setCountry("BE")
        .setAction(WatchAction.OBSERVE)
        .setOffence("aggravated-theft")
        .setLegalBasis("art. 44/11/3 police function act")
        .setPurpose("judicial")
        .setCaseNumber("2026/0042")
        .setRequester("local investigation")
        .setApprover("duty officer")
        .setStartsAt(local(from))
        .setExpiresAt(local(until))
        .setMadeAt(local(from))
        .setRecipients(new ArrayList<>(List.of("police-be")))
        .build();
  }

  /**
   * The list {@code stolen}, made at midnight of so many days after 9 March, stale 36 hours later.
   */
  public static WatchListMaking making(int number) {
    Instant madeAt = local("2026-03-09T00:00").plus(Duration.ofDays(number));
    return WatchListMaking.newBuilder()
        .setList("stolen")
        .setMaking(number)
        .setMadeAt(madeAt)
        .setImportedAt(madeAt)
        .setStaleAfterMinutes(36 * 60)
        .setExpiresAt(local("2026-04-01T00:00"))
        .setRows(1_200)
        .setAdded(0)
        .setChanged(0)
        .setUnchanged(1_200)
        .setWithdrawn(0)
        .setKeptOut(0)
        .setRequester("vehicle registry")
        .setApprover("prosecutor")
        .build();
  }
}
