package eu.passage.jobs.bench.rules;

import eu.passage.cep.facts.PassageFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** What the stock operator matched, as the moment it came true. */
final class StockMatch extends PatternProcessFunction<PassageFacts, Long> {

  private static final long serialVersionUID = 1L;

  private final String ruleId;
  private final boolean absence;
  private final long within;

  /**
   * @param absence whether the rule comes true because something did not happen in time
   * @param within the rule's window, milliseconds
   */
  StockMatch(String ruleId, boolean absence, long within) {
    this.ruleId = ruleId;
    this.absence = absence;
    this.within = within;
  }

  @Override
  public void processMatch(
      Map<String, List<PassageFacts>> match, Context context, Collector<Long> out) {
    Comparator<PassageFacts> byTime = Comparator.comparingLong(PassageFacts::at);
    var passages = match.values().stream().flatMap(List::stream);
    PassageFacts decisive = (absence ? passages.min(byTime) : passages.max(byTime)).orElseThrow();
    long at = absence ? decisive.at() + within : decisive.at();
    Findings.add(ruleId, decisive, at);
    out.collect(at);
  }
}
