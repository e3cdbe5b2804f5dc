package eu.passage.cep.alerts;

import eu.passage.avro.Alert;
import eu.passage.cep.watch.Confirmation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in every language why an alert of a watch entry was raised and what is to be done. Of an
 * entry that is DISCREET no language holds a word of halting the vehicle.
 */
final class WatchReasons {

  private static final List<WatchSentence> LANGUAGES =
      List.of(
          new WatchSentence("en"),
          new WatchSentence("fr"),
          new WatchSentence("nl"),
          new WatchSentence("de"));

  /**
   * By language, ISO 639-1.
   *
   * @param alert all but its reasons
   * @param confirmation what speaks for the read; null where nothing does
   * @param staleAt from when on a newer making of the entry's list is overdue
   * @param now event time
   */
  Map<String, String> of(
      Alert alert, @Nullable Confirmation confirmation, Instant staleAt, Instant now) {
    Map<String, String> reasons = new LinkedHashMap<>();
    LANGUAGES.forEach(
        one -> reasons.put(one.language(), one.of(alert, confirmation, staleAt, now)));
    return reasons;
  }
}
