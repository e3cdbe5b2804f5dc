package eu.passage.cep.flink.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.LookUpTimes;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.registry.VehicleRegistry;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.TruckSight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TollOperatorTest {

  private static final TollSettings SETTINGS = TollSettings.defaults();
  private static final LookUpTimes TIMES = SETTINGS.lookUps();
  private static final TruckSight SIGHT = new TruckSight(Samples.CAMERAS, TruckSettings.DEFAULTS);
  private static final RegistryAnswer KNOWN =
      new RegistryAnswer.Known(new VehicleFacts(6, null, 44_000, 5, Set.of()));

  /** The questions that wait for their answers. */
  private static final List<CompletableFuture<RegistryAnswer>> QUESTIONS = new ArrayList<>();

  private static boolean answersAtOnce;

  private KeyedOneInputStreamOperatorTestHarness<String, TollEvent, TollEvent> harness;
  private long machine = 1_000_000;

  @BeforeEach
  void start() throws Exception {
    QUESTIONS.clear();
    answersAtOnce = true;
    start(null);
  }

  private void start(OperatorSubtaskState from) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new TollOperator(SETTINGS, meter -> new Slow()), TollDraft::vehicle, Types.STRING);
    harness.setup(StreamTypes.TOLL_EVENT.createSerializer(null));
    harness.setProcessingTime(machine);
    harness.setStateTtlProcessingTime(machine);
    if (from != null) {
      harness.initializeState(from);
    }
    harness.open();
  }

  @AfterEach
  void stop() throws Exception {
    harness.close();
  }

  /** Answers when the test says so. */
  private static final class Slow implements VehicleRegistry {
    @Override
    public CompletableFuture<RegistryAnswer> lookUp(String plate, String country) {
      CompletableFuture<RegistryAnswer> question = new CompletableFuture<>();
      if (answersAtOnce) {
        question.complete(KNOWN);
      }
      QUESTIONS.add(question);
      return question;
    }

    @Override
    public void close() {}
  }

  @Test
  void aTruckOwesAndItsEventIsFinalWhenTheRegistryKnowsIt() throws Exception {
    passes("2026-03-10T08:00");

    TollEvent event = onlyEvent();
    assertThat(event.getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(event.getCharge().getAmount()).isEqualByComparingTo("2.05");
    assertThat(event.getSequence()).isZero();
  }

  @Test
  void theRegistryIsAskedOnceForAsLongAsItsAnswerHolds() throws Exception {
    passes("2026-03-10T08:00");
    passes("2026-03-10T09:00");
    assertThat(QUESTIONS).hasSize(1);

    machineGoesOn(TIMES.known().plusSeconds(1));
    passes("2026-03-17T09:30");

    assertThat(QUESTIONS).hasSize(2);
    assertThat(events()).hasSize(3);
  }

  @Test
  void aLatePassageTakesItsShareOfTheDaysCapFromTheLast() throws Exception {
    for (int hour = 10; hour < 15; hour++) {
      passes("2026-03-10T%d:00".formatted(hour)); // five are the most that a day costs
    }
    TollEvent last = events().get(4);

    passes("2026-03-10T09:00");

    List<TollEvent> news = events();
    assertThat(news)
        .extracting(event -> event.getCharge().getAmount().toPlainString())
        .containsExactly("2.0500", "0.0000");
    assertThat(news.get(1).getCorrects()).isEqualTo(last.getEventId());
    assertThat(news.get(1).getCause()).isEqualTo(CorrectionCause.LATE_PASSAGE);
  }

  @Test
  void anOldAnswerStillHoldsForWhatRestsOnItWhileTheRegistryIsDown() throws Exception {
    passes("2026-03-10T08:00");
    events();
    answersAtOnce = false;

    machineGoesOn(TIMES.known().multipliedBy(2).plusSeconds(1));
    passes("2026-03-10T09:00");
    machineGoesOn(TIMES.patience());

    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.FINAL);
  }

  @Test
  void anEventWaitsForTheAnswer() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");
    passes("2026-03-10T08:10");
    assertThat(events()).isEmpty();
    assertThat(QUESTIONS).hasSize(1);

    answer(KNOWN);

    assertThat(events()).extracting(TollEvent::getStatus).containsOnly(TollStatus.FINAL).hasSize(2);
  }

  @Test
  void withoutAnAnswerInTimeItIsProvisionalAndTheAnswerCorrectsIt() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");
    machineGoesOn(TIMES.patience());
    TollEvent provisional = onlyEvent();
    assertThat(provisional.getStatus()).isEqualTo(TollStatus.PROVISIONAL);

    answer(KNOWN); // late, but it comes

    TollEvent corrected = onlyEvent();
    assertThat(corrected.getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(corrected.getCorrects()).isEqualTo(provisional.getEventId());
    assertThat(corrected.getCause()).isEqualTo(CorrectionCause.REGISTRY);
  }

  @Test
  void whatPassesWhileTheRegistryIsDownDoesNotWaitAgain() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");
    machineGoesOn(TIMES.patience());
    events();

    passes("2026-03-10T08:30");

    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.PROVISIONAL);
  }

  @Test
  void aRegistryThatIsDownIsAskedAgainAndLessAndLessOften() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");
    machineGoesOn(TIMES.patience());
    assertThat(QUESTIONS).hasSize(1);

    machineGoesOn(TIMES.pause(1));
    assertThat(QUESTIONS).hasSize(2);
    answer(new RegistryAnswer.NotAnswered());
    machineGoesOn(TIMES.pause(1));
    assertThat(QUESTIONS).hasSize(2);
    machineGoesOn(TIMES.pause(2));
    assertThat(QUESTIONS).hasSize(3);
    assertThat(events()).hasSize(1); // nothing new is known

    answersAtOnce = true;
    machineGoesOn(TIMES.most());
    machineGoesOn(TIMES.most());

    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.FINAL);
    int asked = QUESTIONS.size();
    machineGoesOn(TIMES.most());
    assertThat(QUESTIONS).hasSize(asked);
  }

  @Test
  void aRegistryThatSaysAtOnceThatItCannotIsNotWaitedFor() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");
    answer(new RegistryAnswer.NotAnswered());

    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.PROVISIONAL);
  }

  @Test
  void aQuestionThatWasOpenWhenTheJobStoppedIsAskedAgainAfterwards() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");
    restart();
    machineGoesOn(TIMES.patience());
    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.PROVISIONAL);

    answersAtOnce = true;
    machineGoesOn(TIMES.pause(1));

    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.FINAL);
  }

  @Test
  void nothingIsToldAgainAfterARestart() throws Exception {
    passes("2026-03-10T08:00");
    events();
    restart();

    passes("2026-03-10T08:00");

    assertThat(events()).isEmpty();
  }

  @Test
  void aDraftThatIsTakenBackTakesItsEventBack() throws Exception {
    passes("2026-03-10T08:00");
    TollEvent event = onlyEvent();

    process(TollDraft.withdrawn(draft("2026-03-10T08:00")));

    TollEvent gone = onlyEvent();
    assertThat(gone.getStatus()).isEqualTo(TollStatus.WITHDRAWN);
    assertThat(gone.getCorrects()).isEqualTo(event.getEventId());
  }

  @Test
  void aDraftThatIsTakenBackBeforeItWasToldIsNeverTold() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");
    process(TollDraft.withdrawn(draft("2026-03-10T08:00")));

    answer(KNOWN);

    assertThat(events()).isEmpty();
  }

  @Test
  void whatAPersonDecidedIsTakenOnce() throws Exception {
    passes("2026-03-10T08:00");
    TollEvent event = onlyEvent();
    TollEvent byHand = TollChain.withdrawal(event, CorrectionCause.REVIEW);

    process(byHand);
    process(byHand);

    assertThat(onlyEvent()).isEqualTo(byHand);
    assertThat(refused()).isEmpty();
  }

  @Test
  void aCorrectionOfWhatIsNoLongerTheLastIsRefused() throws Exception {
    passes("2026-03-10T08:00");
    TollEvent event = onlyEvent();
    process(TollChain.withdrawal(event, CorrectionCause.REVIEW));
    events();

    process(TollChain.correction(event, event, CorrectionCause.TARIFF));

    assertThat(events()).isEmpty();
    assertThat(refused())
        .singleElement()
        .satisfies(letter -> assertThat(letter.getMessage()).contains("is not the last one"));
  }

  @Test
  void aCorrectionWithoutCauseOrEventIsRefused() throws Exception {
    passes("2026-03-10T08:00");
    TollEvent event = onlyEvent();

    process(TollChain.correction(event, event, CorrectionCause.REGISTRY));
    process(TollChain.first(TollEvent.newBuilder(event).setPlate("1TRK556").build()));

    assertThat(events()).isEmpty();
    assertThat(refused()).hasSize(2);
  }

  @Test
  void whatIsLongPastIsForgottenAndMayStillBeCorrectedOnce() throws Exception {
    passes("2026-03-10T08:00");
    TollEvent event = onlyEvent();
    eventTimeComesTo("2026-03-25T00:00");
    assertThat(harness.numEventTimeTimers()).isZero();
    TollEvent cheaper = TollChain.correction(event, event, CorrectionCause.TARIFF);

    process(cheaper);
    process(cheaper);
    process(TollChain.withdrawal(event, CorrectionCause.TARIFF));

    assertThat(onlyEvent()).isEqualTo(cheaper);
    assertThat(refused()).hasSize(1);
  }

  @Test
  void aPassageThatComesWhenItsDayIsClosedIsForAPerson() throws Exception {
    eventTimeComesTo("2026-03-20T00:00");

    passes("2026-03-10T08:00");

    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.REVIEW);
  }

  @Test
  void atTheEndOfItsInputNothingIsHeldBack() throws Exception {
    answersAtOnce = false;
    passes("2026-03-10T08:00");

    harness.endInput();
    harness.getOneInputOperator().finish();

    assertThat(onlyEvent().getStatus()).isEqualTo(TollStatus.PROVISIONAL);
  }

  private void passes(String at) throws Exception {
    process(draft(at));
  }

  private static TollEvent draft(String at) {
    return TollDraft.of(
        List.of(
            SIGHT
                .of(
                    Samples.passage(
                        Samples.local(at), "1TRK555", "FR>BE", "EST-1", VehicleType.TRUCK))
                .orElseThrow()),
        SETTINGS.originator());
  }

  private void process(TollEvent event) throws Exception {
    harness.processElement(event, event.getAt().toEpochMilli());
  }

  private void answer(RegistryAnswer answer) throws Exception {
    QUESTIONS.get(QUESTIONS.size() - 1).complete(answer);
    machineGoesOn(Duration.ofMillis(25));
  }

  private void machineGoesOn(Duration time) throws Exception {
    machine += time.toMillis();
    harness.setStateTtlProcessingTime(machine);
    harness.setProcessingTime(machine);
  }

  private void eventTimeComesTo(String at) throws Exception {
    Instant time = Samples.local(at);
    harness.processWatermark(new Watermark(time.toEpochMilli()));
  }

  private void restart() throws Exception {
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    start(state);
  }

  private List<TollEvent> events() {
    List<TollEvent> events = List.copyOf(harness.extractOutputValues());
    harness.getOutput().clear();
    return events;
  }

  private TollEvent onlyEvent() {
    List<TollEvent> events = events();
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private List<DeadLetter> refused() {
    var letters = harness.getSideOutput(TollOperator.REFUSED);
    return letters == null ? List.of() : letters.stream().map(letter -> letter.getValue()).toList();
  }
}
