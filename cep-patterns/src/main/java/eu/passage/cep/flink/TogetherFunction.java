package eu.passage.cep.flink;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.SubjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
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
 * only three slices are looked at. Each slice has one timer that removes it.
 */
final class TogetherFunction extends KeyedProcessFunction<Long, Candidate, DetectionInput> {

  private static final long serialVersionUID = 1L;

  /** Of more vehicles around one, in a jam, the nearest are taken. */
  private static final int MOST_NEIGHBOURS = 24;

  private final Duration timeToLive;
  private transient MapState<Long, List<Candidate>> slices;
  private transient Counter crowded;

  /**
   * @param timeToLive by the machine's clock, for what stays when event time stands still
   */
  TogetherFunction(Duration timeToLive) {
    this.timeToLive = timeToLive;
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
    List<Witness> near = new ArrayList<>();
    for (long s = slice - 1; s <= slice + 1; s++) {
      List<Candidate> known = slices.get(s);
      if (known == null) {
        continue;
      }
      for (Candidate other : known) {
        PassageFacts theirs = other.witness().facts();
        if (theirs.equals(facts)) {
          return;
        }
        if (Math.abs(theirs.at() - facts.at()) < gap && theirs.vehicle() != facts.vehicle()) {
          near.add(other.witness());
        }
      }
    }
    keep(slice, candidate, context);
    near.sort(Comparator.comparingLong(w -> Math.abs(w.facts().at() - facts.at())));
    if (near.size() > MOST_NEIGHBOURS) {
      crowded.inc();
      near = near.subList(0, MOST_NEIGHBOURS);
    }
    List<Witness> chosen = new ArrayList<>(List.of(candidate.witness()));
    choose(near, 0, chosen, candidate, out);
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

  private void keep(long slice, Candidate candidate, Context context) throws Exception {
    List<Candidate> known = slices.get(slice);
    List<Candidate> kept = known == null ? new ArrayList<>() : new ArrayList<>(known);
    kept.add(candidate);
    slices.put(slice, kept);
    context.timerService().registerEventTimeTimer(goneAt(candidate));
  }

  /** One moment for all of a slice. */
  private static long goneAt(Candidate candidate) {
    long gap = candidate.company().gapMillis();
    long slice = Math.floorDiv(candidate.witness().facts().at(), gap);
    return (slice + 2) * gap + candidate.keepMillis();
  }

  /** Fills up from the neighbours, each set of vehicles once. */
  private static void choose(
      List<Witness> near,
      int from,
      List<Witness> chosen,
      Candidate candidate,
      Collector<DetectionInput> out) {
    if (chosen.size() == candidate.company().vehicles()) {
      out.collect(together(chosen, candidate));
      return;
    }
    for (int i = from; i < near.size(); i++) {
      Witness next = near.get(i);
      if (fits(next.facts(), chosen, candidate.company().gapMillis())) {
        chosen.add(next);
        choose(near, i + 1, chosen, candidate, out);
        chosen.remove(chosen.size() - 1);
      }
    }
  }

  private static boolean fits(PassageFacts next, List<Witness> chosen, long gap) {
    return chosen.stream()
        .map(Witness::facts)
        .allMatch(
            other -> other.vehicle() != next.vehicle() && Math.abs(other.at() - next.at()) < gap);
  }

  private static DetectionInput together(List<Witness> chosen, Candidate candidate) {
    List<Witness> members =
        chosen.stream().sorted(Comparator.comparing(Witness::facts, PassageFacts.ORDER)).toList();
    long[] keys = members.stream().mapToLong(w -> w.facts().vehicle()).sorted().toArray();
    long key =
        SubjectKey.together(
            LongStream.concat(LongStream.of(candidate.company().gapMillis()), LongStream.of(keys))
                .toArray());
    PassageFacts latest = members.get(members.size() - 1).facts();
    return new DetectionInput.OfCompany(key, candidate.company(), latest, members);
  }
}
