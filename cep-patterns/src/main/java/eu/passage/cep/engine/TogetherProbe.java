package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One vehicle's share of a rule about vehicles together: only one that by itself passes often
 * enough can be part of a match. So the many that pass once are never held against each other.
 */
final class TogetherProbe extends Program {

  private final Together together;
  private final List<Question> questions;
  private final CountScan scan;
  private final int atLeast;
  private final long span;
  private final Facets facets;

  TogetherProbe(ActiveRule active, QuestionBook book) {
    super(active, book);
    together = Objects.requireNonNull(active.rule().together());
    Body body = active.rule().body();
    if (body instanceof Body.When when) {
      questions = List.of(book.question(when.predicate()));
      facets = when.predicate().facets();
      atLeast = 1;
      scan = book.count(questions.get(0), null);
    } else if (body instanceof Body.Count count) {
      questions = List.of(book.question(count.of()));
      facets = count.of().facets();
      atLeast = count.atLeast();
      scan = book.count(questions.get(0), count.distinct());
    } else {
      Body.Sequence sequence = (Body.Sequence) body;
      questions =
          sequence.steps().stream().map(Step::predicate).map(book::question).distinct().toList();
      facets = Facets.ANY;
      atLeast = (int) sequence.steps().stream().filter(Step::mandatory).count();
      scan = book.count(new Question(anyStep(sequence)), null);
    }
    // each may be first at one camera and last at another: its own span is longer by the gap
    span = within() + together.gap().toMillis();
    scan.serve(atLeast, span);
  }

  /** Steps that ask about earlier ones may take any passage here. */
  private static Predicate anyStep(Body.Sequence sequence) {
    List<Predicate> predicates = sequence.steps().stream().map(Step::predicate).toList();
    return new Predicate(
        "any step of " + sequence,
        (passage, scene) ->
            predicates.stream()
                .anyMatch(p -> !p.asks().isEmpty() || p.condition().test(passage, scene)),
        Facets.ANY,
        Set.of(),
        predicates.stream().anyMatch(Predicate::habits));
  }

  @Override
  Facets facets() {
    return facets;
  }

  @Override
  Timing timing() {
    return Timing.AT_ONCE;
  }

  @Override
  Precondition precondition() {
    return scan;
  }

  @Override
  void ask(Inquiry inquiry, Verdicts verdicts) {
    SubjectHistory history = inquiry.history();
    long after = inquiry.closing().at() - span;
    if (inquiry.place() + 1 < atLeast || scan.place(atLeast, after, inquiry) < 0) {
      return;
    }
    // oldest first, so that meetings come in the order in which they were
    List<PassageFacts> share = new ArrayList<>();
    for (int i = history.before(after + 1); i <= inquiry.place(); i++) {
      PassageFacts passage = history.get(i);
      if (questions.stream().anyMatch(q -> !q.alone() || inquiry.test(q.predicate(), passage))) {
        share.add(passage);
      }
    }
    verdicts.candidates(together, within(), share);
  }
}
