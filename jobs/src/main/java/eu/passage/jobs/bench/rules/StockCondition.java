package eu.passage.jobs.bench.rules;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Habits;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Scene;
import eu.passage.cep.model.Step;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/** A step's predicate for the stock operator: the same compiled closure as ours asks. */
final class StockCondition extends IterativeCondition<PassageFacts> {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final int step;
  private transient @Nullable Asked asked;

  /**
   * @param text of the rule; it is compiled where the condition runs
   * @param step the place among the rule's steps
   */
  StockCondition(String text, int step) {
    this.text = text;
    this.step = step;
  }

  @Override
  public boolean filter(PassageFacts passage, Context<PassageFacts> context) throws Exception {
    Asked ready = asked;
    if (ready == null) {
      ready = new Asked(BenchRules.rule(text), step);
      asked = ready;
    }
    return ready.test(passage, context);
  }

  private static final class Asked implements Scene {

    private final Predicate predicate;
    private final List<Step> steps;
    private final PassageFacts[] earlier;

    Asked(Rule rule, int step) {
      Body body = rule.body();
      steps = body instanceof Body.Sequence sequence ? sequence.steps() : List.of();
      predicate =
          body instanceof Body.When when
              ? when.predicate()
              : body instanceof Body.Count count ? count.of() : steps.get(step).predicate();
      earlier = new PassageFacts[steps.size()];
    }

    boolean test(PassageFacts passage, Context<PassageFacts> context) throws Exception {
      for (int place : predicate.asks()) {
        PassageFacts latest = null;
        for (PassageFacts matched : context.getEventsForPattern(steps.get(place).name())) {
          latest = matched;
        }
        if (latest == null) {
          return false;
        }
        earlier[place] = latest;
      }
      return predicate.condition().test(passage, this);
    }

    @Override
    public PassageFacts step(int place) {
      return earlier[place];
    }

    @Override
    public Habits habits() {
      throw new IllegalStateException("flink-cep keeps no habits: not a rule to compare");
    }
  }
}
