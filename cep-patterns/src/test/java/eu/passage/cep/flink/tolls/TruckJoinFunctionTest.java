package eu.passage.cep.flink.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Direction;
import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.TollTimes;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.TruckSight;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TruckJoinFunctionTest {

  private static final Crossing IN = new Crossing("FR", "BE");
  private static final Crossing OUT = new Crossing("BE", "FR");
  private static final CameraCatalogue CAMERAS =
      new CameraCatalogue(
          List.of(
              camera("A", IN, OUT, "POINT"),
              camera("B", OUT, IN, "POINT"),
              camera("C", IN, OUT, "C")));
  private static final TollTimes TIMES =
      new TollTimes(Duration.ofSeconds(8), Duration.ofHours(1), Duration.ofDays(8));

  private final TruckSight sight = new TruckSight(CAMERAS, TruckSettings.DEFAULTS);
  private KeyedOneInputStreamOperatorTestHarness<String, TruckPassage, TollEvent> harness;

  private static Camera camera(String id, Crossing towards, Crossing away, String point) {
    return new Camera(id, "BE", "N511", "border", 50.7, 3.25, towards, away, point, null);
  }

  @BeforeEach
  void start() throws Exception {
    start(null);
  }

  private void start(OperatorSubtaskState from) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new TruckJoinFunction(Set.of("POINT"), TIMES, "commune")),
            TruckPassage::getChargingPoint,
            Types.STRING);
    harness.setup(StreamTypes.TOLL_EVENT.createSerializer(null));
    if (from != null) {
      harness.initializeState(from);
    }
    harness.open();
  }

  @AfterEach
  void stop() throws Exception {
    harness.close();
  }

  @Test
  void aPointWithOneCameraDoesNotWait() throws Exception {
    front("C", 0, "1TRK555");

    assertThat(drafts()).extracting(TollEvent::getPlate).containsExactly("1TRK555");
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void aTractorAndItsTrailerBecomeOneEventChargedToTheTractor() throws Exception {
    rear(2, "QXYZ123");
    front("A", 0, "1TRK555");
    assertThat(drafts()).isEmpty();

    timeComesTo(10);

    TollEvent draft = drafts().get(0);
    assertThat(draft.getPlate()).isEqualTo("1TRK555");
    assertThat(draft.getFront().getText()).isEqualTo("1TRK555");
    assertThat(draft.getRear().getText()).isEqualTo("QXYZ123");
    assertThat(draft.getPassageIds()).hasSize(2);
    assertThat(draft.getEvidence()).hasSize(2);
    assertThat(draft.getClassConfidence()).isGreaterThan(0.95f);
  }

  @Test
  void aViewThatComesLateIsPutToItsTruck() throws Exception {
    front("A", 0, "1TRK555");
    timeComesTo(60);
    TollEvent alone = drafts().get(0);

    rear(2, "QXYZ123");
    timeComesTo(61);

    assertThat(drafts())
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.getPassageId()).isEqualTo(alone.getPassageId());
              assertThat(draft.getRear().getText()).isEqualTo("QXYZ123");
            });
  }

  @Test
  void whoIsChargedChangesWhenTheFrontComesLate() throws Exception {
    rear(2, "2ABC345"); // a trailer's, as it turns out
    timeComesTo(60);
    TollEvent wrong = drafts().get(0);

    front("A", 0, "1TRK555");
    timeComesTo(61);

    assertThat(drafts())
        .satisfiesExactly(
            gone -> {
              assertThat(gone.getPassageId()).isEqualTo(wrong.getPassageId());
              assertThat(gone.getStatus()).isEqualTo(TollStatus.WITHDRAWN);
              assertThat(gone.getPlate()).isEqualTo("2ABC345");
            },
            right -> assertThat(right.getPlate()).isEqualTo("1TRK555"));
  }

  @Test
  void nothingIsSaidTwice() throws Exception {
    front("A", 0, "1TRK555");
    timeComesTo(60);
    drafts();

    front("A", 0, "1TRK555");
    front("A", 30, "1TRK777");
    timeComesTo(120);

    assertThat(drafts()).extracting(TollEvent::getPlate).containsExactly("1TRK777");
  }

  @Test
  void whatWaitsSurvivesARestart() throws Exception {
    front("A", 0, "1TRK555");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    start(state);
    rear(2, "QXYZ123");
    timeComesTo(10);

    assertThat(drafts()).singleElement().satisfies(d -> assertThat(d.getRear()).isNotNull());
  }

  @Test
  void nothingIsKeptOfWhatIsLongPast() throws Exception {
    for (int i = 0; i < 20; i++) {
      front("A", 60 * i, "1TRK5%02d".formatted(i));
      rear(60 * i + 2, "QXYZ1%02d".formatted(i));
    }
    timeComesTo(2 * 3600);

    assertThat(drafts()).hasSize(20);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  private void front(String camera, long second, String plate) throws Exception {
    see(camera, second, plate, Direction.APPROACHING);
  }

  private void rear(long second, String plate) throws Exception {
    see("B", second, plate, Direction.RECEDING);
  }

  private void see(String camera, long second, String plate, Direction direction) throws Exception {
    Passage passage =
        Samples.passage(
            Samples.local("2026-03-10T08:00").plusSeconds(second),
            plate,
            "FR>BE",
            camera,
            VehicleType.TRUCK);
    passage.setDirection(direction);
    TruckPassage view = sight.of(passage).orElseThrow();
    harness.processElement(view, view.getAt().toEpochMilli());
  }

  private void timeComesTo(long second) throws Exception {
    harness.processWatermark(
        new Watermark(Samples.local("2026-03-10T08:00").plusSeconds(second).toEpochMilli()));
  }

  private List<TollEvent> drafts() {
    List<TollEvent> drafts = List.copyOf(harness.extractOutputValues());
    harness.getOutput().clear();
    return drafts;
  }
}
