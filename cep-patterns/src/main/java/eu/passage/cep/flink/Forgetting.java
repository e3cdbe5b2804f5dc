package eu.passage.cep.flink;

import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.history.SubjectHistory;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/**
 * When what is kept of subjects goes: what is too old, when its subject passes again; and in a
 * sweep over all subjects also that of those that never come again. A timer for each of them would
 * cost more than all the rules; to look at all of them now and then does not.
 */
final class Forgetting {

  private static final long HOUR_MS = 3_600_000L;
  private static final int DAY_HOURS = 24;

  private final HistorySettings settings;
  private final @Nullable SubjectRecords records;
  private final Counter overflows;
  private final long retention;

  /** Hours by the machine's clock. */
  private final long timeToLive;

  private long swept;
  private long machineHour;

  /**
   * @param graceMillis how much behind the watermark passages come
   * @param records whole records, which go with their passages; null where none are kept
   */
  Forgetting(
      HistorySettings settings,
      long graceMillis,
      @Nullable SubjectRecords records,
      Counter overflows) {
    this.settings = settings;
    this.records = records;
    this.overflows = overflows;
    retention = settings.retention().toMillis() + graceMillis;
    timeToLive = settings.habits().plus(settings.retention()).toHours();
  }

  /** What comes for a subject now came at this hour by the machine's clock. */
  void touch(SubjectHistory history) {
    history.touchedHour(machineHour);
  }

  /**
   * Whether a sweep is due by event time: once in each retention.
   *
   * @param now a watermark within time
   */
  boolean isDueAt(long now) {
    if (swept == 0) {
      swept = now;
      return false;
    }
    boolean due = now - swept >= retention;
    swept = due ? now : swept;
    return due;
  }

  /**
   * The machine's clock, as exactly as time to live needs it; whether a sweep is due by it. Once a
   * day it looks for subjects that nothing came for in so long: event time may stand still. Flink's
   * own time-to-live would look at the clock and unwrap the state for every passage, which costs an
   * eighth of the operator.
   *
   * @param millis since the epoch
   */
  boolean isDueByMachine(long millis) {
    long hour = millis / HOUR_MS;
    boolean due = machineHour > 0 && hour / DAY_HOURS > machineHour / DAY_HOURS;
    machineHour = hour;
    return due;
  }

  /** Looks at the current subject in a sweep. */
  void sweep(SubjectHistory history, ValueState<SubjectHistory> state, long now) throws Exception {
    if (history.touchedHour() + timeToLive < machineHour) {
      drop(history, history.size());
      state.clear();
    } else if (forget(history, now)) {
      if (history.isEmpty()) {
        state.clear();
      } else {
        state.update(history);
      }
    }
  }

  /** Takes from a subject that passes what is too old, and what is too much. */
  void prune(SubjectHistory history, long now) throws Exception {
    if (now < 0) {
      return; // event time has not begun
    }
    if (history.oldestAt() < now - retention) {
      forget(history, now);
    }
    int surplus = history.size() - settings.maxPassages();
    if (surplus > 0) {
      overflows.inc(surplus);
      drop(history, surplus);
    }
  }

  /** Whether anything was too old. */
  private boolean forget(SubjectHistory history, long now) throws Exception {
    int old = history.before(now - retention);
    drop(history, old);
    int told = history.told().size();
    int days = history.days().size();
    history.told().forgetBefore(now - 2 * retention);
    long firstDay = LocalClock.BRUSSELS.epochDay(now - settings.habits().toMillis());
    history.days().forgetBefore((int) firstDay);
    return old > 0 || told > history.told().size() || days > history.days().size();
  }

  private void drop(SubjectHistory history, int oldest) throws Exception {
    for (int i = 0; records != null && i < oldest; i++) {
      records.remove(history.get(i));
    }
    history.forget(oldest);
  }
}
