package eu.passage.jobs.police;

import java.util.OptionalDouble;

/**
 * What became of the alerts of one list or camera.
 *
 * @param hits alerts
 * @param acknowledged by somebody, or closed by somebody
 * @param confirmed it was the vehicle
 * @param misread the plate was read wrongly
 * @param wrongCountry the plate is of another country
 * @param stale the entry should have been withdrawn
 * @param cloned another vehicle carries the plate
 */
record Figures(
    int hits,
    int acknowledged,
    int confirmed,
    int misread,
    int wrongCountry,
    int stale,
    int cloned) {

  /** Alerts that were not what they said. */
  int falseOnes() {
    return misread + wrongCountry + stale + cloned;
  }

  /** Alerts that nobody acknowledged or closed. */
  int noFollowUp() {
    return hits - acknowledged;
  }

  /** Of those of which somebody said what they were, 0 to 1; empty where nobody has. */
  OptionalDouble shareFalse() {
    int known = confirmed + falseOnes();
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) falseOnes() / known);
  }
}
