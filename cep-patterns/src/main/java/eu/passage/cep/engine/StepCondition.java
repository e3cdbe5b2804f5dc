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

  /** What flink-cep does around a question, measured in questions. */
  private static final int FLINK_CEP = 10;

  private final transient @Nullable List<Step> steps;
  private final transient @Nullable Inquiry inquiry;
  private final int step;
  private final boolean opened;

  /**
   * @param opened whether a match starts with the passage in question, as of an absence: no other
   *     need open one
   */
  StepCondition(List<Step> steps, int step, Inquiry inquiry, boolean opened) {
    this.steps = steps;
    this.step = step;
    this.inquiry = inquiry;
    this.opened = opened;
  }

  @Override
  public boolean filter(PassageFacts passage, Context<PassageFacts> context) throws Exception {
    List<Step> all = Objects.requireNonNull(steps);
    Inquiry asked = Objects.requireNonNull(inquiry);
    asked.spend(FLINK_CEP);
    if (opened && step == 0 && !passage.equals(asked.closing()) && opens(all, context)) {
      return false;
    }
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

  /** Whether the passage would be the first of a match. */
  private static boolean opens(List<Step> all, Context<PassageFacts> context) throws Exception {
    return !context.getEventsForPattern(all.get(0).name()).iterator().hasNext();
  }
}
