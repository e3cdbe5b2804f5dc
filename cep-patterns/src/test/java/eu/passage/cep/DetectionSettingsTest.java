package eu.passage.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.RuleSource;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.language.RuleLimits;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.cep.watch.WatchSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionSettingsTest {

  @Test
  void theyTravelToTheClusterAndArriveWhole() throws Exception {
    DetectionSettings arrived = InstantiationUtil.clone(Samples.SETTINGS);

    assertThat(arrived.rules()).hasSameSizeAs(Samples.SETTINGS.rules());
    assertThat(arrived.fusion()).isEqualTo(Samples.SETTINGS.fusion());
    assertThat(arrived.cameras().find("EST-1")).isEqualTo(Samples.CAMERAS.find("EST-1"));
  }

  @Test
  void aHistoryShorterThanTheLatenessOfPassagesIsRefusedWithBothSpans() {
    HistorySettings half =
        new HistorySettings(Duration.ofHours(12), 256, HistorySettings.DEFAULT.habits());

    assertThatThrownBy(() -> Samples.SETTINGS.withHistory(half))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT12H")
        .hasMessageContaining("the lateness that fusion accepts")
        .hasMessageContaining("PT48H");
  }

  @Test
  void noRuleMayLookBackFurtherThanIsKept() {
    HistorySettings longer = new HistorySettings(Duration.ofDays(7), 256, Duration.ofDays(60));

    assertThat(Samples.SETTINGS.withHistory(longer).ruleLimits())
        .isEqualTo(new RuleLimits(Duration.ofDays(7), 60));
  }

  @Test
  void twoRulesOfOneIdAreRefused() {
    RuleSource dash = ShippedRules.source("night-dash");

    assertThatThrownBy(() -> Samples.SETTINGS.withRules(List.of(dash, dash)))
        .hasMessageContaining("night-dash");
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 2, likelyAlternative", "0.02, -1, 2, maxAlternatives", "0.02, 4, -1, confirm"})
  void watchSettingsThatMakeNoSenseAreRefusedByName(
      float likely, int most, int hours, String named) {
    assertThatThrownBy(
            () ->
                new WatchSettings(
                    Duration.ofHours(2),
                    0.8f,
                    likely,
                    most,
                    Duration.ofHours(hours),
                    Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}
