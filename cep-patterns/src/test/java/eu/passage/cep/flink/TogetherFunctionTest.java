package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.Samples;
import eu.passage.cep.engine.Meetings;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.history.Company;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Candidates at one camera to vehicles that passed it together. */
class TogetherFunctionTest {

  private static final long START = Samples.local("2026-03-10T10:00").toEpochMilli();
  private static final Company PAIR = new Company(2, 20_000);
  private static final Company THREE = new Company(3, 20_000);
  private static final Duration WITHIN = Duration.ofHours(2);

  private Subtasks<Candidate, DetectionInput> together;

  @BeforeEach
  void open() throws Exception {
    together = open(false);
  }

  private static Subtasks<Candidate, DetectionInput> open(boolean inOrder) throws Exception {
    return new Subtasks<>(
        1,
        () -> new KeyedProcessOperator<>(new TogetherFunction(Duration.ofDays(4), inOrder)),
        Candidate::place,
        StreamTypes.CANDIDATE,
        StreamTypes.DETECTION_INPUT);
  }

  @AfterEach
  void close() throws Exception {
    together.close();
  }

  @Test
  void twoThatPassLessThanTheGapApartAreTogether() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1BBB222", 19_999);

    assertThat(found()).containsExactly("1AAA111 1BBB222");
  }

  @Test
  void twoThatPassTheGapApartAreNot() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1BBB222", 20_000);

    assertThat(found()).isEmpty();
  }

  @Test
  void whoComesLateIsTogetherWithThoseBeforeAndAfter() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1CCC333", 30_000);
    pass(PAIR, "1BBB222", 15_000);

    assertThat(found()).containsExactlyInAnyOrder("1AAA111 1BBB222", "1BBB222 1CCC333");
  }

  @Test
  void threeAreTogetherWhenTheFirstAndTheLastAre() throws Exception {
    pass(THREE, "1AAA111", 0);
    pass(THREE, "1CCC333", 19_000);
    pass(THREE, "1DDD444", 25_000);
    pass(THREE, "1BBB222", 10_000);

    assertThat(found())
        .containsExactlyInAnyOrder("1AAA111 1BBB222 1CCC333", "1BBB222 1CCC333 1DDD444");
  }

  @Test
  void theOrderInWhichTheyComeChangesNothing() throws Exception {
    pass(THREE, "1AAA111", 0);
    pass(THREE, "1BBB222", 5_000);
    pass(THREE, "1CCC333", 9_000);
    DetectionInput inOrder = together.drain().get(0);
    together.watermark(START + WITHIN.multipliedBy(2).toMillis());

    pass(THREE, "1CCC333", 9_000);
    pass(THREE, "1AAA111", 0);
    pass(THREE, "1BBB222", 5_000);

    assertThat(together.drain()).singleElement().usingRecursiveComparison().isEqualTo(inOrder);
  }

  @Test
  void theKeyIsThatOfTheVehiclesAndWhatWasLookedFor() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1BBB222", 3_000);
    pass(PAIR, "1BBB222", 3_600_000);
    pass(PAIR, "1AAA111", 3_603_000);
    List<DetectionInput> meetings = together.drain();

    assertThat(meetings).hasSize(2);
    assertThat(meetings.get(0).key()).isEqualTo(meetings.get(1).key()).isNegative();
    assertThat(((DetectionInput.OfCompany) meetings.get(1)).latest().at())
        .isEqualTo(START + 3_603_000);
  }

  @Test
  void aCandidateThatComesAgainMakesNothingNew() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1BBB222", 5_000);
    together.drain();

    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1BBB222", 5_000);

    assertThat(found()).isEmpty();
  }

  @Test
  void aVehicleIsNotTogetherWithItself() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1AAA111", 7_000);

    assertThat(found()).isEmpty();
  }

  @Test
  void othersAtAnotherCameraOrForAnotherRuleAreElsewhere() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(new Company(2, 30_000), "1BBB222", 1_000);
    process(new Candidate(PAIR, WITHIN.toMillis(), witness("EST-2", "1CCC333", 1_000)));

    assertThat(found()).isEmpty();
  }

  @Test
  void ofAJamTheNearestAreHeldAgainstEachOther() throws Exception {
    for (int vehicle = 100; vehicle < 140; vehicle++) {
      pass(PAIR, "1JAM" + vehicle, 100 * vehicle);
    }
    together.drain();

    pass(PAIR, "1AAA111", 14_000);

    List<String> found = found();
    assertThat(found).hasSize(Meetings.MOST_NEIGHBOURS);
    assertThat(found).contains("1JAM139 1AAA111").doesNotContain("1JAM100 1AAA111");
  }

  @Test
  void whatCanMeetNobodyAnyMoreLeavesByOneTimerOfItsSlice() throws Exception {
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1BBB222", 1_000);
    pass(PAIR, "1CCC333", 2_000);
    assertThat(together.timers()).isEqualTo(1);

    together.watermark(START + WITHIN.toMillis());
    assertThat(together.stateEntries()).isEqualTo(1);

    together.watermark(START + WITHIN.toMillis() + 2 * 20_000);
    assertThat(together.stateEntries()).isZero();
    assertThat(together.timers()).isZero();
  }

  @Test
  void oneThatSeveralRulesLookForIsKeptForTheLongestOfTheirWindows() throws Exception {
    pass(PAIR, "1AAA111", 0);
    Duration longer = WITHIN.multipliedBy(4);
    process(new Candidate(PAIR, longer.toMillis(), witness("EST-1", "1AAA111", 0)));
    together.watermark(START + longer.toMillis());

    process(new Candidate(PAIR, longer.toMillis(), witness("EST-1", "1BBB222", 1_000)));

    assertThat(found()).containsExactly("1AAA111 1BBB222");
  }

  @Test
  void whereTheyComeInOrderTheNextOneRemovesWhatLiesBehindWithoutATimer() throws Exception {
    together.close();
    together = open(true);
    pass(PAIR, "1AAA111", 0);
    pass(PAIR, "1BBB222", 19_000);
    pass(PAIR, "1CCC333", 38_000);
    assertThat(found()).containsExactly("1AAA111 1BBB222", "1BBB222 1CCC333");
    assertThat(together.timers()).isZero();

    pass(PAIR, "1DDD444", 400_000);
    // none comes so late in batch mode: it shows who is still there
    pass(PAIR, "1EEE555", 30_000);

    assertThat(found()).isEmpty();
  }

  private void pass(Company company, String plate, long afterMillis) throws Exception {
    process(new Candidate(company, WITHIN.toMillis(), witness("EST-1", plate, afterMillis)));
  }

  private void process(Candidate candidate) throws Exception {
    together.process(candidate, candidate.witness().facts().at());
  }

  private static Witness witness(String camera, String plate, long afterMillis) {
    return new Witness(
        new PassageFacts.Builder(START + afterMillis, camera).plate(plate, "BE").build(),
        Witness.NO_RECORD);
  }

  /** The plates of each meeting since this was asked last, in order of time. */
  private List<String> found() {
    return together.drain().stream()
        .map(input -> ((DetectionInput.OfCompany) input).members())
        .map(members -> members.stream().map(w -> PlateCode.text(w.facts().plate())).toList())
        .map(plates -> String.join(" ", plates))
        .toList();
  }
}
