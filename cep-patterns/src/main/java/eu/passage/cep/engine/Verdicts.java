package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.ToldLog;
import eu.passage.cep.model.Together;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Decides whether people are told of what came true, and keeps that they were. */
final class Verdicts {

  /** What a rule rests on. */
  record Evidence(List<PassageFacts> passages, List<Integer> steps) {}

  private final EngineSink sink;
  private final Inquiry inquiry;

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
      sink.suppressed(hit(program, at, evidence.get()), Outcome.ONCE);
    } else if (program.unless() != null && program.unless().closing(inquiry)) {
      sink.suppressed(hit(program, at, evidence.get()), Outcome.UNLESS);
    } else {
      told.add(program.code(), at);
      sink.told(hit(program, at, evidence.get()));
    }
  }

  void candidates(Together together, long within, List<PassageFacts> passages) {
    sink.candidates(together, within, passages);
  }

  private static Hit hit(Program program, long at, Evidence evidence) {
    return new Hit(program.active(), evidence.passages, evidence.steps, at);
  }
}
