package eu.passage.jobs.tolls.books;

import eu.passage.avro.TollEvent;

/**
 * Numbers of one sequence.
 *
 * @param originator who gives them
 * @param chargingPoint where
 * @param last itself too
 */
public record Numbers(String originator, String chargingPoint, long first, long last) {

  /** Whether an event has one of them. */
  public boolean has(TollEvent event) {
    return event.getSequence() >= first
        && event.getSequence() <= last
        && event.getChargingPoint().equals(chargingPoint)
        && event.getOriginator().equals(originator);
  }
}
