package eu.passage.cep.trucks.bans;

import java.util.List;

/**
 * A ban that a truck broke.
 *
 * @param passages all that it rests on, oldest first
 */
public record Breach(Ban ban, List<Sighting> passages) {

  public Breach {
    passages = List.copyOf(passages);
  }

  /** The passage that made it one. */
  public Sighting last() {
    return passages.get(passages.size() - 1);
  }

  /** How surely all of it was seen: the least of plates and classes. */
  float confidence() {
    return (float) passages.stream().mapToDouble(Sighting::confidence).min().orElseThrow();
  }
}
