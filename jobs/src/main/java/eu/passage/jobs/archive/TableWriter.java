package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.TollArchiveSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to the table in batches and gives on those that the table holds. It is no sink,
 * since what the table cannot hold must go to dead-letters in the same checkpoint.
 *
 * <p>Before each checkpoint everything that came is written, so nothing of it is in the checkpoint:
 * after a crash the topic is read again from there, and rows that are there already do no harm.
 * While the database is away the task waits; nothing of this job goes on then, and nothing of any
 * other job stands still.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class TableWriter extends AbstractStreamOperator<TollEvent>
    implements OneInputStreamOperator<TollEvent, TollEvent> {

  private static final long serialVersionUID = 1L;

  /** In the web UI and in dead letters. */
  static final String NAME = "write table toll_events";

  private final TollDatabase database;
  private final String zone;
  private final int batchSize;
  private final Duration batchInterval;
  private final boolean migrate;

  private transient TableLink link;
  private transient Map<String, TollEvent> batch;
  private transient @Nullable ScheduledFuture<?> timer;
  private transient Counter added;
  private transient Counter known;
  private transient Counter refused;
  private transient Counter batches;
  // read by the thread that reports metrics; 0: nothing waits
  private transient volatile long waitingSince;

  TableWriter(TollArchiveSettings settings) {
    this.database = new TollDatabase(Objects.requireNonNull(settings.database()));
    this.zone = settings.zone();
    this.batchSize = settings.batchSize();
    this.batchInterval = settings.batchInterval();
    this.migrate = settings.migrateAtStart();
  }

  @Override
  public void open() throws Exception {
    super.open();
    batch = new LinkedHashMap<>();
    added = ArchiveMetrics.counter(getMetricGroup(), ArchiveMetrics.ROWS_ADDED);
    known = ArchiveMetrics.counter(getMetricGroup(), ArchiveMetrics.ROWS_KNOWN);
    refused = ArchiveMetrics.counter(getMetricGroup(), ArchiveMetrics.REFUSED);
    batches = ArchiveMetrics.counter(getMetricGroup(), ArchiveMetrics.BATCHES);
    Counter retries = ArchiveMetrics.counter(getMetricGroup(), ArchiveMetrics.RETRIES);
    ArchiveMetrics.gauge(getMetricGroup(), ArchiveMetrics.WAITING, this::waitingMillis);
    TollTable table = new TollTable(database.schema(), ZoneId.of(zone));
    link = new TableLink(database, table, retries::inc);
    if (migrate) {
      link.migrate();
    }
  }

  @Override
  public void processElement(StreamRecord<TollEvent> element) throws Exception {
    TollEvent event = element.getValue();
    if (batch.containsKey(event.getEventId())) {
      // one statement sees an id once: the second meets the first in the table
      flush();
    }
    if (batch.isEmpty()) {
      long now = getProcessingTimeService().getCurrentProcessingTime();
      waitingSince = now;
      timer =
          getProcessingTimeService()
              .registerTimer(now + batchInterval.toMillis(), moment -> flush());
    }
    batch.put(event.getEventId(), event);
    if (batch.size() >= batchSize) {
      flush();
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    flush();
  }

  @Override
  public void finish() throws Exception {
    flush();
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (link != null) {
      link.close();
    }
    super.close();
  }

  private void flush() throws Exception {
    if (batch.isEmpty()) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    Written written = link.write(List.copyOf(batch.values()));
    batch.clear();
    waitingSince = 0;
    batches.inc();
    added.inc(written.added());
    known.inc(written.kept().size() - (long) written.added());
    refused.inc(written.refused().size());
    written.kept().forEach(event -> output.collect(new StreamRecord<>(event)));
    written
        .refused()
        .forEach(
            one ->
                output.collect(
                    ArchiveRefusal.TAG, new StreamRecord<>(ArchiveRefusal.of(one, NAME))));
  }

  private long waitingMillis() {
    long since = waitingSince;
    return since == 0 ? 0 : Math.max(0, System.currentTimeMillis() - since);
  }
}
