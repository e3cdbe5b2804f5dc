package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.RuleTest.Expected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario that a ban carries: trucks at points, and the breaches that must come of them and no
 * others.
 *
 * @param line where it starts in its file, from 1
 * @param given of one truck or several
 */
public record BanTest(int line, List<Sighting> given, List<Expected> expect) {

  public BanTest {
    given = List.copyOf(given);
    expect = List.copyOf(expect);
  }

  /**
   * What came of a test.
   *
   * @param missing expected, and did not come
   * @param unexpected came, and was not expected
   */
  public record Outcome(List<Expected> missing, List<Expected> unexpected) {

    public Outcome {
      missing = List.copyOf(missing);
      unexpected = List.copyOf(unexpected);
    }

    public boolean passed() {
      return missing.isEmpty() && unexpected.isEmpty();
    }
  }

  /** Runs it as the job would, with the settings that are shipped. */
  public Outcome run(Ban ban) {
    BreachNews news = new BreachNews(new Bans(List.of(ban)), ControlSettings.DEFAULTS);
    List<Expected> missing = new ArrayList<>(expect);
    List<Expected> unexpected = new ArrayList<>();
    given.stream()
        .collect(Collectors.groupingBy(Sighting::plate))
        .values()
        .forEach(
            truck ->
                news.news(truck, Set.of(), Instant.MAX).stream()
                    .map(breach -> told(breach.last()))
                    .filter(told -> !missing.removeIf(one -> isSame(one, told)))
                    .forEach(unexpected::add));
    unexpected.sort(Comparator.comparing(Expected::at));
    return new Outcome(missing, unexpected);
  }

  private Expected told(Sighting last) {
    return new Expected(last.at(), List.of(last.plate()), line);
  }

  private static boolean isSame(Expected one, Expected other) {
    return one.at().equals(other.at()) && one.plates().equals(other.plates());
  }
}
