package eu.passage.cep.nfa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;

/**
 * Runs flink-cep's NFA over a finite list of events: nothing is kept between two runs, so nothing
 * of the NFA is ever in a savepoint. {@code NFA}, {@code NFAState} and {@code SharedBuffer} are
 * public in flink-cep without a promise; this package is the only one that touches them, and {@code
 * NfaContractTest} fails when an upgrade changes what it relies on.
 *
 * <p>Cost grows with the square of the events that can open a match: feed it few. Not thread-safe.
 *
 * @param <T> the events
 */
public final class NfaMatcher<T> {

  private final ToLongFunction<T> timeOf;
  private final MemoryStateStore store = new MemoryStateStore();
  private final SharedBuffer<T> buffer;

  /**
   * @param timeOf an event's time, milliseconds since the epoch
   */
  public NfaMatcher(ToLongFunction<T> timeOf) {
    this.timeOf = timeOf;
    this.buffer = new SharedBuffer<>(store, UnusedSerializer.get());
    // Each buffer starts a thread that logs statistics of a cache we throw away after each run.
    buffer.releaseCacheStatisticsTimer();
  }

  /**
   * The match that the last event completes; where several end there, the one with the most recent
   * events.
   *
   * @param events sorted by time
   */
  public Optional<Match<T>> completedByLast(CompiledPattern<T> pattern, List<T> events) {
    Run run = new Run(pattern, events);
    return run.mostRecent(run.feedAll());
  }

  /**
   * The match that starts with the first event and comes true at a moment because what would have
   * broken it has not come by then.
   *
   * @param events sorted by time, all before that moment
   * @param moment milliseconds since the epoch
   */
  public Optional<Match<T>> completedByAbsence(
      CompiledPattern<T> pattern, List<T> events, long moment) {
    Run run = new Run(pattern, events);
    run.feedAll();
    return run.mostRecent(
        run.advanceTo(moment).stream()
            .filter(match -> match.values().stream().anyMatch(e -> e.contains(events.get(0))))
            .toList());
  }

  private final class Run {
    private final CompiledPattern<T> pattern;
    private final List<T> events;
    private final NFAState state;

    Run(CompiledPattern<T> pattern, List<T> events) {
      store.clear();
      this.pattern = pattern;
      this.events = events;
      this.state = pattern.nfa().createInitialNFAState();
    }

    /** The matches the last event completes. */
    Collection<Map<String, List<T>>> feedAll() {
      Collection<Map<String, List<T>>> completed = List.of();
      for (T event : events) {
        long time = timeOf.applyAsLong(event);
        advanceTo(time);
        try (SharedBufferAccessor<T> accessor = buffer.getAccessor()) {
          completed =
              pattern
                  .nfa()
                  .process(
                      accessor,
                      state,
                      event,
                      time,
                      AfterMatchSkipStrategy.noSkip(),
                      NfaMatcher::noProcessingTime);
        } catch (Exception e) {
          throw failure(e);
        }
      }
      return completed;
    }

    Collection<Map<String, List<T>>> advanceTo(long time) {
      try (SharedBufferAccessor<T> accessor = buffer.getAccessor()) {
        return pattern.nfa().advanceTime(accessor, state, time, AfterMatchSkipStrategy.noSkip()).f0;
      } catch (Exception e) {
        throw failure(e);
      }
    }

    Optional<Match<T>> mostRecent(Collection<Map<String, List<T>>> matches) {
      return matches.stream()
          .max(Comparator.comparing(this::positions, MatchOrder.MOST_RECENT_LAST))
          .map(this::inOrder);
    }

    private Match<T> inOrder(Map<String, List<T>> match) {
      List<T> inOrder = positions(match).stream().map(events::get).toList();
      List<String> steps = inOrder.stream().map(event -> stepOf(event, match)).toList();
      return new Match<>(inOrder, steps);
    }

    private String stepOf(T event, Map<String, List<T>> match) {
      return match.entrySet().stream()
          .filter(step -> step.getValue().stream().anyMatch(e -> e == event))
          .findFirst()
          .orElseThrow()
          .getKey();
    }

    /** Where the events of a match stand in the list, ascending. Equal events are told apart. */
    private List<Integer> positions(Map<String, List<T>> match) {
      List<T> matched = match.values().stream().flatMap(List::stream).toList();
      List<Integer> positions = new ArrayList<>(matched.size());
      for (int i = 0; i < events.size(); i++) {
        T event = events.get(i);
        if (matched.stream().anyMatch(m -> m == event)) {
          positions.add(i);
        }
      }
      return positions;
    }

    private IllegalStateException failure(Exception cause) {
      return new IllegalStateException(
          "a condition of the pattern failed on a history of " + events.size() + " events", cause);
    }
  }

  private static long noProcessingTime() {
    throw new IllegalStateException(
        "a pattern may ask for event time only: processing time would make replays differ");
  }
}
