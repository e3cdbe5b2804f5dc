package eu.passage.jobs.bench.rules;

import java.util.List;
import java.util.Map;

/**
 * What ours and the stock operator found on the same passages.
 *
 * @param both by rule: vehicles and moments that both found
 * @param differences in words: what one of them found alone
 */
record Agreed(Map<String, Long> both, List<String> differences) {

  long all() {
    return both.values().stream().mapToLong(Long::longValue).sum();
  }
}
