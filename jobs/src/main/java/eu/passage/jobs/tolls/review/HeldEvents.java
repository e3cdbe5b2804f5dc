package eu.passage.jobs.tolls.review;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.config.PassageConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Toll events that hold, from where they are found soonest. */
sealed interface HeldEvents permits HeldInTable, HeldInTopic {

  /**
   * Events that wait for a person: those in REVIEW, and those that are still PROVISIONAL though
   * nobody asks for what is assumed any more.
   *
   * @param askedSince of passages before it nothing is asked any more
   * @return the oldest first
   */
  List<TollEvent> waiting(Instant askedSince);

  /** An event by its id, whether it holds or not. */
  Optional<TollEvent> find(String eventId);

  /**
   * All events of an event's vehicle near it in time, those too that hold no more.
   *
   * @param around how far before and after
   */
  List<TollEvent> ofVehicle(TollEvent event, Duration around);

  /** The table where there is one, else the topic. */
  static HeldEvents of(PassageConfig config) {
    DatabaseSettings database = config.tollArchive().database();
    return database != null ? new HeldInTable(database) : new HeldInTopic(config);
  }
}
