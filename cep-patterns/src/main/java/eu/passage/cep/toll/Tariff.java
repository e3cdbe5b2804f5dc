package eu.passage.cep.toll;

import eu.passage.avro.VatTreatment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What one passage of a truck owes at some cameras for some time.
 *
 * @param id the tariff; its versions follow each other without overlap
 * @param version with the id it names this row for ever
 * @param cameras the charging points it applies to
 * @param validFrom first local day
 * @param validTo first local day on which it no longer applies
 * @param zone whose days these are
 * @param amount of one passage, up to four decimals
 * @param currency ISO 4217
 * @param vat whether the amount contains value added tax
 */
public record Tariff(
    String id,
    String version,
    List<String> cameras,
    LocalDate validFrom,
    LocalDate validTo,
    ZoneId zone,
    BigDecimal amount,
    String currency,
    VatTreatment vat)
    implements Serializable {

  /** As {@code decimal(12, 4)} of the contract. */
  static final int SCALE = 4;

  /**
   * @throws IllegalArgumentException when the amount has more decimals than the contract carries
   */
  public Tariff {
    cameras = List.copyOf(cameras);
    if (amount.stripTrailingZeros().scale() > SCALE) {
      throw new IllegalArgumentException(
          "tariff %s: the amount %s must have at most %d decimals".formatted(id, amount, SCALE));
    }
  }

  /** Whether it applies to a passage at this camera and time. */
  boolean appliesAt(String camera, ZonedDateTime at) {
    LocalDate day = at.withZoneSameInstant(zone).toLocalDate();
    return cameras.contains(camera) && !day.isBefore(validFrom) && day.isBefore(validTo);
  }

  /** Whether both would apply to one passage. */
  boolean overlaps(Tariff other) {
    return cameras.stream().anyMatch(other.cameras::contains)
        && validFrom.isBefore(other.validTo)
        && other.validFrom.isBefore(validTo);
  }
}
