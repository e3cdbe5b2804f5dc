package eu.passage.jobs.watch;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.WatchReference;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * The open alerts of an entry that is about to be withdrawn, and when each recipient was told that
 * they are. It reads alerts and alert-updates; an update is committed together with the notices to
 * its recipients, so whoever sees the one need not read the others. For one thread.
 */
final class AlertsTakenBack implements AutoCloseable {

  private final String entryId;
  private final CompactedTopic<AlertUpdate> updates;
  private final SortedSet<String> open = new TreeSet<>();
  private final SortedMap<String, Duration> toldAfter = new TreeMap<>();
  private int withdrawn;

  private AlertsTakenBack(String entryId, CompactedTopic<AlertUpdate> updates) {
    this.entryId = entryId;
    this.updates = updates;
  }

  /**
   * Finds the alerts that are open now.
   *
   * @return empty where these credentials may not read them: the entry can be withdrawn all the
   *     same
   * @throws eu.passage.jobs.kafka.NoAnswerException when nobody answers
   */
  static Optional<AlertsTakenBack> of(PassageConfig config, String entryId) {
    Duration kept = config.detection().settings(config.catalogue()).followUp().keepOpen();
    Instant since = Instant.now().minus(kept);
    try (var alerts = new CompactedTopic<>(config, Topic.ALERTS, Alert.class)) {
      var updates = new CompactedTopic<>(config, Topic.ALERT_UPDATES, AlertUpdate.class);
      try {
        AlertsTakenBack found = new AlertsTakenBack(entryId, updates);
        alerts.skipTo(since);
        alerts.toEnd(alert -> alert.value().ifPresent(found::raised));
        updates.skipTo(since);
        updates.toEnd(update -> update.value().ifPresent(found::closed));
        return Optional.of(found);
      } catch (RuntimeException e) {
        updates.close();
        throw e;
      }
    } catch (AuthorizationException e) {
      return Optional.empty();
    }
  }

  private void raised(Alert alert) {
    WatchReference watch = alert.getWatch();
    if (watch != null && watch.getEntryId().equals(entryId)) {
      open.add(alert.getAlertId());
    }
  }

  private void closed(AlertUpdate update) {
    if (update.getState() == AlertState.CLOSED || update.getState() == AlertState.WITHDRAWN) {
      open.remove(update.getAlertId());
    }
  }

  /**
   * Waits until every one of them is withdrawn, or the time is up.
   *
   * @param begun when the withdrawal was written, by {@link System#nanoTime}
   */
  TakenBack await(long begun, Duration patience) {
    while (!open.isEmpty() && System.nanoTime() - begun < patience.toNanos()) {
      updates.next().forEach(update -> update.value().ifPresent(one -> hear(one, begun)));
    }
    return new TakenBack(withdrawn, toldAfter, open);
  }

  private void hear(AlertUpdate update, long begun) {
    closed(update);
    if (update.getState() == AlertState.WITHDRAWN && update.getEntryId().equals(entryId)) {
      withdrawn++;
      Duration after = Duration.ofNanos(System.nanoTime() - begun);
      update.getRecipients().forEach(recipient -> toldAfter.put(recipient, after));
    }
  }

  @Override
  public void close() {
    updates.close();
  }
}
