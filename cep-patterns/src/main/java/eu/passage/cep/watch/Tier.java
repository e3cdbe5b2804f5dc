package eu.passage.cep.watch;

/** How well a read fits a watch entry; domain.md says why there are tiers. */
public enum Tier {
  /** Plate and country exact, good confidence. */
  A,
  /** Exact once the syntax settled a letter/digit doubt, good confidence. */
  B,
  /**
   * To be reviewed by a person: as A or B with less confidence; a letter/digit doubt that the
   * syntax does not settle, as on personalised plates; or one look-alike of the same class where a
   * second camera read the plate as listed.
   */
  C,
  /** Anything weaker: never shown. */
  D;

  /** Whether people are told. */
  public boolean alerts() {
    return this != D;
  }
}
