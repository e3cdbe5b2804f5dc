package eu.passage.schemas.audit;

/**
 * Where a chain is not whole.
 *
 * @param chain its name
 * @param place of the link at which it shows
 * @param kind what is wrong there
 * @param detail the same in words
 */
public record ChainBreak(String chain, long place, Kind kind, String detail) {

  /** What can be wrong with a link. */
  public enum Kind {
    /** A link says something else than when it was written. */
    HASH,
    /** Links before it are missing. */
    GAP,
    /** There is a link of its place, or of a later one, already. */
    ORDER,
    /** The link before it is not the one it was written after. */
    BEFORE
  }

  @Override
  public String toString() {
    return "chain %s, place %d: %s".formatted(chain, place, detail);
  }
}
