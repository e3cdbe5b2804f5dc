package eu.passage.cep.rules;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.model.Rule;
import java.io.Serializable;

/**
 * A rule that an engineer writes in Java instead of text. It is built where it runs, so that its
 * conditions need not be serializable. It has version 1 until a rule of the same id is deployed.
 *
 * <pre>{@code
 * public final class TurnsRound implements JavaRule {
 *   public Rule rule(CameraTable cameras) {
 *     return new Rule("turns-round", …,
 *         new Body.Sequence(List.of(
 *             new Step("there", Link.FIRST, Predicate.of("crosses", (p, scene) -> p.crossing())),
 *             new Step("back", Link.NEXT, …))), …);
 *   }
 * }
 * }</pre>
 */
public interface JavaRule extends Serializable {

  /**
   * Builds the rule.
   *
   * @param cameras of the catalogue in force
   */
  Rule rule(CameraTable cameras);
}
