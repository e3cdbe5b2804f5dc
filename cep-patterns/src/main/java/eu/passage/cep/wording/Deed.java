package eu.passage.cep.wording;

import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.Camera;
import java.util.List;
import java.util.Optional;

/**
 * What a vehicle did before a camera.
 *
 * @param country that was entered or left, ISO 3166-1 alpha-2; empty for other deeds
 * @param next the country that was left for; empty for other deeds, and of one that did not happen
 */
record Deed(What what, String country, String next) {

  /** The kinds of deeds. */
  enum What {
    ENTERED,
    LEFT,
    /** Crossed borders, now one way and now another. */
    CROSSED,
    /** Nothing more can be said. */
    SEEN
  }

  static final Deed CROSSED = new Deed(What.CROSSED, "", "");
  static final Deed SEEN = new Deed(What.SEEN, "", "");

  static Deed entered(String country) {
    return new Deed(What.ENTERED, country, "");
  }

  static Deed left(String country, String next) {
    return new Deed(What.LEFT, country, next);
  }

  /**
   * Told from where the camera stands: who goes out of its country leaves, all others enter theirs.
   */
  static Deed of(PassageFacts passage, Optional<Camera> camera) {
    String to = CountryCode.text(passage.to());
    if (to == null) {
      return SEEN;
    }
    String from = CountryCode.text(passage.from());
    return from != null && camera.filter(c -> c.country().equals(from)).isPresent()
        ? left(from, to)
        : entered(to);
  }

  /** What can be said of several in one word. */
  static Deed common(List<Deed> deeds) {
    Deed first = deeds.get(0);
    if (deeds.stream().allMatch(first::equals)) {
      return first;
    }
    return deeds.contains(SEEN) ? SEEN : CROSSED;
  }
}
