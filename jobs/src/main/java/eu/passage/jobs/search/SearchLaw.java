package eu.passage.jobs.search;

import eu.passage.jobs.config.ShippedData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who may look how far back: {@code search-law.yaml}.
 *
 * @param purposes those that allow a search, by name
 */
record SearchLaw(Map<String, Reach> purposes) {

  /** What comes with the software. */
  static final SearchLaw SHIPPED = ShippedData.read(SearchLaw.class, "search-law.yaml");

  /**
   * How far back a purpose reaches.
   *
   * @param freely without a decision
   * @param withDecision with the reference of a decision
   */
  record Reach(Duration freely, Duration withDecision) {}

  SearchLaw {
    purposes = Map.copyOf(purposes);
  }

  /** All that keeps a search from being lawful; empty where nothing does. */
  List<String> refusals(SearchQuestion question, Instant now) {
    List<String> refusals = new ArrayList<>();
    if (question.by().isBlank()) {
      refusals.add("--by is missing: the service or function that asks");
    }
    if (question.caseNumber().isBlank()) {
      refusals.add("--case is missing: the number of the file that it is for");
    }
    Reach reach = purposes.get(question.purpose());
    String allowed = String.join(", ", new TreeSet<>(purposes.keySet()));
    if (question.purpose().isBlank()) {
      refusals.add("--purpose is missing: " + allowed);
    } else if (reach == null) {
      refusals.add(
          "the purpose '%s' allows no search; these do: %s".formatted(question.purpose(), allowed));
    } else {
      refusals.addAll(tooFar(question, reach, now));
    }
    return refusals;
  }

  private static List<String> tooFar(SearchQuestion question, Reach reach, Instant now) {
    if (question.since().isBefore(now.minus(reach.withDecision()))) {
      return List.of(
          "for the purpose '%s' nobody may look back further than %d days"
              .formatted(question.purpose(), reach.withDecision().toDays()));
    }
    boolean free = !question.since().isBefore(now.minus(reach.freely()));
    return free || !question.decision().isBlank()
        ? List.of()
        : List.of(
            "--decision is missing: whoever looks back further than %d days for the purpose '%s'"
                    .formatted(reach.freely().toDays(), question.purpose())
                + " needs the reference of a written decision");
  }
}
