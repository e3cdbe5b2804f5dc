package eu.passage.cep.engine;

import eu.passage.cep.facts.NameCode;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Rule;
import org.jspecify.annotations.Nullable;

/** A rule made ready to run. */
abstract sealed class Program
    permits WhenProgram, CountProgram, StraightProgram, SequenceProgram, TogetherProbe {

  private final ActiveRule active;
  private final int code;
  private final long within;
  private final long once;
  private final @Nullable Question unless;
  private boolean off;

  Program(ActiveRule active, QuestionBook book) {
    this.active = active;
    Rule rule = active.rule();
    this.code = NameCode.of(rule.id());
    this.within = rule.within().toMillis();
    this.once = rule.once().toMillis();
    this.unless = rule.unless() == null ? null : book.question(rule.unless());
  }

  /** What a passage must at least have to concern this rule. */
  abstract Facets facets();

  /** When the rule is asked. */
  abstract Timing timing();

  /** What must hold for the rule to come true or to wait for more; null where nothing is known. */
  abstract @Nullable Precondition precondition();

  /** When a rule is asked about a passage that may concern it. */
  enum Timing {
    /** As soon as the passage is there. */
    AT_ONCE,
    /** When event time has passed the passage, so that none before it is missing. */
    IN_ORDER,
    /** When the rule's window after the passage is over. */
    OVERDUE
  }

  /** Asks about the passage of the inquiry. */
  abstract void ask(Inquiry inquiry, Verdicts verdicts);

  final ActiveRule active() {
    return active;
  }

  /** The rule's id as a number. */
  final int code() {
    return code;
  }

  /** Milliseconds. */
  final long within() {
    return within;
  }

  /** Milliseconds. */
  final long once() {
    return once;
  }

  final @Nullable Question unless() {
    return unless;
  }

  /** Whether it was switched off. */
  final boolean off() {
    return off;
  }

  final void switchOff() {
    off = true;
  }
}
