package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.ToldLog;
import eu.passage.cep.model.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Decides whether people are told of what came true, and keeps that they were. */
final class Verdicts {

  /** What a rule rests on. */
  record Evidence(List<PassageFacts> passages, List<Integer> steps) {}

  private final EngineSink sink;
  private final Inquiry inquiry;
  private final List<Consumer<EngineSink>> found = new ArrayList<>();

  Verdicts(EngineSink sink, Inquiry inquiry) {
    this.sink = sink;
    this.inquiry = inquiry;
  }

  /** The evidence of a rule without steps. */
  static Evidence plain(List<PassageFacts> passages) {
    return new Evidence(passages, Collections.nCopies(passages.size(), 0));
  }

  /**
   * A rule came true about the passage in question.
   *
   * @param at when
   */
  void cameTrue(Program program, long at, Supplier<Evidence> evidence) {
    ToldLog told = inquiry.history().told();
    if (told.contains(program.code(), at)) {
      return;
    }
    if (program.once() > 0 && told.within(program.code(), at, program.once())) {
      suppress(program, at, Outcome.ONCE, evidence);
    } else if (program.unless() != null && program.unless().closing(inquiry)) {
      suppress(program, at, Outcome.UNLESS, evidence);
    } else {
      Hit hit = hit(program, at, evidence.get());
      told.add(program.code(), at);
      found.add(to -> to.told(hit));
    }
  }

  private void suppress(Program program, long at, Outcome why, Supplier<Evidence> evidence) {
    found.add(to -> to.suppressed(program.active(), why, () -> hit(program, at, evidence.get())));
  }

  void candidates(Together together, long within, List<PassageFacts> passages) {
    found.add(to -> to.candidates(together, within, passages));
  }

  /**
   * Hands over what was found since the last time. Not while a rule is asked: what goes wrong with
   * those who listen is no fault of the rule.
   */
  void deliver() {
    if (!found.isEmpty()) {
      List<Consumer<EngineSink>> now = List.copyOf(found);
      found.clear();
      now.forEach(finding -> finding.accept(sink));
    }
  }

  /** Forgets what a rule found before it failed. */
  void drop() {
    found.clear();
  }

  private static Hit hit(Program program, long at, Evidence evidence) {
    return new Hit(program.active(), evidence.passages, evidence.steps, at);
  }
}
