package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Together;
import java.util.List;
import java.util.function.Supplier;

/** Where a {@link RuleEngine} tells what it finds. */
public interface EngineSink {

  /** A rule came true and people are told. */
  void told(Hit hit);

  /**
   * A rule came true, but people are not told.
   *
   * @param hit its evidence is gathered when it is asked for; only during this call
   */
  void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit);

  /** A rule failed on a subject and is switched off; the others go on. */
  void failed(ActiveRule rule, RuntimeException why);

  /**
   * One vehicle's share of a rule about vehicles together: it alone has what each of them needs.
   * The same passages may be handed over more than once.
   *
   * @param withinMillis the rule's window
   */
  void candidates(Together together, long withinMillis, List<PassageFacts> passages);
}
