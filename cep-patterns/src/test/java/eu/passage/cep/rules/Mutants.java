package eu.passage.cep.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The texts of a rule with one small change each, in what it looks for: its tests must notice. What
 * is changed:
 *
 * <ul>
 *   <li>spans of time and whole numbers by one up and down, times of day by a minute, decimals by
 *       one or, below one, by a hundredth; not how far back habits reach
 *   <li>comparisons and joins into their opposites: {@code ==}, {@code <}, {@code &&} and so on
 *   <li>functions that answer yes or no, and {@code late}, into their opposites
 *   <li>types of vehicles into an unknown one
 *   <li>{@code once}, {@code unless} and {@code distinct} left out
 * </ul>
 */
final class Mutants {

  /** A changed rule: what was changed, and its whole text. */
  record Mutant(String change, String text) {}

  private static final Pattern LOOKS_FOR =
      Pattern.compile(
          "^(?:when|sequence|count|pair|convoy|within|once|unless):.*?(?=^tests:)",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final String NO_COMMENT = "(?m)(?<!#.{0,200})";
  private static final String YES_OR_NO =
      "(during|weekday|holiday|firstSeen|usualTime|commuter|likePlate|list)\\(";

  private final String text;
  private final int start;
  private final int end;
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutants(String text, MatchResult body) {
    this.text = text;
    start = body.start();
    end = body.end();
  }

  /**
   * @param text of one rule whose tests stand last
   */
  static List<Mutant> of(String text) {
    MatchResult body = LOOKS_FOR.matcher(text).results().findFirst().orElseThrow();
    Mutants mutants = new Mutants(text, body);
    mutants.numbers();
    mutants.signs();
    mutants.answers();
    mutants.omissions();
    return mutants.mutants;
  }

  private void numbers() {
    for (int step : new int[] {-1, 1}) {
      each("(?<!(Seen|Time|uter)\\(')\\b(\\d+)(?=(ms|s|m|h|d)\\b)", m -> whole(m, step));
      each("(?<![\\w'.:?])\\d+(?![\\w.:'])", m -> whole(m, step));
      each("(?<=\\.\\.)\\d+\\b|\\b\\d+(?=\\.\\.)", m -> whole(m, step));
      each("\\d+\\.\\d+", m -> decimal(Double.parseDouble(m.group()), step));
      each("(?<=')\\d\\d:\\d\\d(?=')", m -> clock(m.group(), step));
    }
  }

  private void signs() {
    each("==", m -> "!=");
    each("!=", m -> "==");
    each("&&", m -> "||");
    each("\\|\\|", m -> "&&");
    each(" <(?= )", m -> " >=");
    each(" >(?= )", m -> " <=");
    each(">=", m -> "<");
    each("<=", m -> ">");
  }

  private void answers() {
    each("(?<![!\\w])" + YES_OR_NO, m -> "!" + m.group());
    each("!(?=(\\w+\\(|late))", m -> "");
    each("(?<=')(CAR|VAN|TRUCK|BUS|MOTORCYCLE)(?=')", m -> "UNKNOWN");
  }

  private void omissions() {
    each("^(once|unless):[^\\n]*\\n", m -> "");
    each("distinct: [\\w.]+, ", m -> "");
  }

  private void each(String what, Function<MatchResult, String> change) {
    Pattern pattern = Pattern.compile(NO_COMMENT + what);
    pattern
        .matcher(text)
        .region(start, end)
        .useTransparentBounds(true)
        .results()
        .forEach(
            match -> {
              String changed = change.apply(match);
              mutants.add(
                  new Mutant(
                      "%s: %s -> %s"
                          .formatted(line(match.start()), match.group().strip(), changed.strip()),
                      text.substring(0, match.start()) + changed + text.substring(match.end())));
            });
  }

  private String line(int place) {
    int from = text.lastIndexOf('\n', place - 1) + 1;
    return text.substring(from, text.indexOf('\n', place)).strip();
  }

  private static String whole(MatchResult match, int step) {
    return String.valueOf(Integer.parseInt(match.group()) + step);
  }

  private static String decimal(double value, int step) {
    return String.valueOf(value < 1 ? Math.round(100 * value + step) / 100.0 : value + step);
  }

  private static String clock(String time, int step) {
    int minutes =
        Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3)) + step;
    int day = 24 * 60;
    return "%02d:%02d"
        .formatted(Math.floorMod(minutes, day) / 60, Math.floorMod(minutes, day) % 60);
  }
}
