package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body.Count;
import eu.passage.cep.model.Body.Sequence;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * A rule as a pattern of flink-cep's public API, without any after-match skip. The engine runs it
 * over a history; the stock operator may run it over a stream, which is how the engine is held
 * against it.
 */
public final class PatternCompiler {

  private PatternCompiler() {}

  /**
   * The pattern of a rule: one passage, a sequence, or as many passages as are counted.
   *
   * @param condition what each step asks, by its place; must be serializable where the pattern is
   *     run by the stock operator
   * @throws IllegalArgumentException for a count of different values, which flink-cep cannot say
   */
  public static Pattern<PassageFacts, ?> compile(
      Rule rule, IntFunction<IterativeCondition<PassageFacts>> condition) {
    Pattern<PassageFacts, ?> pattern;
    if (rule.body() instanceof Sequence sequence) {
      pattern = sequence(sequence.steps(), condition);
    } else {
      Pattern<PassageFacts, PassageFacts> one =
          Pattern.<PassageFacts>begin("passage").where(condition.apply(0));
      pattern = rule.body() instanceof Count count ? one.times(times(count)) : one;
    }
    return pattern.within(rule.within());
  }

  private static int times(Count count) {
    if (count.distinct() != null) {
      throw new IllegalArgumentException("flink-cep cannot count different values");
    }
    return count.atLeast();
  }

  private static Pattern<PassageFacts, ?> sequence(
      List<Step> steps, IntFunction<IterativeCondition<PassageFacts>> condition) {
    Pattern<PassageFacts, ?> pattern = null;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Pattern<PassageFacts, PassageFacts> next =
          pattern == null ? Pattern.begin(step.name()) : follow(pattern, step);
      pattern = repeat(next.where(condition.apply(i)), step);
    }
    return java.util.Objects.requireNonNull(pattern, "a sequence has steps");
  }

  @SuppressWarnings("unchecked")
  private static Pattern<PassageFacts, PassageFacts> follow(
      Pattern<PassageFacts, ?> before, Step step) {
    return (Pattern<PassageFacts, PassageFacts>)
        switch (step.link()) {
          case FIRST -> throw new IllegalArgumentException("a second first step: " + step.name());
          case THEN -> before.followedBy(step.name());
          case NEXT -> before.next(step.name());
          case NOT -> before.notFollowedBy(step.name());
        };
  }

  private static Pattern<PassageFacts, ?> repeat(Pattern<PassageFacts, ?> pattern, Step step) {
    if (step.least() == 1 && step.most() == 1) {
      return pattern;
    }
    if (step.least() > 0) {
      return pattern.times(step.least(), step.most());
    }
    return step.most() == 1 ? pattern.optional() : pattern.times(1, step.most()).optional();
  }
}
