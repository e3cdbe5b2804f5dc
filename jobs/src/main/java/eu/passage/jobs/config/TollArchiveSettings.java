package eu.passage.jobs.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the topic toll-events; see {@code eu.passage.jobs.TollArchiveJob}.
 *
 * @param zone whose days the table and the files' directories go by, such as Europe/Brussels
 * @param checkpointInterval between checkpoints of this job alone: each ends the files it wrote
 * @param batchSize rows that are written together at most
 * @param batchInterval how long the first row of a batch waits for the others
 * @param migrateAtStart whether the job brings the database to the newest schema, for which its
 *     user must own it
 * @param database the table; null: no table is kept
 * @param files directory of the Parquet files; null: none are kept
 * @param statistics what a day's counts are taken for
 */
public record TollArchiveSettings(
    String zone,
    Duration checkpointInterval,
    int batchSize,
    Duration batchInterval,
    boolean migrateAtStart,
    @Nullable DatabaseSettings database,
    @Nullable URI files,
    StatisticsSettings statistics) {

  private static final int LARGEST_BATCH = 20_000;
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

  public TollArchiveSettings {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw InvalidValueException.refused(
          "zone",
          new IllegalArgumentException(
              "'%s' is no time zone; write one such as Europe/Brussels".formatted(zone), e));
    }
    InvalidValueException.require(
        checkpointInterval.compareTo(SHORTEST_INTERVAL) >= 0,
        "checkpointInterval",
        checkpointInterval,
        "10ms or more");
    InvalidValueException.require(
        batchSize >= 1 && batchSize <= LARGEST_BATCH,
        "batchSize",
        batchSize,
        "a number from 1 to " + LARGEST_BATCH);
    InvalidValueException.require(
        !batchInterval.isNegative() && !batchInterval.isZero(),
        "batchInterval",
        batchInterval,
        "1ms or more");
  }

  /** Whether any copy is named. */
  public boolean isWanted() {
    return database != null || files != null;
  }

  /** The zone as a zone. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  /** The same with other copies. */
  public TollArchiveSettings with(
      @Nullable DatabaseSettings otherDatabase, @Nullable URI otherFiles) {
    return new TollArchiveSettings(
        zone,
        checkpointInterval,
        batchSize,
        batchInterval,
        migrateAtStart,
        otherDatabase,
        otherFiles,
        statistics);
  }
}
