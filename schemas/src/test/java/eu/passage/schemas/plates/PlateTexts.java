package eu.passage.schemas.plates;

import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts of plates to test with. */
final class PlateTexts {

  private PlateTexts() {}

  /** A text of the series as its tokens draw it; the same seed gives the same text. */
  static String of(Series series, long seed) {
    Random random = new Random(seed);
    Pattern pattern = Pattern.compile(series.pattern());
    for (int i = 0; i < 1_000; i++) {
      String text = drawn(series, random);
      if (pattern.matcher(text).matches()) {
        return text;
      }
    }
    throw new AssertionError(series.id() + ": the tokens give no text of the pattern");
  }

  private static String drawn(Series series, Random random) {
    StringBuilder text = new StringBuilder();
    for (PlateToken token : series.tokens()) {
      text.append(token.literal());
      for (int i = token.literal().length(); i < token.length(); i++) {
        text.append(
            switch (token.kind()) {
              case LETTERS -> series.letters().charAt(random.nextInt(series.letters().length()));
              case DIGITS -> (char) ('0' + random.nextInt(10));
              default -> (char) ('1' + random.nextInt(9));
            });
      }
    }
    return text.toString();
  }

  /** Texts of every country's plates. */
  static Arbitrary<String> plates() {
    return Combinators.combine(
            Arbitraries.of(PlateLayouts.shipped().all()), Arbitraries.longs().between(0, 1_000))
        .as(PlateTexts::of);
  }

  /** Texts of plates, half of them with a character that may not belong there. */
  static Arbitrary<String> nearPlates() {
    return Combinators.combine(
            plates(),
            Arbitraries.integers().between(0, 7),
            Arbitraries.chars().with("0O1IAÄ9-").injectDuplicates(0.1),
            Arbitraries.of(true, false))
        .as(
            (text, at, c, alter) ->
                alter && at < text.length()
                    ? text.substring(0, at) + c + text.substring(at + 1)
                    : text);
  }
}
