package eu.passage.cep.flink.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.ControlEvent;
import eu.passage.avro.TollEvent;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.trucks.bans.Bans;
import eu.passage.cep.trucks.bans.ControlSettings;
import eu.passage.cep.trucks.bans.Trucks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlFunctionTest {

  private static final Bans BANS = new Bans(List.of(Trucks.TRANSIT));
  private static final ControlSettings SETTINGS = ControlSettings.DEFAULTS;
  private static final long SETTLE = SETTINGS.settle().toSeconds();
  private static final Duration KEPT = BANS.longest().plus(SETTINGS.lateness());

  private KeyedOneInputStreamOperatorTestHarness<String, TollEvent, ControlEvent> control;
  private final List<ControlEvent> told = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    control = harness();
    control.open();
  }

  @AfterEach
  void close() throws Exception {
    control.close();
  }

  @Test
  void aTruckInTransitIsToldOnceNothingCanComeBetween() throws Exception {
    send(in(0));
    send(out(600));
    watermark(600 + SETTLE - 1);
    assertThat(told()).isEmpty();

    watermark(600 + SETTLE);
    assertThat(told()).singleElement().matches(event -> event.getSays().contains("EST-3"));

    watermark(700 + SETTLE);
    assertThat(told()).as("and not again").hasSize(1);
    assertThat(control.numEventTimeTimers()).isZero();
  }

  @Test
  void aWayInThatCameADayLateIsToldWithTheSameId() throws Exception {
    send(in(0));
    send(out(600));
    watermark(700);
    String id = told().get(0).getControlId();
    told.clear();
    control.close();
    control = harness();
    control.open();

    send(out(600));
    watermark(86_400);
    assertThat(told()).isEmpty();
    send(in(0));
    watermark(86_401);

    assertThat(told()).extracting(ControlEvent::getControlId).containsExactly(id);
  }

  @Test
  void aPassageThatComesBetweenAfterwardsTellsNothingOfTheSameAgain() throws Exception {
    send(in(0));
    send(out(600));
    watermark(700);
    send(Trucks.draft(300, "1TRK555", "BE>FR", "EST-2"));
    watermark(701);

    assertThat(told()).hasSize(1);
  }

  @Test
  void aPassageSentAgainTellsNothing() throws Exception {
    send(in(0));
    send(out(600));
    watermark(700);
    send(in(0));
    send(out(600));
    watermark(800);

    assertThat(told()).hasSize(1);
  }

  @Test
  void whatWasTakenBackIsNotHeldAgainstTheTruck() throws Exception {
    send(in(0));
    send(out(600));
    send(TollDraft.withdrawn(in(0)));
    watermark(700);

    assertThat(told()).isEmpty();
  }

  @Test
  void eachVehicleIsLookedAtByItself() throws Exception {
    send(in(0));
    send(Trucks.draft(600, "1TRK777", "BE>FR", "EST-3"));
    watermark(700);

    assertThat(told()).isEmpty();
  }

  @Test
  void aJobThatIsRestartedGoesOnWhereItStood() throws Exception {
    send(in(0));
    send(out(600));
    watermark(700);
    send(Trucks.draft(900, "1TRK555", "FR>BE", "EST-3"));
    restart();
    send(out(600));
    send(Trucks.draft(1500, "1TRK555", "BE>FR", "EST-1"));
    watermark(1600);

    assertThat(told())
        .extracting(ControlEvent::getChargingPoint)
        .as("one from before, one across the restart")
        .containsExactly("EST-3", "EST-1");
  }

  @Test
  void stateGoesWithEventTime() throws Exception {
    send(in(0));
    send(out(600));
    watermark(700);
    assertThat(control.numKeyedStateEntries()).isEqualTo(2);

    send(Trucks.draft(700 + KEPT.toSeconds(), "1TRK555", "FR>BE", "EST-1"));
    watermark(800 + KEPT.toSeconds());
    send(TollDraft.withdrawn(Trucks.draft(700 + KEPT.toSeconds(), "1TRK555", "FR>BE", "EST-1")));

    assertThat(control.numKeyedStateEntries()).isZero();
  }

  @Test
  void stateOfATruckThatNeverComesBackGoesFromSavepoints() throws Exception {
    control.setStateTtlProcessingTime(0);
    send(in(0));
    watermark(100);
    control.setStateTtlProcessingTime(KEPT.multipliedBy(2).toMillis() + 1);
    restart();

    assertThat(control.numKeyedStateEntries()).isZero();
  }

  @Test
  void elsewhereNothingIsKept() throws Exception {
    TollEvent elsewhere = in(0);
    elsewhere.setChargingPoint("A8");
    send(elsewhere);

    assertThat(control.numKeyedStateEntries()).isZero();
    assertThat(control.numEventTimeTimers()).isZero();
  }

  @Test
  void aShuffledDayGivesTheSameEvents() throws Exception {
    List<TollEvent> day = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String plate = "1TRK55" + i % 5;
      day.add(
          Trucks.draft(60L * i, plate, i / 5 % 2 == 0 ? "FR>BE" : "BE>FR", "EST-" + (1 + i % 3)));
    }
    for (TollEvent draft : day) {
      send(draft);
    }
    watermark(100_000);
    List<String> inOrder = ids();
    told.clear();
    control.close();
    control = harness();
    control.open();
    Collections.shuffle(day, new Random(3));
    for (TollEvent draft : day) {
      send(draft);
    }
    watermark(100_000);

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(inOrder);
    assertThat(inOrder).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  private void restart() throws Exception {
    told();
    OperatorSubtaskState state = control.snapshot(1, 1);
    long now = control.getProcessingTime();
    control.close();
    control = harness();
    control.initializeState(state);
    control.setProcessingTime(now);
    control.open();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, TollEvent, ControlEvent> harness()
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ControlFunction(BANS, SETTINGS)),
            TollDraft::vehicle,
            Types.STRING);
    harness.setup(
        StreamTypes.CONTROL_EVENT.createSerializer(
            harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private static TollEvent in(long second) {
    return Trucks.draft(second, "1TRK555", "FR>BE", "EST-1");
  }

  private static TollEvent out(long second) {
    return Trucks.draft(second, "1TRK555", "BE>FR", "EST-3");
  }

  private void send(TollEvent draft) throws Exception {
    control.processElement(draft, draft.getAt().toEpochMilli());
  }

  private void watermark(long second) throws Exception {
    Instant at = Trucks.TEN.plusSeconds(second);
    control.processWatermark(at.toEpochMilli());
  }

  private List<ControlEvent> told() {
    told.addAll(control.extractOutputValues());
    control.getOutput().clear();
    return told;
  }

  private List<String> ids() {
    return told().stream().map(ControlEvent::getControlId).toList();
  }
}
