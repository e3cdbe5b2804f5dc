package eu.passage.cep.toll.tariff;

import eu.passage.avro.VatTreatment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of what trucks owe somewhere. Never changed once it was in force: what is different
 * is another version, whose days are others.
 *
 * @param id the tariff
 * @param version with the id it names this for ever
 * @param title in a few words
 * @param region whose tariff it is, told with every charge; empty where it is not said
 * @param validFrom first local day
 * @param validTo first local day on which it no longer applies
 * @param zone whose days and times these are
 * @param currency ISO 4217
 * @param vat whether prices contain value added tax
 * @param assume what holds of a dimension where nobody knows; each that may be unknown is there
 * @param exemptions the first that fits counts
 * @param cap the most that a vehicle owes by this tariff on a local day; null where there is none
 */
public record Tariff(
    String id,
    String version,
    String title,
    String region,
    LocalDate validFrom,
    LocalDate validTo,
    ZoneId zone,
    String currency,
    VatTreatment vat,
    Pricing pricing,
    Map<Dimension, String> assume,
    List<Exemption> exemptions,
    @Nullable BigDecimal cap)
    implements Serializable {

  /** Decimals of money, as {@code decimal(12, 4)} of the contract. */
  public static final int SCALE = 4;

  /**
   * @throws IllegalArgumentException when nothing is assumed of a dimension that may be unknown, or
   *     something that has no price
   */
  public Tariff {
    assume = Map.copyOf(assume);
    exemptions = List.copyOf(exemptions);
    for (Axis axis : pricing.axes()) {
      Dimension dimension = axis.dimension();
      if (dimension.mayBeUnknown() && axis.band(assume.getOrDefault(dimension, "")) < 0) {
        throw new IllegalArgumentException(
            "tariff %s %s must assume a %s that has a price"
                .formatted(id, version, dimension.key()));
      }
    }
  }

  /** Whether it is in force on a local day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && day.isBefore(validTo);
  }

  /** Its id and version, for people. */
  public String name() {
    return id + " " + version;
  }
}
