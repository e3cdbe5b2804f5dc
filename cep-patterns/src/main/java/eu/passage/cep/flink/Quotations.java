package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.cep.alerts.AlertWriter;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.PassageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole passages that alerts quote. Rules that come true together quote the same ones: each is
 * read once.
 */
final class Quotations {

  /** What is said of one passage. */
  private record Quotation(PassageFacts facts, Passage passage) {}

  private final SubjectRecords records;
  private final PassageRecords reader;
  private final AlertWriter writer;
  private final Map<PassageFacts, List<Quotation>> read = new HashMap<>();
  private long subject;

  Quotations(SubjectRecords records, PassageRecords reader, AlertWriter writer) {
    this.records = records;
    this.reader = reader;
    this.writer = writer;
  }

  /** Records may have changed: all are read again. */
  void forget() {
    if (!read.isEmpty()) {
      read.clear();
    }
  }

  /**
   * The alert of a hit on the current subject.
   *
   * @param key of the subject
   */
  Alert alert(Hit hit, long key) {
    if (key != subject) {
      forget();
      subject = key;
    }
    List<Passage> passages = new ArrayList<>(hit.passages().size());
    Hit complete =
        hit.each(
            passage -> {
              List<Quotation> quoted = read.computeIfAbsent(passage, this::read);
              quoted.forEach(one -> passages.add(one.passage));
              return quoted.stream().map(Quotation::facts).toList();
            });
    return writer.of(complete, passages);
  }

  private List<Quotation> read(PassageFacts passage) {
    return records.witnesses(passage).stream()
        .map(witness -> new Quotation(witness.facts(), passage(witness)))
        .toList();
  }

  private Passage passage(Witness witness) {
    return witness.record().length > 0
        ? reader.read(witness.record())
        : writer.withoutRecord(witness.facts());
  }
}
