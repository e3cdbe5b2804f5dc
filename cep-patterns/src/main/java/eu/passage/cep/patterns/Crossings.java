package eu.passage.cep.patterns;

import eu.passage.avro.Passage;
import eu.passage.cep.wording.Wording;
import java.time.LocalTime;

/** Questions about one passage that several patterns ask. */
final class Crossings {

  private Crossings() {}

  /** It leaves one country for another. */
  static boolean crosses(Passage passage) {
    return passage.getToCountry() != null;
  }

  /** It goes into this country from another. */
  static boolean enters(Passage passage, String country) {
    return country.equals(passage.getToCountry());
  }

  /** It goes out of this country into another. */
  static boolean leaves(Passage passage, String country) {
    return country.equals(passage.getFromCountry());
  }

  /**
   * Its local time of day lies in {@code [from, to)}. By the clock on the wall: in the nights when
   * the clocks change such a span has an hour more or less.
   */
  static boolean during(Passage passage, LocalTime from, LocalTime to) {
    LocalTime time = passage.getAt().atZone(Wording.ZONE).toLocalTime();
    return !time.isBefore(from) && time.isBefore(to);
  }
}
