package eu.passage.recognition.gate;

import static eu.passage.avro.DeadLetterReason.CLOCK_SKEW;
import static eu.passage.avro.DeadLetterReason.EMPTY_IMAGE;
import static eu.passage.avro.DeadLetterReason.INVALID_FIELD;
import static eu.passage.avro.DeadLetterReason.UNKNOWN_CAMERA;

import eu.passage.avro.CameraReading;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.avro.Image;
import eu.passage.recognition.gate.Verdict.Refused;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides from a frame's fields alone, before its picture is touched, whether it may be recognised.
 */
public final class FrameGate {

  /** Ids are made by many kinds of cameras; the longest seen is a URN of about 80 characters. */
  public static final int MAX_ID = 128;

  /** As a camera sends it: the normal form's 12 at most, and a few separators it left in. */
  public static final int MAX_CAMERA_PLATE = 16;

  private static final int MAX_WORD = 64;
  private static final int MAX_URI = 2048;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> CONTENT_TYPES = Set.of("image/jpeg", "image/png");

  private final CameraCatalogue cameras;
  private final GateSettings settings;

  public FrameGate(CameraCatalogue cameras, GateSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
  }

  /** The first thing wrong with a frame, or that nothing is. */
  public Verdict judge(Frame frame) {
    return Stream.<java.util.function.Function<Frame, Optional<Refused>>>of(
            FrameGate::ids, this::camera, FrameGate::image, FrameGate::reading, this::clock)
        .flatMap(check -> check.apply(frame).stream())
        .<Verdict>map(refused -> refused)
        .findFirst()
        .orElseGet(Verdict.Accepted::new);
  }

  private static Optional<Refused> ids(Frame frame) {
    return required("frameId", frame.getFrameId(), MAX_ID)
        .or(() -> required("cameraId", frame.getCameraId(), MAX_WORD))
        .or(() -> required("source", frame.getSource(), MAX_WORD));
  }

  private Optional<Refused> camera(Frame frame) {
    return cameras.find(frame.getCameraId()).isPresent()
        ? Optional.empty()
        : refuse(
            UNKNOWN_CAMERA,
            "camera '%s' is not in the camera catalogue; add it there or correct the sender"
                .formatted(frame.getCameraId()));
  }

  private static Optional<Refused> image(Frame frame) {
    Image image = frame.getImage();
    boolean inline = image.getBytes() != null;
    boolean byReference = image.getUri() != null;
    if (!inline && !byReference) {
      return refuse(EMPTY_IMAGE, "image has neither bytes nor uri; exactly one must be present");
    }
    if (inline && byReference) {
      return refuse(INVALID_FIELD, "image has both bytes and uri; exactly one must be present");
    }
    if (inline && !image.getBytes().hasRemaining()) {
      return refuse(EMPTY_IMAGE, "image.bytes has zero bytes; send the encoded picture");
    }
    if (!SHA256.matcher(image.getSha256()).matches()) {
      return refuse(
          INVALID_FIELD,
          "image.sha256 is '%s'; it must be 64 lower-case hexadecimal digits"
              .formatted(shortened(image.getSha256())));
    }
    if (!CONTENT_TYPES.contains(image.getContentType())) {
      return refuse(
          INVALID_FIELD,
          "image.contentType is '%s'; it must be image/jpeg or image/png"
              .formatted(shortened(image.getContentType())));
    }
    return bounded("image.uri", image.getUri(), MAX_URI);
  }

  private static Optional<Refused> reading(Frame frame) {
    CameraReading reading = frame.getCamera();
    if (reading == null) {
      return Optional.empty();
    }
    return bounded("camera.plate", reading.getPlate(), MAX_CAMERA_PLATE)
        .or(() -> bounded("camera.country", reading.getCountry(), 2))
        .or(() -> bounded("camera.make", reading.getMake(), MAX_WORD))
        .or(() -> bounded("camera.model", reading.getModel(), MAX_WORD))
        .or(() -> bounded("camera.colour", reading.getColour(), MAX_WORD))
        .or(() -> bounded("camera.type", reading.getType(), MAX_WORD))
        .or(() -> bounded("camera.trackId", reading.getTrackId(), MAX_ID))
        .or(() -> probability("camera.confidence", reading.getConfidence()));
  }

  private Optional<Refused> clock(Frame frame) {
    Duration ahead = Duration.between(frame.getReceivedAt(), frame.getCapturedAt());
    if (ahead.compareTo(settings.clockAhead()) > 0) {
      return refuse(
          CLOCK_SKEW,
          "capturedAt %s is %s ahead of receivedAt %s; at most %s is allowed: set the camera's clock"
              .formatted(
                  frame.getCapturedAt(), ahead, frame.getReceivedAt(), settings.clockAhead()));
    }
    if (ahead.negated().compareTo(settings.clockBehind()) > 0) {
      return refuse(
          CLOCK_SKEW,
          "capturedAt %s is %s behind receivedAt %s; at most %s is allowed: set the camera's clock"
              .formatted(
                  frame.getCapturedAt(),
                  ahead.negated(),
                  frame.getReceivedAt(),
                  settings.clockBehind()));
    }
    return Optional.empty();
  }

  private static Optional<Refused> required(String field, String value, int max) {
    return value.isBlank()
        ? refuse(INVALID_FIELD, "%s is empty; it is required".formatted(field))
        : bounded(field, value, max);
  }

  private static Optional<Refused> bounded(String field, @Nullable String value, int max) {
    return value == null || value.length() <= max
        ? Optional.empty()
        : refuse(
            INVALID_FIELD,
            "%s has %d characters, at most %d are allowed: '%s'"
                .formatted(field, value.length(), max, shortened(value)));
  }

  private static Optional<Refused> probability(String field, @Nullable Float value) {
    return value == null || (value >= 0 && value <= 1)
        ? Optional.empty()
        : refuse(INVALID_FIELD, "%s is %s; it must lie between 0 and 1".formatted(field, value));
  }

  private static String shortened(String value) {
    return value.length() <= MAX_WORD ? value : value.substring(0, MAX_WORD) + "…";
  }

  private static Optional<Refused> refuse(DeadLetterReason reason, String message) {
    return Optional.of(new Refused(reason, message));
  }
}
