package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.tariff.Tariff;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decimal numbers of tariffs: in quotes, so that no reader makes binary floating point of them. */
final class MoneyText {

  private static final int KILOMETRE_DECIMALS = 3;
  private static final Pattern NUMBER = Pattern.compile("(-?)(\\d{1,5})(?:\\.(\\d+))?");
  private static final Pattern COMMA = Pattern.compile("\\d+,\\d+");

  private MoneyText() {}

  /** Money, 0 or more, with four decimals; empty with a fault where it is none. */
  static Optional<BigDecimal> price(DataText text) {
    return quoted(text).flatMap(there -> read(there, "price", Tariff.SCALE));
  }

  /** Kilometres above 0; empty with a fault where it is none. */
  static Optional<BigDecimal> kilometres(DataText text) {
    Optional<BigDecimal> km =
        quoted(text).flatMap(there -> read(there, "length", KILOMETRE_DECIMALS));
    if (km.isPresent() && km.get().signum() == 0) {
      text.fault("A way of no length costs nothing.", "Write its kilometres, such as \"12.4\".");
      return Optional.empty();
    }
    return km.map(BigDecimal::stripTrailingZeros);
  }

  private static Optional<DataText> quoted(DataText text) {
    if (text.isQuoted()) {
      return Optional.of(text);
    }
    text.fault(
        "'%s' stands without quotes.".formatted(text.shown()),
        "Write \"%s\", so that no program reads it as binary floating point."
            .formatted(text.shown()));
    return Optional.empty();
  }

  private static Optional<BigDecimal> read(DataText text, String what, int scale) {
    Matcher number = NUMBER.matcher(text.value());
    if (!number.matches()) {
      text.fault(
          "'%s' is no %s.".formatted(text.shown(), what),
          COMMA.matcher(text.value()).matches()
              ? "Write the decimals behind a point: \"%s\""
                  .formatted(text.value().replace(',', '.'))
              : "Write up to five digits and, behind a point, decimals: \"2.05\"");
      return Optional.empty();
    }
    String decimals = number.group(3) == null ? "" : number.group(3);
    if (!number.group(1).isEmpty()) {
      text.fault("'%s' is below zero.".formatted(text.shown()), "Write 0 or more.");
      return Optional.empty();
    }
    if (decimals.length() > scale) {
      text.fault(
          "'%s' has %d decimals; %d are the most."
              .formatted(text.shown(), decimals.length(), scale),
          "Round it as the law says.");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text.value()).setScale(scale));
  }
}
