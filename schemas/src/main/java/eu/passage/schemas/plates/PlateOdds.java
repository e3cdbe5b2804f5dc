package eu.passage.schemas.plates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much the syntax of each country's plates speaks for a text. A text of a narrow series gains
 * more than one of a permissive series, since few texts share what that series weighs: {@code
 * 1ABC234} says more for Belgium than {@code ABC1234} says for Germany, and a known district code
 * more than an unknown one. Immutable, safe for use by many threads.
 */
public final class PlateOdds {

  /** So many plates of any country bear a text of no series: personalised, official, forgotten. */
  private static final double OUTSIDE = 0.02;

  /**
   * Readers have learned from plates of these series already, so what a series says is half known:
   * the odds count by their square root.
   */
  private static final double STRENGTH = 0.5;

  /** How much of a series' weight lies on the layout it is drawn in, if its pattern is wider. */
  private static final double DRAWN = 0.7;

  /** How many plates bear an area code that is not in our lists. */
  private static final double UNKNOWN_AREA = 0.1;

  /** Share of lengths that no series has. */
  private static final double ODD_LENGTH = 0.1;

  private static final double CHARACTERS = 36;
  private static final int LETTERS = 29;

  /**
   * Texts of one length that are equally likely.
   *
   * @param chance of each single text
   * @param area where its area code stands
   */
  private record Texts(String country, long[] allowed, double chance, Area area) {}

  /**
   * The area codes at one place of a layout; with no codes there is none.
   *
   * @param known factor on the chance of a text with one of the codes
   * @param unknown factor on the others
   */
  private record Area(int from, int to, Set<String> codes, double known, double unknown) {
    private static final Area NONE = new Area(0, 0, Set.of(), 1, 1);

    /** The codes that fit there, against as many texts as so many letters give. */
    static Area of(int from, int to, int letters, Set<String> codes) {
      Set<String> fitting =
          codes.stream()
              .filter(code -> code.length() == to - from)
              .collect(Collectors.toUnmodifiableSet());
      if (fitting.isEmpty()) {
        return NONE;
      }
      double texts = Math.pow(letters, to - from);
      double known = (1 - UNKNOWN_AREA) * texts / fitting.size() + UNKNOWN_AREA;
      return new Area(from, to, fitting, known, UNKNOWN_AREA);
    }

    boolean isKnown(String text) {
      return !codes.isEmpty() && codes.contains(text.substring(from, to));
    }
  }

  private final List<List<Texts>> byLength = new ArrayList<>();
  private final double[] chanceOutside = new double[PlateText.MAX_LENGTH + 1];

  PlateOdds(PlateLayouts layouts, IssuedTexts issued) {
    for (int length = 0; length <= PlateText.MAX_LENGTH; length++) {
      byLength.add(new ArrayList<>());
      chanceOutside[length] = ODD_LENGTH / PlateText.MAX_LENGTH;
    }
    for (String country : layouts.countries()) {
      add(country, layouts.series(country), issued, (1 - ODD_LENGTH) / layouts.countries().size());
    }
    for (int length = 0; length <= PlateText.MAX_LENGTH; length++) {
      chanceOutside[length] *= Math.pow(CHARACTERS, -length);
    }
  }

  /** The odds of the countries that are shipped; made once. */
  public static PlateOdds shipped() {
    return Shipped.ODDS;
  }

  /**
   * By country, of those that have series with this text, the factor by which the text gains on a
   * text of no series: more than 1. Multiplied with what was seen of the country and summed over
   * all countries (1 for those that are not here) it is what syntax says for the text.
   */
  public Map<String, Double> bonuses(String text) {
    Map<String, Double> odds = new TreeMap<>();
    if (text.length() >= byLength.size()) {
      return odds;
    }
    double outside = OUTSIDE * chanceOutside[text.length()];
    for (Texts texts : byLength.get(text.length())) {
      boolean known = texts.area.isKnown(text);
      if (matches(texts, text, known)) {
        double factor = known ? texts.area.known : texts.area.unknown;
        odds.merge(texts.country, (1 - OUTSIDE) * texts.chance * factor / outside, Double::sum);
      }
    }
    odds.replaceAll((country, ratio) -> Math.pow(1 + ratio, STRENGTH));
    return odds;
  }

