package eu.passage.cep.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a history keeps beside passages: {@link ToldLog} and {@link DayLog}. */
class LogsTest {

  private static final int DASH = 7;
  private static final int RECURRING = -7;

  private final ToldLog told = new ToldLog();
  private final DayLog days = new DayLog();

  @Test
  void anAlertIsKnownByItsRuleAndMoment() {
    told.add(DASH, 100);

    assertThat(told.contains(DASH, 100)).isTrue();
    assertThat(told.contains(DASH, 101)).isFalse();
    assertThat(told.contains(RECURRING, 100)).isFalse();
  }

  @Test
  void nearIsLessThanTheSpanBeforeOrAfter() {
    told.add(DASH, 100);

    assertThat(told.within(DASH, 149, 50)).isTrue();
    assertThat(told.within(DASH, 150, 50)).isFalse();
    assertThat(told.within(DASH, 51, 50)).isTrue();
    assertThat(told.within(DASH, 50, 50)).isFalse();
    assertThat(told.within(RECURRING, 100, 50)).isFalse();
  }

  @Test
  void alertsOfManyRulesInAnyOrderAreAllKnown() {
    for (int i = 0; i < 50; i++) {
      told.add(i * 37 % 11 - 5, i);
    }

    assertThat(told.size()).isEqualTo(50);
    for (int i = 0; i < 50; i++) {
      assertThat(told.contains(i * 37 % 11 - 5, i)).isTrue();
      assertThat(told.contains(i * 37 % 11 - 5, i + 1)).isFalse();
    }
  }

  @Test
  void oldAlertsOfEveryRuleAreForgotten() {
    told.add(DASH, 99);
    told.add(RECURRING, 100);
    told.add(DASH, 101);
    told.add(RECURRING, 98);

    told.forgetBefore(100);

    assertThat(told.size()).isEqualTo(2);
    assertThat(told.contains(RECURRING, 100)).isTrue();
    assertThat(told.contains(DASH, 101)).isTrue();
    told.forgetBefore(1000);
    assertThat(told.isEmpty()).isTrue();
    told.add(DASH, 1001);
    assertThat(told.contains(DASH, 1001)).isTrue();
  }

  @Test
  void aDayIsOneEntryHoweverOftenItIsSeen() {
    days.add(20_000, 0);
    days.add(20_000, 23);
    days.add(20_000, 23);

    assertThat(days.size()).isEqualTo(1);
    assertThat(days.day(0)).isEqualTo(20_000);
    assertThat(days.hours(0)).isEqualTo(1 | 1 << 23);
  }

  @Test
  void daysAreInOrderWhateverOrderTheyComeIn() {
    for (int day : new int[] {20_003, 20_001, 20_002, 20_001, -1, 20_009}) {
      days.add(day, 5);
    }

    assertThat(allDays()).containsExactly(-1, 20_001, 20_002, 20_003, 20_009);
  }

  @Test
  void oldDaysAreForgotten() {
    for (int day = 1; day <= 30; day++) {
      days.add(day, 5);
    }

    days.forgetBefore(29);
    assertThat(allDays()).containsExactly(29, 30);
    days.forgetBefore(29);
    assertThat(allDays()).containsExactly(29, 30);
    days.forgetBefore(31);
    assertThat(days.isEmpty()).isTrue();
    days.add(31, 1);
    assertThat(allDays()).containsExactly(31);
  }

  private List<Integer> allDays() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      all.add(days.day(i));
    }
    return all;
  }
}
