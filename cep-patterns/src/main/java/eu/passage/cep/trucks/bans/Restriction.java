package eu.passage.cep.trucks.bans;

import eu.passage.avro.ControlKind;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a ban forbids. */
public sealed interface Restriction extends Serializable permits Transit, ClosedHours, Overweight {

  ControlKind kind();

  /** The charging points that it looks at. */
  Set<String> points();

  /** The longest time that a breach of it takes. */
  Duration span();

  /**
   * Every breach among the passages of one vehicle, each by what it rests on, oldest first. No
   * passage is part of two.
   *
   * @param passages at the points of the ban, in order of time
   */
  List<List<Sighting>> breaches(List<Sighting> passages);
}
