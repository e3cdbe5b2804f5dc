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

  private final SubjectRecords records;
  private final PassageRecords reader;
  private final AlertWriter writer;
  private final Map<PassageFacts, List<Passage>> read = new HashMap<>();
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
    for (PassageFacts passage : hit.passages()) {
      passages.addAll(read.computeIfAbsent(passage, this::read));
    }
    return writer.of(records.complete(hit), passages);
  }

  private List<Passage> read(PassageFacts passage) {
    List<Passage> passages = new ArrayList<>(1);
    records.witnesses(passage).forEach(witness -> passages.add(passage(witness)));
    return passages;
  }

  private Passage passage(Witness witness) {
    return witness.record().length > 0
        ? reader.read(witness.record())
        : writer.withoutRecord(witness.facts());
  }
}
