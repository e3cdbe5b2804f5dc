package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body.Sequence;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of which each step is one passage, some time after the one before. From each opening
 * there is one way on, as in flink-cep: to the first passage that fits the next step. So no NFA is
 * needed: the openings are tried, and a passage is asked once for each of them. Those of the other
 * sequences are {@link SequenceProgram}'s.
 */
final class StraightProgram extends Program {

  private final List<Question> steps;
  private final @Nullable OpeningScan pair;
  private final int[] way;

  StraightProgram(ActiveRule active, Sequence sequence, QuestionBook book) {
    super(active, book);
    steps = sequence.steps().stream().map(Step::predicate).map(book::question).toList();
    pair = steps.size() == 2 ? book.opening(steps.get(0), steps.get(1)) : null;
    way = new int[steps.size()];
    if (pair != null) {
      pair.serve(within());
    }
  }

  /** Whether a sequence is of this kind. */
  static boolean is(Sequence sequence) {
    return sequence.steps().stream()
        .allMatch(
            step ->
                (step.link() == Link.FIRST || step.link() == Link.THEN)
                    && step.least() == 1
                    && step.most() == 1);
  }

  @Override
  Facets facets() {
    return last().predicate().facets();
  }

  @Override
  Timing timing() {
    return Timing.AT_ONCE;
  }

  @Override
  @Nullable Precondition precondition() {
    if (pair != null) {
      return pair;
    }
    return last().alone() ? last() : null;
  }

  @Override
  void ask(Inquiry inquiry, Verdicts verdicts) {
    long at = inquiry.closing().at();
    long after = at - within();
    if (pair != null ? !pair.exists(after, inquiry) : last().alone() && !last().closing(inquiry)) {
      return;
    }
    int[] found = mostRecent(after, inquiry);
    if (found.length > 0) {
      verdicts.cameTrue(this, at, () -> evidence(found, inquiry.history()));
    }
  }

  private Question last() {
    return steps.get(steps.size() - 1);
  }

  /**
   * The places of the most recent passages that the one in question completes, none if there are no
   * such: of two ways the last step tells which is the more recent, then the one before it.
   */
  private int[] mostRecent(long after, Inquiry inquiry) {
    SubjectHistory history = inquiry.history();
    int[] best = {};
    for (int i = inquiry.place() - steps.size() + 1; i >= 0 && history.get(i).at() > after; i--) {
      if (leadsFrom(i, inquiry) && (best.length == 0 || isLaterThan(best))) {
        best = way.clone();
        if (steps.size() <= 2) {
          break; // the latest opening is the most recent way
        }
      }
    }
    return best;
  }

  /** Whether the way from this opening ends at the passage in question. */
  private boolean leadsFrom(int opening, Inquiry inquiry) {
    int step = 0;
    for (int i = opening; inquiry.place() - i >= steps.size() - 1 - step; i++) {
      PassageFacts passage = inquiry.history().get(i);
      if (inquiry.test(steps.get(step).predicate(), passage)) {
        inquiry.bind(step, passage);
        way[step] = i;
        step++;
        if (step == steps.size()) {
          return i == inquiry.place();
        }
      } else if (step == 0) {
        return false;
      }
    }
    return false;
  }

  private boolean isLaterThan(int[] other) {
    int step = steps.size() - 1;
    while (step > 0 && way[step] == other[step]) {
      step--;
    }
    return way[step] > other[step];
  }

  private Verdicts.Evidence evidence(int[] places, SubjectHistory history) {
    return new Verdicts.Evidence(
        Arrays.stream(places).mapToObj(history::get).toList(),
        IntStream.range(0, places.length).boxed().toList());
  }
}
