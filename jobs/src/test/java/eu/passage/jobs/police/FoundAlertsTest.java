package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FoundAlertsTest {

  @Test
  void theBeginningOfAnIdIsEnoughWhereItIsUnique() {
    FoundAlerts found = found("23");

    assertThat(found.ids()).containsExactly("alert-23");
    assertThat(found.vehicleKey("alert-23")).isEqualTo(SampleNotices.VEHICLE);
    assertThat(found("alert-23").ids()).containsExactly("alert-23");
  }

  @Test
  void whatManyBeginWithNamesThemAll() {
    assertThat(found("2").ids()).containsExactly("alert-23", "alert-24");
  }

  @Test
  void anIdWrittenOutWholeIsMeantThoughAnotherBeginsWithIt() {
    assertThat(found("1").ids()).containsExactly("alert-1");
  }

  @Test
  void whatTheRecipientWasNotToldIsNotFound() {
    assertThat(found("9").ids()).isEmpty();
    assertThatThrownBy(() -> found("9").vehicleKey("alert-9"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FoundAlerts found(String beginning) {
    FoundAlerts found = new FoundAlerts(beginning);
    for (int number : new int[] {1, 12, 23, 24}) {
      found.hear(SampleNotices.notice(number));
    }
    return found;
  }
}
