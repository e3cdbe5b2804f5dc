package eu.passage.jobs.tolls.review;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.time.Instant;
import java.util.Comparator;

/** Which events wait for a person. */
final class Waiting {

  static final Comparator<TollEvent> OLDEST_FIRST =
      Comparator.comparing(TollEvent::getAt).thenComparing(TollEvent::getEventId);

  private Waiting() {}

  /**
   * Whether an event that holds does.
   *
   * @param askedSince of passages before it nothing is asked any more
   */
  static boolean waits(TollEvent event, Instant askedSince) {
    return event.getStatus() == TollStatus.REVIEW
        || event.getStatus() == TollStatus.PROVISIONAL && event.getAt().isBefore(askedSince);
  }
}
