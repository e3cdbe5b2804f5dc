package eu.passage.cep.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.history.VehicleHistory;
import eu.passage.cep.rules.Rule;
import eu.passage.cep.rules.RuleEngine;
import eu.passage.cep.rules.RuleHeader.Completion;
import eu.passage.cep.rules.RuleHit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/**
 * The rule engine, with its guards, windows and late passages, against flink-cep's own operator: on
 * random traffic both find the same, once the operator's matches are reduced to one for each
 * closing passage, the one with the most recent passages.
 */
class StockCepProperties {

  private static final Instant START = Samples.local("2026-03-10T22:00");

  /** Times lie on this grid, so that spans of exactly 90 minutes, 12 and 24 hours are common. */
  private static final Duration GRID = Duration.ofMinutes(15);

  private static final int VEHICLES = 40;

  private static final int PASSAGES_EACH = 25;

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void everyRuleFindsWhatTheStockOperatorFinds(@ForAll Random random) throws Exception {
    for (Rule rule : ShippedRules.ALL) {
      List<Passage> traffic = traffic(random);

      assertThat(engine(rule, traffic)).isEqualTo(stock(rule, traffic));
    }
  }

  /**
   * A passage that comes late can also make a match that was true when it was told one that is not:
   * an earlier way out, say. So out of order there may be more, never less, and no other evidence.
   */
  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void whateverOrderPassagesComeInNoneOfItIsMissed(@ForAll Random random) throws Exception {
    for (Rule rule : ShippedRules.ALL) {
      List<Passage> traffic = traffic(random);
      List<Passage> shuffled = new ArrayList<>(traffic);
      Collections.shuffle(shuffled, random);

      assertThat(engine(rule, shuffled)).containsAllEntriesOf(stock(rule, traffic));
    }
  }

  /** Sorted by time, as a history is. */
  private static List<Passage> traffic(Random random) {
    Map<String, Passage> traffic = new HashMap<>();
    for (int i = 0; i < VEHICLES * PASSAGES_EACH; i++) {
      Passage passage =
          Samples.passage(
              START.plus(GRID.multipliedBy(random.nextInt(200))),
              "1ABC%03d".formatted(random.nextInt(VEHICLES)),
              oneOf(random, "FR>BE", "BE>FR", "BE>FR", ""),
              oneOf(random, "EST-1", "EST-2"),
              oneOf(random, VehicleType.CAR, VehicleType.TRUCK));
      traffic.put(passage.getPassageId(), passage);
    }
    return traffic.values().stream().sorted(VehicleHistory.ORDER).toList();
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /** Closing (of an absence: opening) passage to evidence, as the stock operator finds them. */
  private static Map<String, List<String>> stock(Rule rule, List<Passage> traffic)
      throws Exception {
    Map<String, List<Passage>> best = new HashMap<>();
    for (List<Passage> match : stockMatches(rule, traffic)) {
      String closing = match.get(match.size() - 1).getPassageId();
      best.merge(closing, match, (a, b) -> moreRecent(a, b) ? a : b);
    }
    Map<String, List<String>> ids = new TreeMap<>();
    best.forEach((closing, match) -> ids.put(closing, ids(match)));
    return ids;
  }

  /** The operator that {@code CEP.pattern} makes, in Flink's harness. */
  private static List<List<Passage>> stockMatches(Rule rule, List<Passage> traffic)
      throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    KeyedStream<Passage, String> passages =
        env.fromData(StreamTypes.PASSAGE, traffic.get(0))
            .keyBy(Passage::getVehicleKey, Types.STRING);
    var matches =
        CEP.pattern(passages, rule.pattern(), new ByHistoryOrder())
            .process(new AllPassages(), Types.LIST(StreamTypes.PASSAGE))
            .getTransformation();
    var factory = ((OneInputTransformation<Passage, List<Passage>>) matches).getOperatorFactory();
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            factory, Passage::getVehicleKey, Types.STRING)) {
      harness.open();
      for (Passage passage : traffic) {
        harness.processElement(passage, passage.getAt().toEpochMilli());
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      return harness.extractOutputValues();
    }
  }

  private static boolean moreRecent(List<Passage> a, List<Passage> b) {
    for (int back = 1; back <= Math.min(a.size(), b.size()); back++) {
      int order = VehicleHistory.ORDER.compare(a.get(a.size() - back), b.get(b.size() - back));
      if (order != 0) {
        return order > 0;
      }
    }
    return a.size() > b.size();
  }

  /** The same as the engine finds them, passage by passage in the order given. */
  private static Map<String, List<String>> engine(Rule rule, List<Passage> traffic) {
    RuleEngine engine = new RuleEngine(List.of(rule));
    Map<String, VehicleHistory> histories = new HashMap<>();
    Map<String, List<String>> found = new TreeMap<>();
    for (Passage passage : traffic) {
      VehicleHistory history =
          histories.computeIfAbsent(passage.getVehicleKey(), key -> VehicleHistory.of(List.of()));
      history.add(passage);
      for (RuleHit hit : engine.onPassage(history, passage)) {
        found.put(hit.closing().getPassageId(), ids(hit.evidence()));
      }
    }
    if (rule.header().completion() == Completion.ABSENCE) {
      for (VehicleHistory history : histories.values()) {
        engine
            .onTime(history, Instant.MAX)
            .forEach(hit -> found.put(hit.closing().getPassageId(), ids(hit.evidence())));
      }
    }
    return found;
  }

  private static List<String> ids(List<Passage> passages) {
    return passages.stream().map(Passage::getPassageId).toList();
  }

  private static final class ByHistoryOrder implements EventComparator<Passage> {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(Passage a, Passage b) {
      return VehicleHistory.ORDER.compare(a, b);
    }
  }

  private static final class AllPassages extends PatternProcessFunction<Passage, List<Passage>> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processMatch(
        Map<String, List<Passage>> match, Context context, Collector<List<Passage>> out) {
      out.collect(
          match.values().stream().flatMap(List::stream).sorted(VehicleHistory.ORDER).toList());
    }
  }
}
