package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sequence can match at all: whether its mandatory steps can be found one after the
 * other, each by one passage. It may say yes too often (it knows no repetition, no strict order
 * and, but for an absence right after the first step, nothing that must not come), never no too
 * often.
 */
final class StepChain {

  /**
   * A mandatory step.
   *
   * @param place in the rule
   * @param asked whether later steps ask about it: if not, its earliest passage leaves them most
   */
  private record Found(Question question, int place, boolean asked) {}

  private final List<Found> links = new ArrayList<>();
  private final @Nullable OpeningScan pair;
  private final @Nullable AbsenceScan absence;

  /**
   * @param within of the rule, milliseconds
   */
  StepChain(List<Step> steps, long within, QuestionBook book) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).mandatory()) {
        links.add(new Found(book.question(steps.get(i).predicate()), i, isAsked(i, steps)));
      }
    }
    Step last = steps.get(steps.size() - 1);
    boolean two =
        last.link() != Link.NOT
            && links.size() == 2
            && links.get(1).question.predicate().asks().stream().allMatch(s -> s == 0);
    pair = two ? book.opening(links.get(0).question, links.get(1).question) : null;
    // of passages that repeat, the absent one may ask about the last, not about the opening one
    boolean oneAndAbsence =
        last.link() == Link.NOT && steps.size() == 2 && steps.get(0).most() == 1;
    absence =
        oneAndAbsence ? book.absence(links.get(0).question, book.question(last.predicate())) : null;
    if (absence != null) {
      absence.serve(within);
    } else if (pair != null) {
      pair.serve(within);
    }
  }

  /** What the rule shares with others of the same steps. */
  @Nullable Precondition precondition() {
    return absence != null ? absence : pair;
  }

  private static boolean isAsked(int place, List<Step> steps) {
    return steps.stream().anyMatch(step -> step.predicate().asks().contains(place));
  }

  /**
   * Whether the passage in question may be the last of a match.
   *
   * @param after passages at or before this time do not count
   */
  boolean closes(long after, Inquiry inquiry) {
    if (pair != null) {
      return pair.exists(after, inquiry);
    }
    Question last = links.get(links.size() - 1).question;
    if (last.alone() && !last.closing(inquiry)) {
      return false;
    }
    return inquiry.place() + 1 >= links.size()
        && backTo(0, inquiry.place() - links.size() + 1, after, inquiry);
  }

  /** Whether {@link #opens} is the whole answer: one passage, and then nothing. */
  boolean decidesAbsence() {
    return absence != null;
  }

  /**
   * Whether the passage in question may be the first of a match that an absence completes.
   *
   * @param due passages at or after this time do not count
   */
  boolean opens(long due, Inquiry inquiry) {
    return absence == null
        ? links.get(0).question.closing(inquiry)
        : absence.lastsUntil(due, inquiry);
  }

  /** The first step at some place up to this one, the latest first, and the others after it. */
  private boolean backTo(int link, int latest, long after, Inquiry inquiry) {
    SubjectHistory history = inquiry.history();
    if (links.size() == 1) {
      return links.get(0).question.closing(inquiry);
    }
    for (int i = latest; i >= 0 && history.get(i).at() > after; i--) {
      if (fits(link, history.get(i), inquiry) && onFrom(link + 1, i + 1, inquiry)) {
        return true;
      }
    }
    return false;
  }

  /** The remaining steps from this place on, the last one by the passage in question. */
  private boolean onFrom(int link, int earliest, Inquiry inquiry) {
    if (link == links.size() - 1) {
      return fits(link, inquiry.closing(), inquiry);
    }
    int latest = inquiry.place() - (links.size() - 1 - link);
    if (!links.get(link).asked) {
      int place = earliest;
      while (place <= latest && !fits(link, inquiry.history().get(place), inquiry)) {
        place++;
      }
      return place <= latest && onFrom(link + 1, place + 1, inquiry);
    }
    for (int i = latest; i >= earliest; i--) {
      if (fits(link, inquiry.history().get(i), inquiry) && onFrom(link + 1, i + 1, inquiry)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int link, PassageFacts passage, Inquiry inquiry) {
    Found one = links.get(link);
    if (!inquiry.test(one.question.predicate(), passage)) {
      return false;
    }
    inquiry.bind(one.place, passage);
    return true;
  }
}
