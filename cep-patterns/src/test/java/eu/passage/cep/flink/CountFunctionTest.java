package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.passage.avro.CameraCount;
import eu.passage.avro.CountedVehicle;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.cep.counts.CountSettings;
import eu.passage.cep.counts.CountedVehicles;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountFunctionTest {

  private static final Instant START = Instant.parse("2026-03-10T08:00:00Z");
  private static final FusionSettings FUSION = FusionSettings.DEFAULT;

  /** A slot, and what fusion takes until it has told the last of its vehicles. */
  private static final Duration SETTLED = Duration.ofMillis(300_000 + 1_500 + 5_000);

  private KeyedOneInputStreamOperatorTestHarness<String, CountedVehicle, CameraCount> harness;

  @BeforeEach
  void open() throws Exception {
    open(Samples.CAMERAS, null);
  }

  private void open(CameraCatalogue cameras, OperatorSubtaskState from) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CountFunction(cameras, CountSettings.DEFAULTS, FUSION)),
            CountedVehicle::getCameraId,
            Types.STRING);
    harness.setup(StreamTypes.CAMERA_COUNT.createSerializer(null));
    if (from != null) {
      harness.initializeState(from);
    }
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aSlotIsToldOnceWhenItIsOverAndFusionHasSettled() throws Exception {
    pass("EST-1", 0);
    pass("EST-1", 299);
    pass("EST-2", 10);
    comesTo(SETTLED.minusMillis(1));
    assertThat(told()).isEmpty();

    comesTo(SETTLED);
    comesTo(Duration.ofHours(1));

    assertThat(told())
        .extracting(CameraCount::getCameraId, CameraCount::getPlatesRead, CameraCount::getRevision)
        .containsExactlyInAnyOrder(tuple("EST-1", 2, 1), tuple("EST-2", 1, 1));
  }

  @Test
  void eachSlotIsCountedByItself() throws Exception {
    pass("EST-1", 299);
    pass("EST-1", 300);
    pass("EST-1", 301);
    comesTo(Duration.ofHours(1));

    assertThat(told())
        .extracting(CameraCount::getStartsAt, CameraCount::getPlatesRead)
        .containsExactly(tuple(START, 1), tuple(START.plusSeconds(300), 2));
  }

  @Test
  void aSlotThatEndsTellsNeitherTheNextBeforeItsTimeNorTheOneBeforeAgain() throws Exception {
    pass("EST-1", 10);
    pass("EST-1", 310);
    comesTo(SETTLED);
    assertThat(told()).extracting(CameraCount::getStartsAt).containsExactly(START);

    pass("EST-1", 320);
    comesTo(SETTLED.plusSeconds(300));

    assertThat(told())
        .singleElement()
        .returns(START.plusSeconds(300), CameraCount::getStartsAt)
        .returns(2, CameraCount::getPlatesRead)
        .returns(1, CameraCount::getRevision);
  }

  @Test
  void whatComesLateGivesTheSlotAgainInOneRecordWithTheNewTotals() throws Exception {
    pass("EST-1", 10);
    comesTo(Duration.ofHours(2));
    assertThat(told()).hasSize(1);

    for (int late = 20; late < 70; late++) {
      pass("EST-1", late);
    }
    assertThat(told()).isEmpty();
    comesTo(Duration.ofHours(2).plus(SETTLED));

    assertThat(told())
        .singleElement()
        .returns(START, CameraCount::getStartsAt)
        .returns(51, CameraCount::getPlatesRead)
        .returns(2, CameraCount::getRevision);
  }

  @Test
  void vehiclesWithoutAPlateAreCountedBesides() throws Exception {
    pass("EST-1", 10);
    CountedVehicle look = CountedVehicles.notRead("EST-1", START.plusSeconds(100).toEpochMilli());
    harness.processElement(look, look.getAt().toEpochMilli());
    comesTo(Duration.ofHours(1));

    assertThat(told())
        .singleElement()
        .returns(1, CameraCount::getPlatesRead)
        .returns(1, CameraCount::getPlatesNotRead);
  }

  @Test
  void aRestoreLosesAndRepeatsNothing() throws Exception {
    pass("EST-1", 10);
    comesTo(Duration.ofHours(1));
    assertThat(told()).hasSize(1);
    pass("EST-1", 20);
    pass("EST-2", 3_700);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    open(Samples.CAMERAS, state);
    pass("EST-1", 30);
    comesTo(Duration.ofHours(3));

    assertThat(told())
        .extracting(CameraCount::getCameraId, CameraCount::getPlatesRead, CameraCount::getRevision)
        .containsExactlyInAnyOrder(tuple("EST-1", 3, 2), tuple("EST-2", 1, 1));
  }

  @Test
  void aSlotIsKeptAsLongAsFusionTakesWhatBelongsToItAndNotLonger() throws Exception {
    pass("EST-1", 0);
    comesTo(FUSION.tooLateAfter());
    assertThat(told()).hasSize(1);
    pass("EST-1", 0);
    comesTo(FUSION.tooLateAfter().plus(SETTLED).minusMillis(1));
    pass("EST-1", 0);
    assertThat(harness.numKeyedStateEntries()).as("state").isPositive();

    comesTo(FUSION.tooLateAfter().plus(SETTLED));

    assertThat(told()).singleElement().returns(3, CameraCount::getPlatesRead);
    assertThat(harness.numKeyedStateEntries()).as("state").isZero();
    assertThat(harness.numEventTimeTimers()).as("timers").isZero();
    pass("EST-1", 0);
    comesTo(FUSION.tooLateAfter().multipliedBy(3));
    assertThat(told()).as("one vehicle in the place of all").isEmpty();
  }

  @Test
  void whatIsKeptOfACameraIsBounded() throws Exception {
    for (int minute = 0; minute < 4 * 24 * 60; minute++) {
      pass("EST-1", 60L * minute);
      comesTo(Duration.ofMinutes(minute));
    }

    long slots = FUSION.tooLateAfter().toMinutes() / 5 + 3;
    assertThat(harness.numKeyedStateEntries()).isLessThanOrEqualTo((int) slots + 1);
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void aCameraThatLeftTheCatalogueSinceIsNotTold() throws Exception {
    pass("EST-1", 0);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    open(new CameraCatalogue(List.of()), state);
    comesTo(FUSION.tooLateAfter().multipliedBy(2));

    assertThat(told()).isEmpty();
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  private void pass(String camera, long second) throws Exception {
    CountedVehicle vehicle = new CountedVehicle(camera, START.plusSeconds(second), VehicleType.CAR);
    harness.processElement(vehicle, vehicle.getAt().toEpochMilli());
  }

  private void comesTo(Duration afterStart) throws Exception {
    harness.processWatermark(START.plus(afterStart).toEpochMilli());
  }

  private List<CameraCount> told() {
    List<CameraCount> told = List.copyOf(harness.extractOutputValues());
    harness.getOutput().clear();
    return told;
  }
}
