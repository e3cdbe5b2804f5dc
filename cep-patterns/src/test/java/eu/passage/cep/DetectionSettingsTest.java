package eu.passage.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.patterns.NightDash;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class DetectionSettingsTest {

  @Test
  void theyTravelToTheClusterAndArriveWhole() throws Exception {
    DetectionSettings arrived = InstantiationUtil.clone(Samples.SETTINGS);

    assertThat(arrived.rules()).hasSameSizeAs(Samples.SETTINGS.rules());
    assertThat(arrived.fusion()).isEqualTo(Samples.SETTINGS.fusion());
    assertThat(arrived.cameras().find("EST-1")).isEqualTo(Samples.CAMERAS.find("EST-1"));
  }

  @Test
  void aHistoryShorterThanARulesWindowIsRefusedWithBothSpans() {
    HistorySettings half = new HistorySettings(Duration.ofHours(12), 256);

    assertThatThrownBy(() -> Samples.SETTINGS.withHistory(half))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT12H")
        .hasMessageContaining("recurring-crossings")
        .hasMessageContaining("PT24H");
  }

  @Test
  void twoRulesOfOneIdAreRefused() {
    assertThatThrownBy(() -> Samples.SETTINGS.withRules(List.of(new NightDash(), new NightDash())))
        .hasMessageContaining("night-dash");
  }
}
