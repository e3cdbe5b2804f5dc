package eu.passage.cep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Habits;
import org.junit.jupiter.api.Test;

/** Monday is 9 March 2026; the clocks go forward on Sunday 29 March, back on 25 October. */
class HistoryHabitsTest {

  private final SubjectHistory history = new SubjectHistory();

  @Test
  void daysAreCountedOnceAndTodayDoesNotCount() {
    seen("2026-03-09T08:00", "2026-03-09T18:00", "2026-03-10T08:00", "2026-03-11T07:00");

    assertThat(at("2026-03-11T08:00").daysSeen(28)).isEqualTo(2);
    assertThat(at("2026-03-12T08:00").daysSeen(28)).isEqualTo(3);
  }

  @Test
  void daysBeforeTheSpanDoNotCount() {
    seen("2026-03-09T08:00", "2026-03-10T08:00");

    assertThat(at("2026-03-12T08:00").daysSeen(2)).isEqualTo(1);
    assertThat(at("2026-03-12T08:00").daysSeen(3)).isEqualTo(2);
  }

  @Test
  void whatComesAfterThePassageInQuestionDoesNotCount() {
    seen("2026-03-10T08:00", "2026-03-12T08:00");

    assertThat(at("2026-03-11T08:00").daysSeen(28)).isEqualTo(1);
  }

  @Test
  void daysBeginAtLocalMidnightInSummerAndInWinter() {
    seen("2026-03-10T23:59:59.999", "2026-07-10T00:00");

    assertThat(at("2026-03-11T00:00").daysSeen(1)).isEqualTo(1);
    assertThat(at("2026-07-10T12:00").daysSeen(1)).isZero();
    assertThat(at("2026-07-11T00:00").daysSeen(1)).isEqualTo(1);
  }

  @Test
  void theShortAndTheLongDayAreOneDayEach() {
    seen("2026-03-28T12:00", "2026-03-29T00:30", "2026-03-29T23:30");
    assertThat(at("2026-03-30T00:30").daysSeen(2)).isEqualTo(2);
    assertThat(at("2026-03-30T00:30").daysSeen(1)).isEqualTo(1);

    seen("2026-10-25T00:30", "2026-10-25T23:30");
    assertThat(at("2026-10-26T00:30").daysSeen(1)).isEqualTo(1);
    assertThat(at("2026-10-25T23:59").daysSeen(1)).isZero();
  }

  @Test
  void aVehicleSeenOnTwoOfFiveWeekdaysCommutes() {
    seen("2026-03-09T08:00", "2026-03-10T08:00");

    // the seven days before Monday the 16th have five weekdays
    assertThat(at("2026-03-16T08:00").commuter(7)).isTrue();
    // fourteen have ten
    assertThat(at("2026-03-16T08:00").commuter(14)).isFalse();
    seen("2026-03-03T08:00", "2026-03-04T08:00");
    assertThat(at("2026-03-16T08:00").commuter(14)).isTrue();
  }

  @Test
  void weekendsMakeNoCommuter() {
    seen("2026-03-07T08:00", "2026-03-08T08:00", "2026-03-14T08:00", "2026-03-15T08:00");

    assertThat(at("2026-03-16T08:00").commuter(14)).isFalse();
    // no weekday in the span at all
    assertThat(at("2026-03-15T08:00").commuter(1)).isFalse();
  }

  @Test
  void aUsualTimeIsThatOfThreeDaysInThisHourOrOneBesideIt() {
    seen("2026-03-09T07:10", "2026-03-10T08:50", "2026-03-11T09:59");

    assertThat(at("2026-03-12T08:30").usualTime(28)).isTrue();
    assertThat(at("2026-03-12T07:30").usualTime(28)).isFalse();
    assertThat(at("2026-03-12T10:30").usualTime(28)).isFalse();
  }

  @Test
  void todayMakesNoTimeUsual() {
    seen("2026-03-09T08:10", "2026-03-10T08:10", "2026-03-11T08:10");

    assertThat(at("2026-03-11T08:30").usualTime(28)).isFalse();
    assertThat(at("2026-03-12T08:30").usualTime(28)).isTrue();
  }

  @Test
  void midnightIsBesideElevenAtNight() {
    seen("2026-03-09T23:30", "2026-03-10T23:30", "2026-03-11T23:30");

    assertThat(at("2026-03-13T00:15").usualTime(28)).isTrue();
    assertThat(at("2026-03-13T01:15").usualTime(28)).isFalse();
  }

  @Test
  void aUsualTimeIsByTheClockOnTheWallWhenTheClocksChange() {
    seen("2026-03-25T06:10", "2026-03-26T06:10", "2026-03-27T06:10");

    // 05:10 UTC in winter, 03:10 UTC in summer would be two hours earlier on the wall
    assertThat(at("2026-03-30T07:30").usualTime(28)).isTrue();
    assertThat(at("2026-03-30T08:10").usualTime(28)).isFalse();
  }

  @Test
  void aVehicleIsFirstSeenUntilSomethingIsKnownFromBefore() {
    assertThat(at("2026-03-11T08:00").firstSeen()).isTrue();

    history.add(Border.passage("2026-03-11T08:00 - EST-1"));
    seen("2026-03-11T08:00");
    assertThat(at("2026-03-11T08:00").firstSeen()).isTrue();
    assertThat(at("2026-03-11T08:00:00.001").firstSeen()).isFalse();
    assertThat(at("2026-03-11T07:00").firstSeen()).isTrue();
  }

  @Test
  void anEarlierDayIsRememberedAfterItsPassagesAreForgotten() {
    seen("2026-02-20T08:00");

    assertThat(at("2026-03-11T08:00").firstSeen()).isFalse();
    assertThat(at("2026-02-20T07:00").firstSeen()).isTrue();
  }

  private void seen(String... times) {
    RuleEngine engine = Subjects.of().engine();
    for (String time : times) {
      engine.log(history, passage(time));
    }
  }

  private Habits at(String time) {
    HistoryHabits habits = new HistoryHabits(LocalClock.BRUSSELS);
    habits.of(history, passage(time));
    return habits;
  }

  private static PassageFacts passage(String time) {
    return Border.passage(time + " - EST-1");
  }
}
