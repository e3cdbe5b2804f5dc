package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.PassageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The whole passages that alerts quote. Rules that come true together quote the same ones: each is
 * read once.
 */
final class Quotations {

  private final Function<PassageFacts, List<Passage>> source;
  private final Map<PassageFacts, List<Passage>> read = new HashMap<>();
  private long subject;

  /**
   * @param source reads a passage of the current subject; of vehicles together those of all of them
   */
  Quotations(Function<PassageFacts, List<Passage>> source) {
    this.source = source;
  }

  /** Records may have changed: all are read again. */
  void forget() {
    if (!read.isEmpty()) {
      read.clear();
    }
  }

  /**
   * What a hit on the current subject rests on, oldest first.
   *
   * @param key of the subject: another one's passages together are others
   */
  List<Passage> of(Hit hit, long key) {
    if (key != subject) {
      forget();
      subject = key;
    }
    List<Passage> passages = new ArrayList<>(hit.passages().size());
    for (PassageFacts passage : hit.passages()) {
      passages.addAll(read.computeIfAbsent(passage, source));
    }
    return passages;
  }
}
