package eu.passage.jobs.demo;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a toll event says, in words. */
final class TollWords {

  private TollWords() {}

  /** Such as {@code owes 1.95 EUR, final}. */
  static String of(TollEvent event) {
    if (event.getStatus() == TollStatus.WITHDRAWN) {
      return "owes nothing: taken back" + why(event.getCause());
    }
    String text = owes(event.getCharge()) + ", " + standing(event);
    return event.getCorrects() == null ? text : "now " + text + why(event.getCause());
  }

  private static String owes(@Nullable Charge charge) {
    if (charge == null) {
      return "owes nothing: no tariff applies here";
    }
    if (charge.getExemption() != null) {
      return "owes nothing: exempt, " + charge.getExemption();
    }
    String owed = "owes " + money(charge.getAmount()) + " " + charge.getCurrency();
    return charge.getUncapped() == null
        ? owed
        : "%s, what the day's cap leaves of %s".formatted(owed, money(charge.getUncapped()));
  }

  private static String standing(TollEvent event) {
    return switch (event.getStatus()) {
      case FINAL -> "final";
      case PROVISIONAL -> "provisional until the vehicle registry answers";
      default ->
          "once a person has looked: a truck by %.0f %%, its plate by %.0f %%"
              .formatted(100 * event.getClassConfidence(), 100 * event.getPlateConfidence());
    };
  }

  private static String why(CorrectionCause cause) {
    return switch (cause) {
      case REGISTRY -> " (the vehicle registry answered)";
      case LATE_PASSAGE -> " (another passage came late)";
      case TARIFF -> " (another tariff)";
      case REVIEW -> " (a person looked)";
      default -> "";
    };
  }

  private static String money(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
  }
}
