package eu.passage.cep.engine;

import static java.util.stream.Collectors.toMap;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.nfa.CompiledPattern;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** What flink-cep's own operator finds, and what is left of it by the words of {@link Rule}. */
final class StockCep {

  /** The passages of a match in their order, and the step that each matched. */
  record Found(List<PassageFacts> passages, List<Integer> steps) {}

  /** The most recent passages: the last one decides, then the one before it; then the longer. */
  private static final Comparator<List<PassageFacts>> MOST_RECENT = StockCep::compare;

  private final Rule rule;
  private final List<Found> matches;

  private StockCep(Rule rule, List<Found> matches) {
    this.rule = rule;
    this.matches = matches;
  }

  /** Whether flink-cep can say the rule; it refuses some combinations of steps. */
  static boolean accepts(Rule rule) {
    try {
      CompiledPattern.of(pattern(rule));
      return true;
    } catch (MalformedPatternException | UnsupportedOperationException e) {
      return false;
    }
  }

  /**
   * Runs the operator that {@code CEP.pattern} makes, in Flink's harness.
   *
   * @param rule of {@link Ask}s
   * @param traffic sorted
   */
  static StockCep run(Rule rule, List<PassageFacts> traffic) throws Exception {
    var env = StreamExecutionEnvironment.createLocalEnvironment(1);
    var passages =
        env.fromData(StreamTypes.PASSAGE_FACTS, traffic.get(0))
            .keyBy(PassageFacts::vehicle, Types.LONG);
    TypeInformation<Found> found = TypeInformation.of(Found.class);
    var matches =
        CEP.pattern(passages, pattern(rule), new InOrder())
            .process(new Everything(), found)
            .getTransformation();
    var factory = ((OneInputTransformation<PassageFacts, Found>) matches).getOperatorFactory();
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(factory, PassageFacts::vehicle, Types.LONG)) {
      harness.open();
      for (PassageFacts passage : traffic) {
        harness.processElement(passage, passage.at());
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      return new StockCep(rule, harness.extractOutputValues());
    }
  }

  /** All matches, nothing taken away. */
  List<Found> matches() {
    return matches;
  }

  /**
   * One for each closing passage and, of an absence, each opening one: the evidence by vehicle and
   * moment. Passages of a vehicle in one millisecond are one moment; the first in order counts.
   */
  Map<String, List<PassageFacts>> alerts() {
    Map<PassageFacts, List<PassageFacts>> best =
        matches.stream()
            .map(Found::passages)
            .collect(
                toMap(
                    this::decisive,
                    passages -> passages,
                    (a, b) -> MOST_RECENT.compare(a, b) >= 0 ? a : b,
                    () -> new TreeMap<>(PassageFacts.ORDER)));
    Map<String, List<PassageFacts>> alerts = new TreeMap<>();
    best.forEach(
        (decisive, passages) ->
            alerts.putIfAbsent(
                key(decisive, decisive.at() + (rule.absence() ? rule.within().toMillis() : 0)),
                passages));
    return alerts;
  }

  /** Under which {@link #alerts} are found. */
  static String key(PassageFacts passage, long at) {
    return passage.vehicle() + "@" + at;
  }

  private PassageFacts decisive(List<PassageFacts> passages) {
    return passages.get(rule.absence() ? 0 : passages.size() - 1);
  }

  private static int compare(List<PassageFacts> a, List<PassageFacts> b) {
    for (int back = 1; back <= Math.min(a.size(), b.size()); back++) {
      int order = PassageFacts.ORDER.compare(a.get(a.size() - back), b.get(b.size() - back));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static Pattern<PassageFacts, ?> pattern(Rule rule) {
    if (rule.body() instanceof Body.Sequence sequence) {
      List<String> names = sequence.steps().stream().map(Step::name).toList();
      return PatternCompiler.compile(
          rule, i -> new AskCondition(ask(sequence.steps().get(i).predicate()), names));
    }
    Predicate only =
        rule.body() instanceof Body.When when ? when.predicate() : ((Body.Count) rule.body()).of();
    return PatternCompiler.compile(rule, i -> new AskCondition(ask(only), List.of()));
  }

  private static Ask ask(Predicate predicate) {
    return ((Ask.Asked) predicate.condition()).ask();
  }

  private static final class AskCondition extends IterativeCondition<PassageFacts> {
    @Serial private static final long serialVersionUID = 1L;
    private final Ask ask;
    private final ArrayList<String> names;

    AskCondition(Ask ask, List<String> names) {
      this.ask = ask;
      this.names = new ArrayList<>(names);
    }

    @Override
    public boolean filter(PassageFacts passage, IterativeCondition.Context<PassageFacts> context)
        throws Exception {
      TreeMap<Integer, PassageFacts> matched = new TreeMap<>();
      for (int step : ask.steps()) {
        for (PassageFacts earlier : context.getEventsForPattern(names.get(step))) {
          matched.put(step, earlier); // the latest stays
        }
      }
      // flink-cep asks a last "not" step about the passage before it, too: nothing is matched yet
      return matched.keySet().containsAll(ask.steps()) && ask.of(passage, matched::get);
    }
  }

  private static final class InOrder implements EventComparator<PassageFacts> {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public int compare(PassageFacts a, PassageFacts b) {
      return PassageFacts.ORDER.compare(a, b);
    }
  }

  private static final class Everything extends PatternProcessFunction<PassageFacts, Found> {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public void processMatch(
        Map<String, List<PassageFacts>> match,
        PatternProcessFunction.Context context,
        Collector<Found> out) {
      TreeMap<PassageFacts, Integer> steps = new TreeMap<>(PassageFacts.ORDER);
      match.forEach((name, passages) -> passages.forEach(p -> steps.put(p, place(name))));
      out.collect(new Found(List.copyOf(steps.keySet()), List.copyOf(steps.values())));
    }

    /** Random rules call their steps s0, s1 and so on; other rules have one step. */
    private static int place(String step) {
      return step.matches("s\\d") ? step.charAt(1) - '0' : 0;
    }
  }
}
