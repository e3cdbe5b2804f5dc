package eu.passage.cep.engine;

import eu.passage.cep.model.Body.When;
import eu.passage.cep.model.Facets;
import java.util.List;

/** One passage. */
final class WhenProgram extends Program {

  private final Question question;

  WhenProgram(ActiveRule active, When when, QuestionBook book) {
    super(active, book);
    question = book.question(when.predicate());
  }

  @Override
  Facets facets() {
    return question.predicate().facets();
  }

  @Override
  Timing timing() {
    return Timing.AT_ONCE;
  }

  @Override
  Precondition precondition() {
    return question;
  }

  @Override
  void ask(Inquiry inquiry, Verdicts verdicts) {
    if (question.closing(inquiry)) {
      verdicts.cameTrue(
          this, inquiry.closing().at(), () -> Verdicts.plain(List.of(inquiry.closing())));
    }
  }
}
