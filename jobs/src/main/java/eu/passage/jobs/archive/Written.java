package eu.passage.jobs.archive;

import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.TollEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of events that were to be written.
 *
 * @param kept those that the table holds now, in their order
 * @param added how many of them were not there before
 * @param refused those that it cannot hold
 */
public record Written(List<TollEvent> kept, int added, List<Refused> refused) {

  /**
   * An event that the table cannot hold.
   *
   * @param reason INVALID_FIELD where no row may say this, OTHER where another row stands against
   *     it
   * @param why for a person
   */
  public record Refused(TollEvent event, DeadLetterReason reason, String why) {}

  public Written {
    kept = List.copyOf(kept);
    refused = List.copyOf(refused);
  }

  static Written refused(TollEvent event, String why) {
    return new Written(
        List.of(), 0, List.of(new Refused(event, DeadLetterReason.INVALID_FIELD, why)));
  }

  /** Both, one after the other. */
  Written and(Written next) {
    List<TollEvent> bothKept = new ArrayList<>(kept);
    bothKept.addAll(next.kept);
    List<Refused> bothRefused = new ArrayList<>(refused);
    bothRefused.addAll(next.refused);
    return new Written(bothKept, added + next.added, bothRefused);
  }
}
