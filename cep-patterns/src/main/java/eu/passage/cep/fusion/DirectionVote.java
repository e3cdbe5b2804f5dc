package eu.passage.cep.fusion;

import eu.passage.avro.Box;
import eu.passage.avro.CameraReading;
import eu.passage.avro.Direction;
import eu.passage.avro.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The way a vehicle moves: what most frames of the camera say, else whether its plate sinks or
 * rises in the picture, else whether its plate, or else its body, grows from the first frame to the
 * last.
 */
final class DirectionVote {

  /** Detectors' boxes tremble by a few per cent; growth below this says nothing. */
  private static final double GROWTH = 1.04;

  /**
   * Of its own height: a plate that moved less up or down in the picture may only have trembled.
   */
  private static final double MOVED = 1;

  private DirectionVote() {}

  /**
   * The direction, or UNKNOWN.
   *
   * @param frames sorted by the time they were taken
   */
  static Direction of(List<Observation> frames) {
    Direction said = saidByCamera(frames);
    if (said != Direction.UNKNOWN) {
      return said;
    }
    Direction byHeight = byHeight(frames);
    if (byHeight != Direction.UNKNOWN) {
      return byHeight;
    }
    Direction byPlate = byGrowth(frames, Observation::getPlateBox);
    return byPlate != Direction.UNKNOWN ? byPlate : byGrowth(frames, Observation::getVehicleBox);
  }

  private static Direction saidByCamera(List<Observation> frames) {
    int approaching = 0;
    for (Observation frame : frames) {
      Direction direction =
          CameraSays.of(frame).map(CameraReading::getDirection).orElse(Direction.UNKNOWN);
      approaching +=
          switch (direction) {
            case APPROACHING -> 1;
            case RECEDING -> -1;
            case UNKNOWN -> 0;
          };
    }
    return approaching > 0
        ? Direction.APPROACHING
        : approaching < 0 ? Direction.RECEDING : Direction.UNKNOWN;
  }

  /**
   * Road cameras look down on plates, so what comes nearer sinks in the picture: from one frame to
   * the next by several times the plate's height, where it grows by some per cent only.
   */
  private static Direction byHeight(List<Observation> frames) {
    List<Box> plates =
        frames.stream().map(Observation::getPlateBox).filter(Objects::nonNull).toList();
    if (plates.size() < 2) {
      return Direction.UNKNOWN;
    }
    Box first = plates.get(0);
    Box last = plates.get(plates.size() - 1);
    double sunk = last.getY() + last.getHeight() / 2.0 - first.getY() - first.getHeight() / 2.0;
    if (Math.abs(sunk) < MOVED * (first.getHeight() + last.getHeight()) / 2.0) {
      return Direction.UNKNOWN;
    }
    return sunk > 0 ? Direction.APPROACHING : Direction.RECEDING;
  }

  private static Direction byGrowth(List<Observation> frames, Function<Observation, Box> box) {
    List<Double> sizes = new ArrayList<>();
    for (Observation frame : frames) {
      Box b = box.apply(frame);
      // A box that touches the frame's edge is cut: its size tells nothing.
      if (b != null && !touchesEdge(b, frame)) {
        sizes.add(Math.sqrt((double) b.getWidth() * b.getHeight()));
      }
    }
    if (sizes.size() < 2) {
      return Direction.UNKNOWN;
    }
    int half = sizes.size() / 2;
    double growth =
        mean(sizes.subList(sizes.size() - half, sizes.size())) / mean(sizes.subList(0, half));
    if (growth >= GROWTH) {
      return Direction.APPROACHING;
    }
    return growth <= 1 / GROWTH ? Direction.RECEDING : Direction.UNKNOWN;
  }

  private static boolean touchesEdge(Box b, Observation frame) {
    return b.getX() <= 0
        || b.getY() <= 0
        || b.getX() + b.getWidth() >= frame.getFrameWidth()
        || b.getY() + b.getHeight() >= frame.getFrameHeight();
  }

  private static double mean(List<Double> sizes) {
    return Math.max(1e-9, sizes.stream().mapToDouble(s -> s).average().orElseThrow());
  }
}
