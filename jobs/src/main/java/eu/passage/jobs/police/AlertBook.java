package eu.passage.jobs.police;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Outcome;
import eu.passage.avro.PassageReference;
import eu.passage.avro.WatchReference;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts alerts of watch entries and what people found them to be. Alerts come before their
 * updates. For one thread.
 */
final class AlertBook {

  /** What stands in the place of a list for entries that came with none. */
  static final String NO_LIST = "(single entries)";

  private final Map<String, Case> byAlert = new HashMap<>();
  private final Set<String> seenRows = new HashSet<>();

  /** An alert as far as it is counted. */
  private static final class Case {

    private final String list;
    private final String camera;
    private final String row;
    private Optional<Outcome> found = Optional.empty();

    Case(String list, String camera, String row) {
      this.list = list;
      this.camera = camera;
      this.row = row;
    }
  }

  /** Alerts of rules are left out: nobody listed their vehicles. */
  void raised(Alert alert) {
    WatchReference watch = alert.getWatch();
    if (watch == null) {
      return;
    }
    List<PassageReference> passages = alert.getPassages();
    String camera = passages.isEmpty() ? "" : passages.get(passages.size() - 1).getCameraId();
    String row = alert.getContinues() == null ? alert.getAlertId() : alert.getContinues();
    byAlert.put(
        alert.getAlertId(),
        new Case(watch.getList().isEmpty() ? NO_LIST : watch.getList(), camera, row));
  }

  /** Steps of alerts that were not counted are left out too. */
  void updated(AlertUpdate update) {
    Case one = byAlert.get(update.getAlertId());
    if (one == null) {
      return;
    }
    boolean closed = update.getState() == AlertState.CLOSED && update.getOutcome() != Outcome.OPEN;
    if (closed) {
      one.found = Optional.of(update.getOutcome());
    }
    if (closed || update.getState() == AlertState.ACKNOWLEDGED) {
      // Who acts on one of a row acts on all of it
      seenRows.add(one.row);
    }
  }

  SortedMap<String, Figures> byList() {
    return by(one -> one.list);
  }

  SortedMap<String, Figures> byCamera() {
    return by(one -> one.camera);
  }

  Figures total() {
    return figures(byAlert.values());
  }

  private SortedMap<String, Figures> by(Function<Case, String> group) {
    SortedMap<String, Figures> figures = new TreeMap<>();
    byAlert.values().stream()
        .collect(Collectors.groupingBy(group))
        .forEach((name, cases) -> figures.put(name, figures(cases)));
    return figures;
  }

  private Figures figures(Collection<Case> cases) {
    Map<Outcome, Integer> found = new EnumMap<>(Outcome.class);
    cases.forEach(one -> one.found.ifPresent(outcome -> found.merge(outcome, 1, Integer::sum)));
    return new Figures(
        cases.size(),
        (int) cases.stream().filter(one -> seenRows.contains(one.row)).count(),
        found.getOrDefault(Outcome.CONFIRMED, 0),
        found.getOrDefault(Outcome.MISREAD, 0),
        found.getOrDefault(Outcome.WRONG_COUNTRY, 0),
        found.getOrDefault(Outcome.STALE_ENTRY, 0),
        found.getOrDefault(Outcome.CLONED, 0));
  }
}
