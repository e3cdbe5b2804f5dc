package eu.passage.jobs.scenario;

import java.util.List;

/**
 * An alert that must be raised.
 *
 * @param ruleId as in {@code Alert.ruleId}
 * @param passages the true passages it rests on, oldest first
 */
public record ExpectedAlert(String ruleId, List<TruePassage> passages) {

  /** The passage, or the last one before the absence, that it follows from. */
  public TruePassage last() {
    return passages.get(passages.size() - 1);
  }
}
