package eu.passage.cep.flink;

import static eu.passage.cep.Samples.observation;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CountedVehicle;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.cep.Samples;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FusionFunctionTest {

  private static final FusionSettings SETTINGS = FusionSettings.DEFAULT;
  private static final PlateReading SURE = plate("1ABC234", 0.95);

  private KeyedOneInputStreamOperatorTestHarness<String, Observation, Passage> harness;

  @BeforeEach
  void open() throws Exception {
    harness = newHarness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aPassageIsToldAsSoonAsTwoFramesAgree() throws Exception {
    see(observation("EST-1", 0, SURE));
    assertThat(told()).isEmpty();

    see(observation("EST-1", 400, SURE));

    assertThat(told()).singleElement().returns("BE:1A8C234", Passage::getVehicleKey);
  }

  @Test
  void laterFramesOfAToldVehicleAreAbsorbed() throws Exception {
    for (int i = 0; i < 10; i++) {
      see(observation("EST-1", i * 400L, SURE));
      harness.processWatermark(i * 400L);
    }
    harness.processWatermark(60_000);

    assertThat(told()).hasSize(1);
    assertNothingIsLeft();
  }

  @Test
  void oneFrameAloneIsToldAfterABoundedDelay() throws Exception {
    see(observation("EST-1", 0, SURE));
    harness.processWatermark(SETTINGS.emitAfter().toMillis() - 1);
    assertThat(told()).isEmpty();

    harness.processWatermark(SETTINGS.emitAfter().toMillis());

    assertThat(told()).hasSize(1);
    harness.processWatermark(60_000);
    assertThat(told()).hasSize(1);
    assertNothingIsLeft();
  }

  @Test
  void theSameFrameThreeTimesCountsOnce() throws Exception {
    see(observation("EST-1", 0, SURE));
    see(observation("EST-1", 0, SURE));
    see(observation("EST-1", 0, SURE));
    assertThat(told()).isEmpty();

    harness.processWatermark(60_000);

    assertThat(told()).singleElement().satisfies(p -> assertThat(p.getEvidence()).hasSize(1));
  }

  @Test
  void twoVehiclesOfOneFrameAreTwoPassagesHoweverAlikeTheirPlates() throws Exception {
    for (long at : new long[] {0, 400}) {
      see(observation("EST-1", at, 0, plate("1ABC234", 0.95)));
      see(observation("EST-1", at, 1, plate("1ABC284", 0.95)));
    }
    harness.processWatermark(60_000);

    assertThat(told())
        .extracting(p -> p.getPlate().getText())
        .containsExactlyInAnyOrder("1ABC234", "1ABC284");
    assertThat(told()).extracting(Passage::getPassageId).doesNotHaveDuplicates();
    assertNothingIsLeft();
  }

  @Test
  void theSameVehicleAfterTheGapIsAnotherPassage() throws Exception {
    see(observation("EST-1", 0, SURE));
    see(observation("EST-1", 400, SURE));
    see(observation("EST-1", 30_000, SURE));
    see(observation("EST-1", 30_400, SURE));

    assertThat(told()).hasSize(2);
    assertThat(told()).extracting(Passage::getPassageId).doesNotHaveDuplicates();
  }

  @Test
  void aVehicleWithoutAReadablePlateBecomesNoPassage() throws Exception {
    Observation bare = observation("EST-1", 0, null);
    bare.setNoPlate(NoPlateReason.NOT_FOUND);
    see(bare);
    see(observation("EST-1", 100, 1, plate("1ABC234", 0.2)));
    harness.processWatermark(60_000);

    assertThat(told()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aVehicleWithoutAReadablePlateIsHandedOnToBeCounted() throws Exception {
    see(observation("EST-1", 0, null));
    see(observation("EST-1", 20_000, plate("1ABC234", 0.2)));
    harness.processWatermark(60_000);

    assertThat(notRead())
        .extracting(look -> look.getCameraId() + "@" + look.getAt().toEpochMilli())
        .containsExactly("EST-1@0", "EST-1@20000");
    assertThat(notRead()).extracting(CountedVehicle::getType).containsOnlyNulls();
  }

  @Test
  void aLookWithoutAPlateWhileAVehicleWithOneIsThereIsNoVehicleOfItsOwn() throws Exception {
    see(observation("EST-1", 0, SURE));
    see(observation("EST-1", 400, SURE));
    see(observation("EST-1", 800, null));
    see(observation("EST-1", 1_200, null));
    harness.processWatermark(60_000);

    assertThat(told()).hasSize(1);
    assertThat(notRead()).isEmpty();
  }

  @Test
  void aPlateThatBecomesReadableLateIsToldLate() throws Exception {
    see(observation("EST-1", 0, plate("1ABC234", 0.45)));
    harness.processWatermark(2_000);
    assertThat(told()).isEmpty();

    see(observation("EST-1", 2_400, plate("1ABC234", 0.45)));
    harness.processWatermark(60_000);

    assertThat(told()).hasSize(1);
    assertNothingIsLeft();
  }

  @Test
  void framesThatCameOutOfOrderMakeTheSamePassage() throws Exception {
    see(observation("EST-1", 300, plate("1ABC234", 0.7)));
    see(observation("EST-1", 0, plate("1A8C234", 0.7)));
    see(observation("EST-1", 600, plate("1ABC234", 0.7)));
    harness.processWatermark(60_000);

    assertThat(told())
        .singleElement()
        .returns("1ABC234", p -> p.getPlate().getText())
        .returns(0L, p -> p.getFirstAt().toEpochMilli());
  }

  @Test
  void framesOfALinkCutStillMakeOnePassageMarkedLate() throws Exception {
    long now = Duration.ofHours(10).toMillis();
    harness.processWatermark(now);
    for (long at : new long[] {0, 400, 800}) {
      Observation observation = observation("EST-1", at, SURE);
      observation.setReceivedAt(observation.getCapturedAt().plusMillis(now));
      see(observation);
      harness.processWatermark(now + at);
    }
    harness.processWatermark(now + 60_000);

    assertThat(told()).singleElement().returns(true, Passage::getLate);
    assertNothingIsLeft();
  }

  @Test
  void anUnknownCameraIsRefusedWithItsName() throws Exception {
    see(observation("EST-9", 0, SURE));

    assertThat(refused())
        .singleElement()
        .returns(DeadLetterReason.UNKNOWN_CAMERA, DeadLetter::getReason)
        .returns("EST-9", DeadLetter::getCameraId)
        .satisfies(letter -> assertThat(letter.getMessage()).contains("EST-9"));
    assertNothingIsLeft();
  }

  @Test
  void whatLiesTooFarBehindIsRefused() throws Exception {
    harness.processWatermark(SETTINGS.tooLateAfter().toMillis() + 1);
    see(observation("EST-1", 0, SURE));

    assertThat(refused()).singleElement().returns(DeadLetterReason.TOO_LATE, DeadLetter::getReason);
    assertNothingIsLeft();
  }

  @Test
  void aRestoreBetweenTwoFramesLosesAndRepeatsNothing() throws Exception {
    see(observation("EST-1", 0, SURE));
    see(observation("EST-2", 0, SURE));
    see(observation("EST-2", 400, SURE));
    assertThat(told()).hasSize(1);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    harness = newHarness();
    harness.initializeState(snapshot);
    harness.open();
    see(observation("EST-1", 400, SURE));
    see(observation("EST-2", 800, SURE));
    harness.processWatermark(60_000);

    assertThat(told())
        .singleElement()
        .returns("EST-1", Passage::getCameraId)
        .satisfies(p -> assertThat(p.getEvidence()).hasSize(2));
    assertNothingIsLeft();
  }

  @Test
  void aCameraThatLeftTheCatalogueSinceTakesItsVehiclesWithIt() throws Exception {
    see(observation("EST-1", 0, SURE));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    harness = newHarness(new CameraCatalogue(List.of()));
    harness.initializeState(snapshot);
    harness.open();
    harness.processWatermark(60_000);

    assertThat(told()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void howeverLongAVehicleStandsThereItsStateIsBounded() throws Exception {
    for (int i = 0; i < 500; i++) {
      see(observation("EST-1", i * 400L, plate("1ABC234", 0.95)));
      harness.processWatermark(i * 400L);
    }
    assertThat(told()).hasSize(1);
    assertThat(harness.snapshot(1, 1).getStateSize()).isLessThan(40_000);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Observation, Passage> newHarness()
      throws Exception {
    return newHarness(Samples.CAMERAS);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Observation, Passage> newHarness(
      CameraCatalogue cameras) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Observation, Passage>(
            new KeyedProcessOperator<>(new FusionFunction(cameras, SETTINGS)),
            Observation::getCameraId,
            Types.STRING);
    harness.setup(
        StreamTypes.PASSAGE.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private void see(Observation observation) throws Exception {
    harness.processElement(observation, observation.getCapturedAt().toEpochMilli());
  }

  private List<Passage> told() {
    return harness.extractOutputValues();
  }

  private List<CountedVehicle> notRead() {
    var looks = harness.getSideOutput(SideOutputs.NOT_READ);
    return looks == null ? List.of() : looks.stream().map(StreamRecord::getValue).toList();
  }

  private List<DeadLetter> refused() {
    return harness.getSideOutput(SideOutputs.DEAD_LETTERS).stream()
        .map(StreamRecord::getValue)
        .toList();
  }

  private void assertNothingIsLeft() {
    assertThat(harness.numKeyedStateEntries()).as("state").isZero();
    assertThat(harness.numEventTimeTimers()).as("timers").isZero();
  }
}
