package eu.passage.cep.model;

/**
 * What is known of a vehicle's days before a moment. Days are local days of Brussels and Paris; the
 * day of the moment itself does not count.
 */
public interface Habits {

  /** Whether nothing of this vehicle is known from before the passage in question. */
  boolean firstSeen();

  /** On how many of the last {@code days} days before today it was seen. */
  int daysSeen(int days);

  /** On at least two of five weekdays (Monday to Friday) of the last {@code days} days. */
  boolean commuter(int days);

  /**
   * On at least three of the last {@code days} days in this hour, the one before or the one after.
   */
  boolean usualTime(int days);
}
