package eu.passage.cep.flink;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.watch.Watchlist.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole passages out of the history of the current vehicle. */
final class PastPassages {

  private PastPassages() {}

  /** The passage; empty where its record is gone. */
  static Optional<Seen> of(PassageFacts facts, LiveDetection detection) {
    byte[] record = detection.subjectRecords().of(facts);
    return record.length == 0
        ? Optional.empty()
        : Optional.of(new Seen(detection.records().read(record), facts));
  }

  /** All that passed at this moment or later, oldest first. */
  static List<Seen> since(long moment, SubjectHistory history, LiveDetection detection) {
    List<Seen> passages = new ArrayList<>();
    for (int i = history.before(moment); i < history.size(); i++) {
      of(history.get(i), detection).ifPresent(passages::add);
    }
    return passages;
  }

  /**
   * A passage that has just come, and those after it that overtook it on the way: it may be what
   * they lacked.
   */
  static List<Seen> from(Seen seen, SubjectHistory history, LiveDetection detection) {
    long at = seen.facts().at();
    if (history.get(history.size() - 1).at() <= at) {
      return List.of(seen);
    }
    List<Seen> passages = new ArrayList<>(List.of(seen));
    passages.addAll(since(at + 1, history, detection));
    return passages;
  }
}
