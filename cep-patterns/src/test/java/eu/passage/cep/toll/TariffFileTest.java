package eu.passage.cep.toll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TariffFileTest {

  private static final String ROW =
      """
      tariffs:
        - id: commune
          version: "1"
          cameras: [EST-1]
          validFrom: "2026-01-01"
          validTo: "2027-01-01"
          zone: Europe/Brussels
          amount: "2.05"
          currency: EUR
          vat: NONE
      """;

  @Test
  void aRowIsReadAsWritten() throws IOException {
    Tariff tariff = read(ROW).find("EST-1", Instant.parse("2026-05-01T00:00:00Z")).orElseThrow();

    assertThat(tariff.amount()).isEqualByComparingTo("2.05");
    assertThat(tariff.version()).isEqualTo("1");
  }

  @Test
  void anAmountWithoutQuotesIsRefusedSinceItWouldBeFloatingPoint() {
    assertThatThrownBy(() -> read(ROW.replace("\"2.05\"", "2.05")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test.yaml")
        .hasMessageContaining("'amount' with a quoted text, got 2.05");
  }

  @Test
  void anUnknownKeyIsRefusedByName() {
    assertThatThrownBy(() -> read(ROW.replace("validTo", "validUntil")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown key 'validUntil'");
  }

  @Test
  void anUnknownVatIsRefusedWithWhatIsAllowed() {
    assertThatThrownBy(() -> read(ROW.replace("NONE", "MAYBE")))
        .hasMessageContaining("MAYBE")
        .hasMessageContaining("INCLUSIVE");
  }

  @Test
  void anAmountOfTooManyDecimalsIsRefused() {
    assertThatThrownBy(() -> read(ROW.replace("2.05", "2.00005")))
        .hasMessageContaining("at most 4 decimals");
  }

  @Test
  void overlappingRowsAreRefusedSinceOnePassageWouldOweTwice() {
    String twice = ROW + ROW.replace("tariffs:\n", "").replace("\"1\"", "\"2\"");

    assertThatThrownBy(() -> read(twice))
        .hasMessageContaining("tariffs overlap: commune 1 and commune 2");
  }

  private static TariffTable read(String yaml) throws IOException {
    return TariffFile.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
  }
}
