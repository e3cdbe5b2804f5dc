package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Step;
import java.util.List;
import java.util.Objects;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/**
 * A step's predicate as flink-cep asks it. It lives in one engine and is never written anywhere.
 */
final class StepCondition extends IterativeCondition<PassageFacts> {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable List<Step> steps;
  private final transient @Nullable Inquiry inquiry;
  private final int step;

  StepCondition(List<Step> steps, int step, Inquiry inquiry) {
    this.steps = steps;
    this.step = step;
    this.inquiry = inquiry;
  }

  @Override
  public boolean filter(PassageFacts passage, Context<PassageFacts> context) throws Exception {
    List<Step> all = Objects.requireNonNull(steps);
    Inquiry asked = Objects.requireNonNull(inquiry);
    Predicate predicate = all.get(step).predicate();
    for (int earlier : predicate.asks()) {
      PassageFacts latest = null;
      for (PassageFacts matched : context.getEventsForPattern(all.get(earlier).name())) {
        latest = matched;
      }
      if (latest == null) {
        return false;
      }
      asked.bind(earlier, latest);
    }
    return asked.test(predicate, passage);
  }
}
