package eu.passage.schemas.plates;

import eu.passage.schemas.plates.SettledPlate.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the plates of each country can say. Texts are in normal form ({@link PlateText#normalise}).
 *
 * <p>Syntax raises or lowers confidence and settles doubts between letters and digits; it rejects
 * nothing by itself, since personalised plates exist. Each question is one pass over the shapes of
 * the text's length, without a regular expression. Immutable, safe for use by many threads.
 */
public final class PlateSyntax {

  /** A read that needs more characters settled than this is a misread, not a doubt. */
  private static final int MAX_CHANGES = 3;

  private static final Comparator<SettledPlate> BEST_FIRST =
      Comparator.comparingInt((SettledPlate s) -> s.changes().size())
          .thenComparing(Comparator.comparingDouble(SettledPlate::likelihood).reversed())
          .thenComparing(SettledPlate::text)
          .thenComparing(SettledPlate::country);

  private final List<List<PlateShape>> byLength = new ArrayList<>();

  /** Compiles the patterns; {@link IllegalArgumentException} names one that is not understood. */
  public PlateSyntax(PlateLayouts layouts) {
    for (int length = 0; length <= PlateText.MAX_LENGTH; length++) {
      byLength.add(new ArrayList<>());
    }
    for (String country : layouts.countries()) {
      layouts.series(country).stream()
          .collect(Collectors.groupingBy(Series::pattern))
          .forEach(
              (pattern, series) ->
                  PlateShape.of(pattern, series)
                      .forEach(shape -> byLength.get(shape.allowed().length).add(shape)));
    }
  }

  /** The syntax of the countries that are shipped; compiled once. */
  public static PlateSyntax shipped() {
    return Shipped.SYNTAX;
  }

  /** The series that have this text, the commonest of its country first. */
  public List<Series> matching(String text) {
    return shapesOf(text).stream()
        .filter(shape -> shape.matches(text))
        .map(PlateShape::series)
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparingDouble(Series::weight).reversed())
        .toList();
  }

  /** The countries (ISO 3166-1 alpha-2) that have a series with this text. */
  public Set<String> countries(String text) {
    Set<String> countries = new TreeSet<>();
    for (PlateShape shape : shapesOf(text)) {
      if (shape.matches(text)) {
        countries.add(shape.country());
      }
    }
    return countries;
  }

  /**
   * How well each country explains a text, were all countries' vehicles equally many on the road:
   * shares that sum to 1, or empty when no country has the text. A caller who knows how many
   * vehicles of each country pass multiplies by that and divides by the sum.
   */
  public Map<String, Double> countryLikelihoods(String text) {
    Map<String, Double> likelihoods = new TreeMap<>();
    double total = 0;
    for (PlateShape shape : shapesOf(text)) {
      if (shape.matches(text)) {
        likelihoods.merge(shape.country(), shape.share(), Double::sum);
        total += shape.share();
      }
    }
    double sum = total;
    likelihoods.replaceAll((country, share) -> share / sum);
    return likelihoods;
  }

  /**
   * What a read can have been: the texts that some country has and that differ from it only where a
   * letter was read for a digit or the other way round (0/O, 8/B, …). At most one candidate a
   * country and text; the fewest changes first, then the likeliest; empty when no syntax helps.
   */
  public List<SettledPlate> settle(String read) {
    List<SettledPlate> found = new ArrayList<>();
    for (PlateShape shape : shapesOf(read)) {
      int doubts = shape.doubts(read);
      if (doubts >= 0 && doubts <= MAX_CHANGES) {
        settle(read, shape, 0, read.toCharArray(), List.of(), shape.share(), found);
      }
    }
    return found.size() < 2 ? found : merge(found);
  }

  /**
   * A text as people write it, {@code 1-ABC-234} for 1ABC234 of Belgium; the text itself where the
   * country is unknown, has no such series, or puts its gaps in a place that the text does not tell
   * (Germany).
   */
  public String display(@Nullable String country, String text) {
    List<String> ways =
        matching(text).stream()
            .filter(series -> series.country().equals(country))
            .map(series -> series.display(text))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return ways.size() == 1 ? ways.get(0) : text;
  }

  private List<PlateShape> shapesOf(String text) {
    return text.length() < byLength.size() ? byLength.get(text.length()) : List.of();
  }

  /** Goes on from a place where everything before is settled. */
  private static void settle(
      String read,
      PlateShape shape,
      int from,
      char[] text,
      List<Change> changes,
      double likelihood,
      List<SettledPlate> found) {
    int i = from;
    while (i < text.length && (shape.allowed()[i] & PlateAlphabet.bit(text[i])) != 0) {
      i++;
    }
    if (i == text.length) {
      found.add(new SettledPlate(new String(text), shape.series().get(0), changes, likelihood));
      return;
    }
    char doubtful = read.charAt(i);
    long options = shape.allowed()[i] & Confusions.lookalikesAcross(doubtful);
    for (long rest = options; rest != 0; rest &= rest - 1) {
      char meant = PlateAlphabet.first(rest);
      List<Change> more = new ArrayList<>(changes);
      more.add(new Change(i, doubtful, meant));
      text[i] = meant;
      double weight = Confusions.across(doubtful, meant);
      settle(read, shape, i + 1, text, more, likelihood * weight, found);
    }
    text[i] = doubtful;
  }

  /** One candidate for each country and text: the commonest series speaks, all of them count. */
  private static List<SettledPlate> merge(List<SettledPlate> found) {
    Map<String, SettledPlate> merged = new LinkedHashMap<>();
    for (SettledPlate candidate : found) {
      merged.merge(candidate.country() + candidate.text(), candidate, PlateSyntax::add);
    }
    List<SettledPlate> candidates = new ArrayList<>(merged.values());
    candidates.sort(BEST_FIRST);
    return Collections.unmodifiableList(candidates);
  }

  private static SettledPlate add(SettledPlate a, SettledPlate b) {
    Series commonest = a.series().weight() >= b.series().weight() ? a.series() : b.series();
    return new SettledPlate(a.text(), commonest, a.changes(), a.likelihood() + b.likelihood());
  }

  private static final class Shipped {
    private static final PlateSyntax SYNTAX = new PlateSyntax(PlateLayouts.shipped());
  }
}
