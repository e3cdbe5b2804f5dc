package eu.passage.cep.toll.tariff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a price may depend on. */
public enum Dimension {
  /** Of its emissions, by the vehicle registry. */
  EURO_CLASS("euroClass"),
  /** Of its emissions of carbon dioxide, by the vehicle registry, as it names them. */
  CO2_CLASS("co2Class"),
  /** Permitted for the vehicle or the combination, by the vehicle registry; kilograms. */
  MAXIMUM_MASS("maximumMassKg"),
  /** Measured by the charging point's sensor; kilograms. */
  WEIGHT("weightKg"),
  /** Counted by the charging point's sensor, else by the vehicle registry. */
  AXLES("axles"),
  /** Local time of the passage. */
  TIME("time");

  private final String key;

  Dimension(String key) {
    this.key = key;
  }

  /** As tariffs and the inputs of a charge name it. */
  public String key() {
    return key;
  }

  /** Whether it may be that nobody knows it. */
  public boolean mayBeUnknown() {
    return this != TIME;
  }

  public static Optional<Dimension> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(Dimension::key).toList();
  }
}
