package eu.passage.cep.predicate;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Condition;
import eu.passage.cep.model.Scene;
import java.util.stream.Stream;

/**
 * Conditions that must all hold, asked in the order they were written. In one row: of conditions
 * within conditions, as a tree of {@code &&} has them, each costs a call before the first is asked.
 */
final class AllOf implements Condition {

  private final Condition[] conditions;

  private AllOf(Condition[] conditions) {
    this.conditions = conditions;
  }

  static AllOf of(Condition one, Condition other) {
    return new AllOf(Stream.of(one, other).flatMap(AllOf::row).toArray(Condition[]::new));
  }

  private static Stream<Condition> row(Condition condition) {
    return condition instanceof AllOf all ? Stream.of(all.conditions) : Stream.of(condition);
  }

  @Override
  public boolean test(PassageFacts passage, Scene scene) {
    for (Condition condition : conditions) {
      if (!condition.test(passage, scene)) {
        return false;
      }
    }
    return true;
  }
}
