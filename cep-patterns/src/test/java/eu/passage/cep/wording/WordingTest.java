package eu.passage.cep.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void platesShowTheHyphensOfTheirCountry() {
    assertThat(Wording.plate("1ABC234", "BE")).isEqualTo("1-ABC-234 (BE)");
    assertThat(Wording.plate("AB123CD", "FR")).isEqualTo("AB-123-CD (FR)");
    assertThat(Wording.plate("KA1234", null)).isEqualTo("KA1234 (country unknown)");
  }

  @Test
  void spansAreSaidInTheLargestUnitsThatTell() {
    assertThat(Wording.span(Duration.ofSeconds(40))).isEqualTo("40 seconds");
    assertThat(Wording.span(Duration.ofSeconds(1))).isEqualTo("1 second");
    assertThat(Wording.span(Duration.ofMinutes(40))).isEqualTo("40 minutes");
    assertThat(Wording.span(Duration.ofHours(12))).isEqualTo("12 hours");
    assertThat(Wording.span(Duration.ofMinutes(61))).isEqualTo("1 hour 1 minute");
  }

  @Test
  void timesAreLocalOnBothSidesOfTheChangeOfClocks() {
    assertThat(Wording.dayAndTime(Samples.local("2026-07-10T02:10"))).isEqualTo("02:10 on 10 July");
    assertThat(Wording.time(Samples.local("2026-01-10T02:10"))).isEqualTo("02:10");
  }

  @Test
  void countriesAreNamedInEnglish() {
    assertThat(Wording.country("BE")).isEqualTo("Belgium");
    assertThat(Wording.country("FR")).isEqualTo("France");
    assertThat(Wording.country(null)).isEqualTo("an unknown country");
  }
}
