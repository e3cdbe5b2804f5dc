package eu.passage.cep.rules;

import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.cep.history.VehicleHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One rule and one vehicle, without Flink's operators: passages go in line by line, {@code
 * "2026-03-10T02:10 FR>BE EST-1"} with {@code TRUCK} after it for a truck, and hits come out.
 */
public final class RuleTrial {

  private static final String PLATE = "1ABC234";

  private final RuleEngine engine;
  private final VehicleHistory history = VehicleHistory.of(List.of());
  private final Map<String, Long> raised = new HashMap<>();
  private final List<RuleHit> hits = new ArrayList<>();

  private RuleTrial(Rule rule) {
    engine = new RuleEngine(List.of(rule));
  }

  public static RuleTrial of(Rule rule) {
    return new RuleTrial(rule);
  }

  /** Passages in the order they come, which need not be that of their times. */
  public RuleTrial pass(String... lines) {
    for (String line : lines) {
      Passage passage = parse(line);
      history.add(passage);
      raise(engine.onPassage(history, passage));
    }
    return this;
  }

  /** Event time comes to this local time. */
  public RuleTrial until(String local) {
    raise(engine.onTime(history, Samples.local(local)));
    return this;
  }

  public List<RuleHit> hits() {
    return hits;
  }

  /** The times of the hits, as UTC. */
  public List<Instant> times() {
    return hits.stream().map(RuleHit::at).toList();
  }

  /** The sentence of the only hit. */
  public String reason() {
    if (hits.size() != 1) {
      throw new AssertionError("expected one hit, got " + hits.size());
    }
    RuleHit hit = hits.get(0);
    return hit.rule().reason(hit.evidence());
  }

  private void raise(List<RuleHit> found) {
    for (RuleHit hit : found) {
      if (Suppression.allows(hit, raised)) {
        raised.put(Suppression.key(hit), hit.at().toEpochMilli());
        hits.add(hit);
      }
    }
  }

  private static Passage parse(String line) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    VehicleType type = words.contains("TRUCK") ? VehicleType.TRUCK : VehicleType.CAR;
    String crossing = words.get(1).equals("-") ? "" : words.get(1);
    return Samples.passage(Samples.local(words.get(0)), PLATE, crossing, words.get(2), type);
  }
}
