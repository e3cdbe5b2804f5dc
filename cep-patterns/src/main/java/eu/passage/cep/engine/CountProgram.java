package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body.Count;
import eu.passage.cep.model.Facets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** So many passages, or different values, within a time. */
final class CountProgram extends Program {

  private final CountScan scan;
  private final Facets facets;
  private final int atLeast;

  CountProgram(ActiveRule active, Count count, QuestionBook book) {
    super(active, book);
    scan = book.count(book.question(count.of()), count.distinct());
    facets = count.of().facets();
    atLeast = count.atLeast();
    scan.serve(atLeast, within());
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
    if (inquiry.place() + 1 < atLeast) {
      return;
    }
    long at = inquiry.closing().at();
    long after = at - within();
    if (scan.place(atLeast, after, inquiry) >= 0) {
      verdicts.cameTrue(this, at, () -> Verdicts.plain(evidence(after, inquiry)));
    }
  }

  /** The latest passages that are enough, oldest first. */
  private List<PassageFacts> evidence(long after, Inquiry inquiry) {
    SubjectHistory history = inquiry.history();
    List<PassageFacts> passages = new ArrayList<>(atLeast);
    for (int n = 1; n <= atLeast; n++) {
      passages.add(history.get(scan.place(n, after, inquiry)));
    }
    Collections.reverse(passages);
    return passages;
  }
}
