package eu.passage.schemas.plates;

import java.util.List;

/**
 * A text that a series of plates can bear, and what of the text as read had to change for it.
 *
 * @param text normal form
 * @param series the series; of several of one country with this text the commonest
 * @param changes the characters that differ from the text as read, from left to right
 * @param likelihood how well it explains the read, to be compared with the other candidates of the
 *     same read only: the chance that the country issued exactly this text, times the weights of
 *     the confusions ({@link Confusions})
 */
public record SettledPlate(String text, Series series, List<Change> changes, double likelihood) {

  /**
   * A character that the syntax settled.
   *
   * @param index place in the text, from 0
   * @param read as read
   * @param meant what the series has there
   */
  public record Change(int index, char read, char meant) {}

  public SettledPlate {
    changes = List.copyOf(changes);
  }

  /** ISO 3166-1 alpha-2. */
  public String country() {
    return series.country();
  }

  /** Whether the text stands as it was read. */
  public boolean isUnchanged() {
    return changes.isEmpty();
  }
}
