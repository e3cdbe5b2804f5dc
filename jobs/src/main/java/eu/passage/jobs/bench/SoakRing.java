package eu.passage.jobs.bench;

import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.recognition.bench.Ours;
import eu.passage.recognition.render.RandomFrames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Frames that go round and round: by day and by night, without a vehicle, with one and with two,
 * three in four of 1280x720 and the others of 1920x1080, and some that must be refused. Always the
 * same.
 */
final class SoakRing {

  static final int SIZE = 64;

  private static final long SEED = 20_261_126;
  private static final int LARGE = 4;

  /** One frame; refused unless the reason is empty. */
  record Place(Frame frame, Optional<DeadLetterReason> refusal) {}

  private final List<Place> places;

  private SoakRing(List<Place> places) {
    this.places = places;
  }

  /**
   * @param drawn is told how many are drawn
   */
  static SoakRing draw(IntConsumer drawn) {
    RandomFrames random = new RandomFrames(SEED);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      byte[] jpeg = random.next().frame().jpeg();
      places.add(place(i, i % LARGE == LARGE - 1 ? FrameSet.enlarged(jpeg) : jpeg));
      drawn.accept(i + 1);
    }
    return new SoakRing(places);
  }

  List<Frame> frames() {
    return places.stream().map(Place::frame).toList();
  }

  /** How many of the first so many frames must be refused, by reason. */
  Map<DeadLetterReason, Long> refusalsOf(long count) {
    Map<DeadLetterReason, Long> refusals = new EnumMap<>(DeadLetterReason.class);
    for (int i = 0; i < SIZE; i++) {
      long times = count / SIZE + (i < count % SIZE ? 1 : 0);
      if (times > 0) {
        places.get(i).refusal.ifPresent(reason -> refusals.merge(reason, times, Long::sum));
      }
    }
    return refusals;
  }

  private static Place place(int number, byte[] jpeg) {
    return switch (number) {
      case 7 -> refused(Arrays.copyOf(jpeg, jpeg.length / 2), DeadLetterReason.TRUNCATED_IMAGE);
      case 23 -> {
        Place place = refused(jpeg, DeadLetterReason.WRONG_HASH);
        place.frame.getImage().setSha256("0".repeat(64));
        yield place;
      }
      case 40 ->
          refused("no picture".getBytes(StandardCharsets.UTF_8), DeadLetterReason.UNREADABLE_IMAGE);
      case 57 -> {
        Place place = refused(jpeg, DeadLetterReason.UNKNOWN_CAMERA);
        place.frame.setCameraId("ELSEWHERE");
        yield place;
      }
      default -> new Place(Ours.frameOf(jpeg), Optional.empty());
    };
  }

  private static Place refused(byte[] bytes, DeadLetterReason reason) {
    return new Place(Ours.frameOf(bytes), Optional.of(reason));
  }
}
