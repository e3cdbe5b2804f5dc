package eu.passage.cep.rules;

import eu.passage.avro.Passage;
import eu.passage.cep.history.VehicleHistory;
import eu.passage.cep.nfa.CompiledPattern;
import eu.passage.cep.nfa.NfaMatcher;
import eu.passage.cep.rules.RuleHeader.Completion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks every rule about one vehicle's history. It keeps nothing of any vehicle.
 *
 * <p>Rules that a passage completes are asked at once when the passage comes; one that comes late
 * also has the passages after it asked again, since it may have been what they lacked. Rules that
 * an absence completes are asked when their time is up.
 */
public final class RuleEngine {

  /** The NFA's cost grows with the square of what it is fed; the most recent passages decide. */
  private static final int MAX_FED = 64;

  private record Compiled(Rule rule, Guard guard, CompiledPattern<Passage> pattern) {}

  private final List<Compiled> byPassage;
  private final List<Compiled> byAbsence;
  private final NfaMatcher<Passage> matcher = new NfaMatcher<>(p -> p.getAt().toEpochMilli());

  public RuleEngine(List<Rule> rules) {
    byPassage = compile(rules, Completion.PASSAGE);
    byAbsence = compile(rules, Completion.ABSENCE);
  }

  private static List<Compiled> compile(List<Rule> rules, Completion completion) {
    return rules.stream()
        .filter(r -> r.header().completion() == completion)
        .map(r -> new Compiled(r, r.guard(), CompiledPattern.of(r.pattern())))
        .toList();
  }

  /**
   * What a passage completes, in the order of time.
   *
   * @param history the passage among them
   */
  public List<RuleHit> onPassage(VehicleHistory history, Passage arrived) {
    List<RuleHit> hits = new ArrayList<>();
    for (Compiled compiled : byPassage) {
      if (compiled.guard.takesPart().test(arrived)) {
        for (Passage closing : history.windowFrom(arrived, compiled.rule.header().within())) {
          closedBy(compiled, history, closing).ifPresent(hits::add);
        }
      }
    }
    return hits;
  }

  private Optional<RuleHit> closedBy(Compiled compiled, VehicleHistory history, Passage closing) {
    Guard guard = compiled.guard;
    if (!guard.closes().test(closing)) {
      return Optional.empty();
    }
    List<Passage> window =
        history.windowUpTo(closing, compiled.rule.header().within()).stream()
            .filter(guard.takesPart())
            .toList();
    if (window.size() < guard.atLeast() || window.stream().noneMatch(guard.opens())) {
      return Optional.empty();
    }
    List<Passage> fed = window.subList(Math.max(0, window.size() - MAX_FED), window.size());
    return matcher
        .completedByLast(compiled.pattern, fed)
        .map(evidence -> new RuleHit(compiled.rule, evidence, closing.getAt()));
  }

  /** The absences that have come true by this moment, in the order of time. */
  public List<RuleHit> onTime(VehicleHistory history, Instant now) {
    List<RuleHit> hits = new ArrayList<>();
    for (Compiled compiled : byAbsence) {
      for (Passage opening : history.passages()) {
        Instant due = due(compiled, opening);
        if (compiled.guard.opens().test(opening) && !due.isAfter(now)) {
          absentAfter(compiled, history, opening).ifPresent(hits::add);
        }
      }
    }
    return hits;
  }

  private Optional<RuleHit> absentAfter(
      Compiled compiled, VehicleHistory history, Passage opening) {
    List<Passage> window =
        history.windowFrom(opening, compiled.rule.header().within()).stream()
            .filter(compiled.guard.takesPart())
            .toList();
    List<Passage> fed = window.subList(0, Math.min(MAX_FED, window.size()));
    Instant due = due(compiled, opening);
    return matcher
        .completedByAbsence(compiled.pattern, fed, due.toEpochMilli())
        .map(evidence -> new RuleHit(compiled.rule, evidence, due));
  }

  /** When the next absence may come true after this moment, milliseconds since the epoch. */
  public OptionalLong nextDue(VehicleHistory history, Instant after) {
    return byAbsence.stream()
        .flatMap(
            compiled ->
                history.passages().stream()
                    .filter(compiled.guard.opens())
                    .map(opening -> due(compiled, opening)))
        .filter(due -> due.isAfter(after))
        .mapToLong(Instant::toEpochMilli)
        .min();
  }

  private static Instant due(Compiled compiled, Passage opening) {
    return opening.getAt().plus(compiled.rule.header().within());
  }
}
