package eu.passage.cep.watch;

/** How well a read fits a watch entry; domain.md says why there are tiers. */
public enum Tier {
  /** Plate and country exact, good confidence. */
  A,
  /**
   * Exact once the syntax settled a letter/digit doubt, or named the country that was not read;
   * good confidence.
   */
  B,
  /**
   * To be reviewed by a person. As A or B with less confidence; a letter/digit doubt that the
   * syntax does not settle, as on personalised plates; a country that is a guess. And, where type,
   * colour or make agree and none differs, or a second camera read the plate as listed: one
   * look-alike of the same class (without the second camera only where the reader's doubt and the
   * looks make it likely), another country that the reader thought of, a plate with wildcards, a
   * description.
   */
  C,
  /** Anything weaker: never shown. */
  D;

  /** Whether people are told. */
  public boolean alerts() {
    return this != D;
  }
}
