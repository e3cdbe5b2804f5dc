package eu.passage.jobs.backtest.input;

import eu.passage.schemas.plates.PlateText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values off bytes. Not for several threads. */
final class FieldReader {

  private static final WordTable<Boolean> TRUTHS =
      WordTable.anyCase(Map.of("true", true, "false", false, "1", true, "0", false));
  private static final WordTable<String> COUNTRIES = WordTable.anyCase(countries());

  private final byte[] plate = new byte[PlateText.MAX_LENGTH];

  /** In normal form. */
  String plate(byte[] text, int from, int to) throws RefusedException {
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (b < 0) {
        return require(PlateText.normalise(string(text, from, to)));
      }
      if (b >= 'a' && b <= 'z') {
        b -= 'a' - 'A';
      }
      if ((b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9')) {
        if (length == plate.length) {
          throw Refusal.PLATE.exception();
        }
        plate[length++] = b;
      }
    }
    if (length == 0) {
      throw Refusal.PLATE.exception();
    }
    return new String(plate, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static String require(String plate) throws RefusedException {
    if (plate.isEmpty() || plate.length() > PlateText.MAX_LENGTH) {
      throw Refusal.PLATE.exception();
    }
    return plate;
  }

  /** Null when the field is empty. */
  @Nullable String country(byte[] text, int from, int to) throws RefusedException {
    return from == to ? null : word(COUNTRIES, text, from, to, Refusal.COUNTRY);
  }

  boolean truth(byte[] text, int from, int to) throws RefusedException {
    return from < to && word(TRUTHS, text, from, to, Refusal.LATE);
  }

  /** 0 to 1, with point or comma; 1 when the field is empty. */
  double probability(byte[] text, int from, int to) throws RefusedException {
    if (from == to) {
      return 1;
    }
    long digits = 0;
    double scale = 0;
    int i = from;
    for (; i < to && i < from + 18; i++) {
      byte b = text[i];
      if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
        scale *= 10;
      } else if ((b == '.' || b == ',') && scale == 0 && to > from + 1) {
        scale = 1;
      } else {
        throw Refusal.CONFIDENCE.exception();
      }
    }
    double value = scale == 0 ? digits : digits / scale;
    for (; i < to; i++) {
      // more digits than a double can hold
      if (scale == 0 || text[i] < '0' || text[i] > '9') {
        throw Refusal.CONFIDENCE.exception();
      }
    }
    if (value > 1) {
      throw Refusal.CONFIDENCE.exception();
    }
    return value;
  }

  /** A whole number of up to three digits. */
  int occupants(byte[] text, int from, int to) throws RefusedException {
    int number = 0;
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9' || to - from > 3) {
        throw Refusal.OCCUPANTS.exception();
      }
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  String string(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  <T> T word(WordTable<T> words, byte[] text, int from, int to, Refusal otherwise)
      throws RefusedException {
    T value = words.find(text, from, to);
    if (value == null) {
      throw otherwise.exception();
    }
    return value;
  }

  /** ISO 3166-1, and the code that Kosovo uses. */
  private static Map<String, String> countries() {
    Map<String, String> countries = new HashMap<>();
    Arrays.stream(Locale.getISOCountries()).forEach(iso -> countries.put(iso, iso));
    countries.put("XK", "XK");
    return countries;
  }
}
