package eu.passage.cep.watch;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passage seen with a watch entry's eyes.
 *
 * @param inForce whether the entry may be acted on for this passage: approved, in its time and
 *     place
 * @param earlier the passage came before the entry was known or active, or before what confirms it;
 *     never to be shown as now
 * @param agreements whether type, colour and make seen are those listed
 * @param differs places in the plate as read, from 0, where it differs from the plate as listed;
 *     empty where the entry lists no whole plate
 * @param confirmation the other camera's read that speaks for this one; null where there is none
 */
public record Sighting(
    Passage passage,
    WatchEntry entry,
    Tier tier,
    boolean inForce,
    boolean earlier,
    Agreements agreements,
    List<Integer> differs,
    @Nullable Confirmation confirmation) {

  public Sighting {
    differs = List.copyOf(differs);
  }

  /** The name under which it is remembered, with the passage's time, that people were told. */
  public String key() {
    return "watch|" + entry.getEntryId();
  }
}
