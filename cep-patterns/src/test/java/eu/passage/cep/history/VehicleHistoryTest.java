package eu.passage.cep.history;

import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VehicleHistoryTest {

  private static final Duration GAP = Duration.ofSeconds(5);
  private static final Passage EIGHT = at("08:00");
  private static final Passage NINE = at("09:00");
  private static final Passage TEN = at("10:00");

  private final VehicleHistory history = VehicleHistory.of(List.of(TEN, EIGHT));

  @Test
  void aLatePassageTakesThePlaceItsTimeGivesIt() {
    history.add(NINE);

    assertThat(history.passages()).containsExactly(EIGHT, NINE, TEN);
  }

  @Test
  void aWindowEndsWithTheClosingPassageAndIsStrictAtItsFarEnd() {
    history.add(NINE);

    assertThat(history.windowUpTo(TEN, Duration.ofHours(2))).containsExactly(NINE, TEN);
    assertThat(history.windowUpTo(NINE, Duration.ofHours(2))).containsExactly(EIGHT, NINE);
    assertThat(history.windowFrom(EIGHT, Duration.ofHours(2))).containsExactly(EIGHT, NINE);
  }

  @Test
  void theSamePlaceAtTheSameTimeIsTheSamePassage() {
    assertThat(history.repeats(at("10:00"), GAP)).isTrue();
    assertThat(history.repeats(at("10:00:04"), GAP)).isTrue();
    assertThat(history.repeats(at("10:00:05"), GAP)).isFalse();
    assertThat(history.repeats(passage("2026-03-10T10:00:04", "1ABC234", "", "EST-2"), GAP))
        .isFalse();
  }

  @Test
  void theOldestGoFirst() {
    history.add(NINE);

    assertThat(history.trimTo(2)).isEqualTo(1);
    assertThat(history.passages()).containsExactly(NINE, TEN);
    history.forgetBefore(local("2026-03-10T10:00"));
    assertThat(history.passages()).containsExactly(TEN);
  }

  @Test
  void whatIsRememberedIsEnoughForAnAlertAndNoMore() {
    Passage remembered = Remembered.of(TEN);

    assertThat(remembered.getEvidence()).isEqualTo(TEN.getEvidence());
    assertThat(remembered.getPlate().getText()).isEqualTo("1ABC234");
    assertThat(remembered.getPlate().getCharacterConfidences()).isEmpty();
    assertThat(TEN.getPlate().getCharacterConfidences()).isNotEmpty();
  }

  private static Passage at(String time) {
    return passage("2026-03-10T" + time, "1ABC234", "", "EST-1");
  }
}
