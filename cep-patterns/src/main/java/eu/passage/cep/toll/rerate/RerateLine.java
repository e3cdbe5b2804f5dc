package eu.passage.cep.toll.rerate;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a re-rating does to the events of a day that were rated by one tariff and are by another.
 *
 * @param day local
 * @param before tariff and version, or {@link #NONE}
 * @param after tariff and version, or {@link #NONE}; where they were left, why
 * @param left whether they were left as they are
 * @param currency ISO 4217, of the amounts; both where they differ
 * @param events how many
 * @param review how many of them a person must look at who did not have to before
 * @param amountBefore sum
 * @param amountAfter sum
 */
public record RerateLine(
    String day,
    String before,
    String after,
    boolean left,
    String currency,
    long events,
    long review,
    BigDecimal amountBefore,
    BigDecimal amountAfter) {

  /** Where no tariff applies. */
  public static final String NONE = "no tariff";

  /** Of one event that changes. */
  public static RerateLine of(Change change, ZoneId zone) {
    TollEvent before = change.before();
    TollEvent after = change.after();
    boolean review =
        after.getStatus() == TollStatus.REVIEW && before.getStatus() != TollStatus.REVIEW;
    return new RerateLine(
        day(before, zone),
        tariff(before.getCharge()),
        tariff(after.getCharge()),
        false,
        currency(before.getCharge(), after.getCharge()),
        1,
        review ? 1 : 0,
        amount(before.getCharge()),
        amount(after.getCharge()));
  }

  /** Of one event that was left as it is. */
  public static RerateLine of(Left left, ZoneId zone) {
    Charge charge = left.event().getCharge();
    return new RerateLine(
        day(left.event(), zone),
        tariff(charge),
        left.why().text(),
        true,
        currency(charge, charge),
        1,
        0,
        amount(charge),
        amount(charge));
  }

  /** What lines have in common that are added up. */
  public String key() {
    return String.join("\n", day, before, after, currency);
  }

  /** Both, of the same {@link #key}. */
  public RerateLine plus(RerateLine other) {
    return new RerateLine(
        day,
        before,
        after,
        left,
        currency,
        events + other.events,
        review + other.review,
        amountBefore.add(other.amountBefore),
        amountAfter.add(other.amountAfter));
  }

  private static String day(TollEvent event, ZoneId zone) {
    return LocalDate.ofInstant(event.getAt(), zone).toString();
  }

  private static String tariff(@Nullable Charge charge) {
    return charge == null ? NONE : charge.getTariffId() + " " + charge.getTariffVersion();
  }

  private static String currency(@Nullable Charge before, @Nullable Charge after) {
    String from = before == null ? "" : before.getCurrency();
    String to = after == null ? from : after.getCurrency();
    return from.isEmpty() || from.equals(to) ? to : from + " to " + to;
  }

  private static BigDecimal amount(@Nullable Charge charge) {
    return charge == null ? BigDecimal.ZERO : charge.getAmount();
  }
}
