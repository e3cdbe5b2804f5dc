package eu.passage.jobs.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.schemas.audit.AuditEntry;
import eu.passage.schemas.audit.ChainEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Chains for tests. */
final class Links {

  static final Instant NOON = Instant.parse("2026-03-11T11:00:00Z");

  private Links() {}

  /** Three links of one chain and two of another, mixed. */
  static List<AuditRecord> mixed() {
    List<AuditRecord> one = chain("desk/1", 3);
    List<AuditRecord> other = chain("desk/2", 2);
    return List.of(one.get(0), other.get(0), one.get(1), one.get(2), other.get(1));
  }

  static List<AuditRecord> chain(String name, int length) {
    return chain(name, length, "note");
  }

  static List<AuditRecord> chain(String name, int length, String note) {
    List<AuditRecord> links = new ArrayList<>();
    ChainEnd end = ChainEnd.start(name);
    for (int i = 0; i < length; i++) {
      AuditRecord link =
          end.link(
              new AuditEntry(
                  NOON.plusSeconds(i),
                  "police-be",
                  Deed.CONSULTED,
                  "subject " + i,
                  "judicial",
                  "2026/117",
                  "",
                  "",
                  note));
      links.add(link);
      end = ChainEnd.after(link);
    }
    return links;
  }
}
