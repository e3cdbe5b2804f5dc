package eu.passage.jobs.archive;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** Every metric of this package, under the group {@code passage}. */
final class ArchiveMetrics {

  /** Rows that were not in the table before. */
  static final String ROWS_ADDED = "tollRowsAdded";

  /** Events that the table held already: after a crash the job brings some again. */
  static final String ROWS_KNOWN = "tollRowsKnown";

  /** Events that went to dead-letters instead. More than none: somebody must look. */
  static final String REFUSED = "tollEventsRefused";

  /** Events that the files held already. */
  static final String REPEATED = "tollEventsRepeated";

  /** Batches written. */
  static final String BATCHES = "tollBatches";

  /** Tries to reach a database that was away. */
  static final String RETRIES = "tollDatabaseRetries";

  /**
   * How long, in milliseconds, the oldest event has been waiting for the database. It grows while
   * that is away. How far the job is behind the topic the source tells ({@code pendingRecords}).
   */
  static final String WAITING = "tollRowWaitingMillis";

  private ArchiveMetrics() {}

  static Counter counter(MetricGroup operator, String name) {
    return operator.addGroup("passage").counter(name);
  }

  static void gauge(MetricGroup operator, String name, Gauge<Long> value) {
    operator.addGroup("passage").gauge(name, value);
  }
}
