package eu.passage.jobs.bench.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Hits of one way of matching, right and wrong, over a month. */
final class MonthScore {

  private final String title;
  private long right;
  private long wrong;
  private final Set<Long> found = new HashSet<>();

  MonthScore(String title) {
    this.title = title;
  }

  /**
   * Counts a hit.
   *
   * @param isRight whether the vehicle that passed is the one listed
   */
  void add(long passage, boolean isRight) {
    if (isRight) {
      right++;
      found.add(passage);
    } else {
      wrong++;
    }
  }

  /** Wrong ones among all, 0 to 1; 0 where there is none. */
  double falseShare() {
    return right + wrong == 0 ? 0 : (double) wrong / (right + wrong);
  }

  long hits() {
    return right + wrong;
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "  %-34s %10s %10s %10s %12s %22s",
        "matching",
        "hits",
        "a day",
        "false",
        "false share",
        "listed passages found");
  }

  /**
   * A line of the table.
   *
   * @param listed passages of listed vehicles there were
   */
  String line(int days, long listed) {
    return String.format(
        Locale.ROOT,
        "  %-34s %,10d %10.1f %,10d %10.1f %% %20.1f %%",
        title,
        right + wrong,
        (double) (right + wrong) / days,
        wrong,
        100 * falseShare(),
        listed == 0 ? 0 : 100.0 * found.size() / listed);
  }

  void json(ObjectNode node, long listed) {
    node.put("matching", title)
        .put("hits", right + wrong)
        .put("false", wrong)
        .put("falseShare", falseShare())
        .put("listedFound", found.size())
        .put("listed", listed);
  }
}
