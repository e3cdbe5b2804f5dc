package eu.passage.cep.history;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.facts.PassageFacts;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectHistoryTest {

  private static final long GAP = 5_000;
  private static final PassageFacts EIGHT = at("08:00", "EST-1");
  private static final PassageFacts NINE = at("09:00", "EST-1");
  private static final PassageFacts TEN = at("10:00", "EST-1");

  private final SubjectHistory history = new SubjectHistory();

  @Test
  void aLatePassageTakesThePlaceItsTimeGivesIt() {
    assertThat(history.add(EIGHT)).isZero();
    assertThat(history.add(TEN)).isEqualTo(1);
    assertThat(history.add(NINE)).isEqualTo(1);

    assertThat(passages()).containsExactly(EIGHT, NINE, TEN);
  }

  @Test
  void passagesOfOneMomentHaveAnOrderWhicheverComesFirst() {
    PassageFacts here = at("08:00", "EST-1");
    PassageFacts there = at("08:00", "EST-2");
    history.add(here);
    history.add(there);
    SubjectHistory other = new SubjectHistory();
    other.add(there);
    other.add(here);

    assertThat(history.get(0)).isEqualTo(other.get(0));
    assertThat(history.get(1)).isEqualTo(other.get(1));
  }

  @Test
  void theSamePlaceAtTheSameTimeIsTheSamePassage() {
    history.add(TEN);

    assertThat(history.repeats(at("10:00", "EST-1"), GAP)).isTrue();
    assertThat(history.repeats(at("10:00:04.999", "EST-1"), GAP)).isTrue();
    assertThat(history.repeats(at("10:00:05", "EST-1"), GAP)).isFalse();
    assertThat(history.repeats(at("09:59:55.001", "EST-1"), GAP)).isTrue();
    assertThat(history.repeats(at("09:59:55", "EST-1"), GAP)).isFalse();
    assertThat(history.repeats(at("10:00:04", "EST-2"), GAP)).isFalse();
  }

  @Test
  void aRepetitionIsFoundBehindWhatCameSince() {
    history.add(EIGHT);
    history.add(NINE);
    history.add(TEN);

    assertThat(history.repeats(at("08:00:01", "EST-1"), GAP)).isTrue();
    assertThat(history.repeats(at("08:30", "EST-1"), GAP)).isFalse();
  }

  @Test
  void theOldestGoFirst() {
    history.add(EIGHT);
    history.add(NINE);
    history.add(TEN);

    assertThat(history.before(NINE.at())).isEqualTo(1);
    assertThat(history.before(NINE.at() + 1)).isEqualTo(2);
    history.forget(1);
    assertThat(passages()).containsExactly(NINE, TEN);
    history.forget(0);
    assertThat(passages()).containsExactly(NINE, TEN);
    history.add(EIGHT);
    assertThat(passages()).containsExactly(EIGHT, NINE, TEN);
  }

  @Test
  void aVehicleThatWasForgottenMayComeAgain() {
    history.add(EIGHT);
    history.add(NINE);
    history.forget(2);
    assertThat(history.size()).isZero();
    assertThat(history.oldestAt()).isEqualTo(SubjectHistory.NEVER);

    history.add(TEN);
    assertThat(passages()).containsExactly(TEN);
    assertThat(history.oldestAt()).isEqualTo(TEN.at());
  }

  @Test
  void itIsEmptyWhenNothingIsWorthKeeping() {
    assertThat(history.isEmpty()).isTrue();
    assertThat(history.wakeAt()).isEqualTo(SubjectHistory.NEVER);

    history.add(EIGHT);
    assertThat(history.isEmpty()).isFalse();
    history.forget(1);
    assertThat(history.isEmpty()).isTrue();
    history.days().add(1, 1);
    assertThat(history.isEmpty()).isFalse();
    history.days().forgetBefore(2);
    history.told().add(1, 1);
    assertThat(history.isEmpty()).isFalse();
  }

  private List<PassageFacts> passages() {
    List<PassageFacts> passages = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      passages.add(history.get(i));
    }
    return passages;
  }

  private static PassageFacts at(String time, String camera) {
    return new PassageFacts.Builder(LocalTime.parse(time).toNanoOfDay() / 1_000_000, camera)
        .plate("1ABC234", "BE")
        .build();
  }
}
