package eu.passage.cep.flink;

import eu.passage.cep.engine.Meetings;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Candidates at one camera to vehicles that passed it together: each set of the wanted size whose
 * first and last are less than the gap apart, once. Keyed by {@link Candidate#place}.
 *
 * <p>State: the candidates of the last window, by the gap-wide slice of time they lie in, so that
 * only three slices are looked at. Each slice has one timer that removes it; where candidates come
 * in the order of time, as in batch mode, which fires timers only at the end of a key, the next
 * candidate does.
 */
final class TogetherFunction extends KeyedProcessFunction<Long, Candidate, DetectionInput> {

  private static final long serialVersionUID = 1L;

  private final Duration timeToLive;
  private final boolean inOrder;
  private transient MapState<Long, List<Candidate>> slices;
  private transient Counter crowded;

  /**
   * @param timeToLive by the machine's clock, for what stays when event time stands still
   * @param inOrder whether the candidates of a key come in the order of time
   */
  TogetherFunction(Duration timeToLive, boolean inOrder) {
    this.timeToLive = timeToLive;
    this.inOrder = inOrder;
  }

  @Override
  public void open(OpenContext context) {
    var descriptor =
        new MapStateDescriptor<>("candidates", Types.LONG, Types.LIST(StreamTypes.CANDIDATE));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(timeToLive).build());
    slices = getRuntimeContext().getMapState(descriptor);
    crowded = Metrics.counter(getRuntimeContext(), Metrics.CROWDED_CAMERAS);
  }

  @Override
  public void processElement(Candidate candidate, Context context, Collector<DetectionInput> out)
      throws Exception {
    PassageFacts facts = candidate.witness().facts();
    long gap = candidate.company().gapMillis();
    long slice = Math.floorDiv(facts.at(), gap);
    if (!keep(slice, candidate, context)) {
      return;
    }
    List<Witness> others = new ArrayList<>();
    for (long s = slice - 1; s <= slice + 1; s++) {
      List<Candidate> known = slices.get(s);
      if (known != null) {
        known.stream()
            .map(Candidate::witness)
            .filter(other -> !other.facts().equals(facts))
            .forEach(others::add);
      }
    }
    if (others.size() > Meetings.MOST_NEIGHBOURS) {
      crowded.inc();
    }
    Meetings.of(candidate.witness(), others, candidate.company(), Witness::facts)
        .forEach(members -> out.collect(together(members, candidate.company())));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<DetectionInput> out)
      throws Exception {
    List<Long> past = new ArrayList<>();
    for (var slice : slices.entries()) {
      if (slice.getValue().stream().allMatch(c -> goneAt(c) <= timestamp)) {
        past.add(slice.getKey());
      }
    }
    for (Long slice : past) {
      slices.remove(slice);
    }
  }

  /** Whether it is new. One that comes again, for a rule of a longer window, is kept longer. */
  private boolean keep(long slice, Candidate candidate, Context context) throws Exception {
    List<Candidate> known = slices.get(slice);
    List<Candidate> kept = known == null ? new ArrayList<>() : new ArrayList<>(known);
    int place = 0;
    while (place < kept.size()
        && !kept.get(place).witness().facts().equals(candidate.witness().facts())) {
      place++;
    }
    boolean again = place < kept.size();
    if (again && kept.get(place).keepMillis() >= candidate.keepMillis()) {
      return false;
    }
    if (again) {
      kept.set(place, candidate);
    } else {
      kept.add(candidate);
    }
    if (inOrder) {
      removeBefore(slice - 1);
    } else {
      context.timerService().registerEventTimeTimer(goneAt(candidate));
    }
    slices.put(slice, kept);
    return !again;
  }

  /** No candidate comes any more that could be together with one of these. */
  private void removeBefore(long slice) throws Exception {
    List<Long> past = new ArrayList<>();
    for (Long known : slices.keys()) {
      if (known < slice) {
        past.add(known);
      }
    }
    for (Long known : past) {
      slices.remove(known);
    }
  }

  /** One moment for all of a slice. */
  private static long goneAt(Candidate candidate) {
    long gap = candidate.company().gapMillis();
    long slice = Math.floorDiv(candidate.witness().facts().at(), gap);
    return (slice + 2) * gap + candidate.keepMillis();
  }

  private static DetectionInput together(List<Witness> members, Company company) {
    long key = Meetings.key(company, members.stream().map(Witness::facts));
    PassageFacts latest = members.get(members.size() - 1).facts();
    return new DetectionInput.OfCompany(key, company, latest, members);
  }
}
