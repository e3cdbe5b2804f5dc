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
   * To be reviewed by a person. As A or B with less confidence; 0 for O or 1 for I where both are
   * plates; a country that is a guess. And what another camera's read of the plate as listed
   * confirms, or the looks make likely: one other character, another country that the reader
   * thought of, a plate with wildcards, a description.
   */
  C,
  /** Anything weaker: never shown. */
  D;

  /** Whether people are told. */
  public boolean alerts() {
    return this != D;
  }
}
