package eu.passage.jobs.demo;

import eu.passage.avro.Frame;
import eu.passage.jobs.scenario.FrameMaker;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.schemas.ids.Ids;
import java.util.Arrays;
import java.util.Optional;

/** What goes wrong at real cameras, and must be refused without harm to its neighbours. */
enum Mishap {
  /** The line was cut in the middle of a picture. */
  TRUNCATED_PICTURE {
    @Override
    Frame of(TrueFrame frame, byte[] picture) {
      byte[] half = Arrays.copyOf(picture, picture.length / 2);
      return mishap(frame, frame.passage().cameraId(), half);
    }
  },
  /** Somebody put up a camera and told nobody. */
  UNKNOWN_CAMERA {
    @Override
    Frame of(TrueFrame frame, byte[] picture) {
      return mishap(frame, "EST-99", picture);
    }
  };

  private static final int EVERY = 30;

  /** The mishap that follows the first frame of a passage, where one does. */
  static Optional<Mishap> after(int passageNumber) {
    return switch (passageNumber % EVERY) {
      case 5 -> Optional.of(TRUNCATED_PICTURE);
      case 20 -> Optional.of(UNKNOWN_CAMERA);
      default -> Optional.empty();
    };
  }

  /** A frame of its own that was taken with the given one and spoilt. */
  abstract Frame of(TrueFrame frame, byte[] picture);

  Frame mishap(TrueFrame frame, String cameraId, byte[] picture) {
    return FrameMaker.inline(
        Ids.of("frame", name(), frame.frameId()),
        cameraId,
        frame.capturedAt(),
        FrameMaker.SIMULATOR,
        FrameMaker.JPEG,
        picture);
  }
}
