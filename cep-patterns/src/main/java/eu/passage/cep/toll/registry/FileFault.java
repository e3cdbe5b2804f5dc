package eu.passage.cep.toll.registry;

/**
 * What is wrong with a file of vehicles, and where.
 *
 * @param line from 1
 * @param column from 1, in characters; where the cell begins
 * @param says what is wrong, and what would be right
 */
public record FileFault(int line, int column, String says) {

  /** As compilers print it. */
  @Override
  public String toString() {
    return "%d:%d: %s".formatted(line, column, says);
  }
}
