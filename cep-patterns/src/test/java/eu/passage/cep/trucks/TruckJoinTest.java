package eu.passage.cep.trucks;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.Samples;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TruckJoinTest {

  private static final Crossing IN = new Crossing("FR", "BE");
  private static final Crossing OUT = new Crossing("BE", "FR");

  /** Two cameras back to back: who comes towards one goes away from the other. */
  private static final CameraCatalogue CAMERAS =
      new CameraCatalogue(List.of(camera("A", IN, OUT), camera("B", OUT, IN)));

  private final TruckSight sight = new TruckSight(CAMERAS, TruckSettings.DEFAULTS);
  private final TruckJoin join = new TruckJoin(Duration.ofSeconds(8));

  private static Camera camera(String id, Crossing approaching, Crossing receding) {
    return new Camera(id, "BE", "N511", "border", 50.7, 3.25, approaching, receding, "POINT", null);
  }

  @Test
  void aTractorAndItsTrailerAreOneTruck() {
    TruckPassage front = front(0, "1ABC234");
    TruckPassage rear = rear(2, "QXYZ123");

    assertThat(join.trucks(List.of(rear, front))).containsExactly(List.of(front, rear));
  }

  @Test
  void trucksThatFollowEachOtherKeepTheirEnds() {
    List<TruckPassage> views =
        List.of(front(0, "1AAA111"), rear(2, "QAAA111"), front(4, "1BBB222"), rear(6, "QBBB222"));

    assertThat(join.trucks(views)).containsExactly(views.subList(0, 2), views.subList(2, 4));
  }

  @Test
  void aRearThatWasMissedDoesNotShiftTheNext() {
    TruckPassage alone = front(0, "1AAA111");
    TruckPassage front = front(4, "1BBB222");
    TruckPassage rear = rear(6, "QBBB222");

    assertThat(join.trucks(List.of(alone, front, rear)))
        .containsExactly(List.of(alone), List.of(front, rear));
  }

  @Test
  void thePlateOfARigidTruckTellsItWhateverIsBetween() {
    TruckPassage front = front(0, "1AAA111");
    TruckPassage other = front(1, "1BBB222");
    TruckPassage rear = rear(2, "1AAA111");

    assertThat(join.trucks(List.of(front, other, rear)))
        .containsExactly(List.of(front, rear), List.of(other));
  }

  @Test
  void whatLooksAlikeOnAPlateIsTheSamePlate() {
    assertThat(join.trucks(List.of(front(0, "1AB0123"), rear(2, "1ABO123")))).hasSize(1);
  }

  @Test
  void theOtherWayRoundIsNotTheSameTruck() {
    TruckPassage in = front(0, "1AAA111");
    TruckPassage out = view("A", 2, "1BBB222", "BE>FR"); // receding from the same camera

    assertThat(join.trucks(List.of(in, out))).hasSize(2);
  }

  @Test
  void whoComesLaterIsAnother() {
    assertThat(join.trucks(List.of(front(0, "1AAA111"), rear(8, "QXYZ123")))).hasSize(1);
    assertThat(join.trucks(List.of(front(0, "1AAA111"), rear(9, "QXYZ123")))).hasSize(2);
    assertThat(join.trucks(List.of(front(0, "1AAA111"), front(9, "1AAA111")))).hasSize(2);
  }

  @Test
  void aTruckHasOneFrontAndOneRear() {
    assertThat(join.trucks(List.of(front(0, "1AAA111"), rear(1, "QXYZ123"), rear(2, "QZZZ123"))))
        .hasSize(2);
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() {
    List<TruckPassage> views = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      views.add(front(4 * i, "1AA%c11%d".formatted('A' + i, i % 10)));
      views.add(rear(4 * i + 2, "QAA%c11%d".formatted('A' + i, i % 10)));
    }
    List<List<TruckPassage>> trucks = join.trucks(views);
    Collections.shuffle(views, new Random(7));

    assertThat(join.trucks(views)).isEqualTo(trucks).hasSize(12);
  }

  private TruckPassage front(long second, String plate) {
    return view("A", second, plate, "FR>BE");
  }

  private TruckPassage rear(long second, String plate) {
    Passage passage = passage("B", second, plate, "FR>BE");
    passage.setDirection(eu.passage.avro.Direction.RECEDING);
    return sight.of(passage).orElseThrow();
  }

  private TruckPassage view(String camera, long second, String plate, String crossing) {
    return sight.of(passage(camera, second, plate, crossing)).orElseThrow();
  }

  private static Passage passage(String camera, long second, String plate, String crossing) {
    return Samples.passage(
        Samples.local("2026-03-10T08:00").plusSeconds(second),
        plate,
        crossing,
        camera,
        eu.passage.avro.VehicleType.TRUCK);
  }
}
