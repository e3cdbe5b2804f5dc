package eu.passage.jobs.endure;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import java.util.Optional;

/**
 * What a toll event says, as far as it is compared: two hundred thousand of them fit into memory.
 *
 * @param whole a hash of all of it
 */
record Told(
    String eventId,
    String passageId,
    Optional<String> corrects,
    CorrectionCause cause,
    String point,
    long sequence,
    Owed owed,
    int whole) {

  static Told of(TollEvent event) {
    return new Told(
        event.getEventId(),
        event.getPassageId(),
        Optional.ofNullable(event.getCorrects()),
        event.getCause(),
        event.getChargingPoint(),
        event.getSequence(),
        Owed.in(event),
        event.hashCode());
  }
}
