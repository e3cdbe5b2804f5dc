package eu.passage.cep.engine;

/** What becomes of a rule that came true. */
public enum Outcome {
  /** People are told. */
  TOLD,
  /** The same rule told people of the same subject a short while ago: {@code once}. */
  ONCE,
  /** The vehicle's habits excuse it: {@code unless}. */
  UNLESS
}
