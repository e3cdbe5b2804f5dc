package eu.passage.cep.watch;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;

/**
 * A passage seen with a watch entry's eyes.
 *
 * @param inForce whether the entry may be acted on for this passage: approved, and in its time
 * @param earlier the passage came before the entry was known or active; never to be shown as now
 */
public record Sighting(
    Passage passage, WatchEntry entry, Tier tier, boolean inForce, boolean earlier) {

  /** The name under which it is remembered, with the passage's time, that people were told. */
  public String key() {
    return "watch|" + entry.getEntryId();
  }
}
