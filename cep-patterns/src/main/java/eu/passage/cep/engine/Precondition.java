package eu.passage.cep.engine;

/**
 * What several rules need alike. Where it does not hold none of them is asked, however many they
 * are.
 */
interface Precondition {

  /** Whether any rule that shares this can come true about the passage in question. */
  boolean holds(Inquiry inquiry);
}
