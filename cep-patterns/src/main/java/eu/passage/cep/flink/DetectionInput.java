package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.SubjectKey;
import eu.passage.cep.history.Company;
import eu.passage.cep.watch.EntryPlates;
import java.util.List;

/**
 * Everything that comes to the detection operator, on one keyed stream: an operator with two inputs
 * takes turns between them for each record, and that costs a third of its speed.
 */
public sealed interface DetectionInput {

  /** What it is keyed by. */
  long key();

  /**
   * A vehicle passed.
   *
   * @param key the vehicle's
   * @param record the whole passage as Avro; empty where it is not kept
   */
  record OfPassage(long key, PassageFacts facts, byte[] record) implements DetectionInput {}

  /**
   * Vehicles passed together.
   *
   * @param key theirs
   * @param latest the last of them
   * @param members all of them, in order
   */
  record OfCompany(long key, Company company, PassageFacts latest, List<Witness> members)
      implements DetectionInput {}

  /**
   * A passage whose plate, by the reader's own doubt, may be that of another vehicle: held against
   * that vehicle's watch entries, and not part of its history.
   *
   * @param key the other vehicle's
   * @param record the whole passage as Avro
   */
  record OfProbe(long key, byte[] record) implements DetectionInput {}

  /** A watch entry came or changed. */
  record OfWatch(long key, WatchEntry entry) implements DetectionInput {

    /** To where the entry's life is kept: with its vehicle, or alone where it names no plate. */
    static OfWatch of(WatchEntry entry) {
      String plate = entry.getPlate();
      return new OfWatch(
          EntryPlates.isExact(plate)
              ? SubjectKey.ofVehicle(entry.getCountry(), plate)
              : SubjectKey.ofEntry(entry.getEntryId()),
          entry);
    }
  }

  /**
   * The same of an entry for a plate with wildcards or for a description, which concerns every
   * vehicle.
   *
   * @param key of no subject: each key group gets a copy
   */
  record OfPattern(long key, WatchEntry entry) implements DetectionInput {}

  /**
   * A list was made anew.
   *
   * @param key of no subject: each key group gets a copy
   */
  record OfMaking(long key, WatchListMaking making) implements DetectionInput {}

  /**
   * A rule came, changed or went.
   *
   * @param key of no subject: it leads to one key group, and each key group gets a copy
   */
  record OfRule(long key, RuleSource rule) implements DetectionInput {}
}