  private static boolean matches(Texts texts, String text, boolean known) {
    for (int i = 0; i < texts.allowed.length; i++) {
      boolean settled = known && i >= texts.area.from && i < texts.area.to;
      if (!settled && (texts.allowed[i] & PlateAlphabet.bit(text.charAt(i))) == 0) {
        return false;
      }
    }
    return true;
  }

  private void add(String country, List<Series> drawn, IssuedTexts issued, double countryShare) {
    double all =
        drawn.stream().mapToDouble(Series::weight).sum()
            + issued.undrawn(country).stream().mapToDouble(IssuedTexts.Undrawn::weight).sum();
    for (Series series : drawn) {
      double weight = series.weight() / all;
      Set<String> areas = issued.areas(country);
      List<long[]> shapes = PlatePattern.shapes(series.pattern());
      Area area = area(series, areas);
      add(country, drawn(series, shapes), DRAWN * weight, shape -> area, countryShare);
      add(country, shapes, (1 - DRAWN) * weight, shape -> Area.NONE, countryShare);
    }
    for (IssuedTexts.Undrawn series : issued.undrawn(country)) {
      Set<String> areas = series.hasArea() ? issued.areas(country) : Set.of();
      add(
          country,
          PlatePattern.shapes(series.pattern()),
          series.weight() / all,
          shape -> Area.of(0, letters(shape), LETTERS, areas),
          countryShare);
    }
  }

  private void add(
      String country,
      List<long[]> shapes,
      double weight,
      Function<long[], Area> area,
      double countryShare) {
    double[] chances = PlatePattern.chances(shapes);
    for (int i = 0; i < chances.length; i++) {
      long[] shape = shapes.get(i);
      double chance = weight * chances[i];
      byLength.get(shape.length).add(new Texts(country, shape, chance, area.apply(shape)));
      chanceOutside[shape.length] += chance * PlatePattern.texts(shape) * countryShare;
    }
  }

  /** What the pattern allows of the texts that a series' tokens draw. */
  private static List<long[]> drawn(Series series, List<long[]> pattern) {
    long[] tokens = drawn(series);
    List<long[]> shapes = new ArrayList<>();
    for (long[] allowed : pattern) {
      if (allowed.length == tokens.length) {
        long[] both = new long[tokens.length];
        Arrays.setAll(both, i -> tokens[i] & allowed[i]);
        if (Arrays.stream(both).allMatch(set -> set != 0)) {
          shapes.add(both);
        }
      }
    }
    return shapes;
  }

  /** The characters at each place of a series' layout. */
  private static long[] drawn(Series series) {
    List<Long> places = new ArrayList<>();
    for (PlateToken token : series.tokens()) {
      for (int i = 0; i < token.length(); i++) {
        places.add(
            switch (token.kind()) {
              case LETTERS -> PlateAlphabet.set(series.letters());
              case DIGITS -> PlateAlphabet.DIGITS;
              case POSITIVE_DIGITS -> PlateAlphabet.DIGITS & ~PlateAlphabet.bit('0');
              case LITERAL -> PlateAlphabet.bit(token.literal().charAt(i));
              case HYPHEN, GAP, SEAL -> 0L;
            });
      }
    }
    return places.stream().mapToLong(set -> set).toArray();
  }

  /** The codes at the first letters of a series' layout. */
  private static Area area(Series series, Set<String> codes) {
    int from = 0;
    for (PlateToken token : series.tokens()) {
      if (token.kind() == PlateToken.Kind.LETTERS) {
        return Area.of(from, from + token.length(), series.letters().length(), codes);
      }
      from += token.length();
    }
    return Area.NONE;
  }

  /** How many places at the start of a shape allow letters only. */
  private static int letters(long[] shape) {
    int count = 0;
    while (count < shape.length && (shape[count] & PlateAlphabet.DIGITS) == 0) {
      count++;
    }
    return count;
  }

  private static final class Shipped {
    private static final PlateOdds ODDS =
        new PlateOdds(PlateLayouts.shipped(), IssuedTexts.shipped());
  }
}
