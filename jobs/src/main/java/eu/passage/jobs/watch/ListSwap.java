package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.avro.WatchStatus;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.jobs.kafka.TopicTransaction;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A new making of a list takes the place of the one before, all at once: one transaction, so an
 * import that breaks off leaves the list that was in force. Of one list there is one import at a
 * time; who begins ends the other, which can no longer commit.
 */
final class ListSwap implements AutoCloseable {

  private static final int SHOWN_EVERY = 1_000;

  /** Until the broker gives up an import that was killed, for the first row and for each. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final Duration TIMEOUT_OF_ROW = Duration.ofNanos(200_000);

  private final ListTopics topics;
  private final ProgressBar bar;
  private final TopicTransaction transaction;
  private final Consumer<WatchEntry> rows;
  private final Consumer<WatchListMaking> makings;
  private final KnownList known;
  private final Map<KnownList.Fate, Integer> counts = new EnumMap<>(KnownList.Fate.class);
  private int withdrawn;

  /**
   * Waits until imports of other lists are through, and reads what is in force.
   *
   * @param count how many rows the new making has
   */
  ListSwap(PassageConfig config, String list, int count, ProgressBar bar) {
    this.bar = bar;
    topics = new ListTopics(config);
    Duration patience = config.kafka().transactionTimeout();
    Duration timeout = TIMEOUT.plus(TIMEOUT_OF_ROW.multipliedBy(count));
    transaction =
        TopicTransaction.open(
            config, "list-" + list, timeout.compareTo(patience) < 0 ? timeout : patience);
    try {
      bar.show(0, "reading what is in force of " + list);
      known = topics.known(list, patience); // after others of this list were ended
    } catch (RuntimeException e) {
      transaction.close();
      throw e;
    }
    rows = transaction.writer(Topic.WATCH_LISTS, WatchEntry.class);
    makings = transaction.writer(Topic.LIST_MAKINGS, WatchListMaking.class);
  }

  /** What is in force. */
  KnownList known() {
    return known;
  }

  /** Writes what is new or changed; nobody sees it yet. */
  void write(ListFile source, ListRows entries, int count) throws ListFile.NoListException {
    int making = known.making() + 1;
    source.read(
        (number, row) -> {
          if (number % SHOWN_EVERY == 0) {
            bar.show(number, count, "rows");
          }
          WatchEntry entry = entries.entry(row);
          entry.setEntryId(known.entryId(entry.getCountry(), entry.getPlate()));
          entry.setListVersion(making);
          KnownList.Fate fate = known.next(entry);
          if (fate == KnownList.Fate.NEW || fate == KnownList.Fate.CHANGED) {
            rows.accept(entry);
          }
          counts.merge(fate, 1, Integer::sum);
        });
  }

  /**
   * Withdraws what the new making no longer has; for that the rows are read again, if there are
   * any.
   *
   * @param by who answers for the list
   */
  void withdrawMissing(String by) {
    if (!known.hasMissing()) {
      return;
    }
    bar.show(1, "withdrawing what is no longer on it");
    topics.read(
        version -> {
          if (known.takeMissing(version)) {
            rows.accept(
                ExistingEntry.next(version)
                    .setStatus(WatchStatus.WITHDRAWN)
                    .setWithdrawnBy(by)
                    .setWithdrawnBecause("no longer on the list " + version.getList())
                    .setWithdrawnByHand(false)
                    .build());
            withdrawn += version.getStatus() == WatchStatus.WITHDRAWN ? 0 : 1;
          }
        });
  }

  /** From here on the new making is in force. */
  WatchListMaking commit(WatchEntry common, Duration staleAfter) {
    WatchListMaking making =
        WatchListMaking.newBuilder()
            .setList(common.getList())
            .setMaking(known.making() + 1)
            .setMadeAt(common.getMadeAt())
            .setImportedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .setStaleAfterMinutes(Math.toIntExact(staleAfter.toMinutes()))
            .setExpiresAt(common.getExpiresAt())
            .setRows(counts.values().stream().mapToInt(Integer::intValue).sum())
            .setAdded(count(KnownList.Fate.NEW))
            .setChanged(count(KnownList.Fate.CHANGED))
            .setUnchanged(count(KnownList.Fate.UNCHANGED))
            .setKeptOut(count(KnownList.Fate.KEPT_OUT))
            .setWithdrawn(withdrawn)
            .setRequester(common.getRequester())
            .setApprover(String.valueOf(common.getApprover()))
            .build();
    bar.show(1, "putting it in force");
    makings.accept(making);
    transaction.commit();
    return making;
  }

  private int count(KnownList.Fate fate) {
    return counts.getOrDefault(fate, 0);
  }

  /** What was not committed is given up. */
  @Override
  public void close() {
    transaction.close();
    bar.clear();
  }
}
