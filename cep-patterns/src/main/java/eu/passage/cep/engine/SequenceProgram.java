package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body.Sequence;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import eu.passage.cep.nfa.CompiledPattern;
import eu.passage.cep.nfa.Match;
import eu.passage.cep.nfa.NfaMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passages one after the other, in ways that can part: steps that repeat or may be missing, that
 * must be next, or must not come. flink-cep's NFA says what matches; whether it can match at all is
 * asked first, since running it costs more than everything else together.
 */
final class SequenceProgram extends Program {

  /** The NFA's cost grows with the square of what it is fed; the most recent passages decide. */
  static final int MOST_FED = 64;

  private final List<Step> steps;
  private final Facets facets;
  private final Timing timing;
  private final boolean all;
  private final CompiledPattern<PassageFacts> pattern;
  private final NfaMatcher<PassageFacts> matcher;
  private final StepChain chain;

  SequenceProgram(
      ActiveRule active,
      Sequence sequence,
      QuestionBook book,
      Inquiry inquiry,
      NfaMatcher<PassageFacts> matcher) {
    super(active, book);
    this.matcher = matcher;
    steps = sequence.steps();
    timing =
        sequence.absence() ? Timing.OVERDUE : sequence.exact() ? Timing.IN_ORDER : Timing.AT_ONCE;
    all = othersCount();
    int decisive = sequence.absence() ? 0 : steps.size() - 1;
    facets = steps.get(decisive).predicate().facets();
    pattern =
        CompiledPattern.of(
            PatternCompiler.compile(
                active.rule(),
                step -> new StepCondition(steps, step, inquiry, sequence.absence())));
    chain = new StepChain(steps, within(), book);
  }

  @Override
  Facets facets() {
    return facets;
  }

  @Override
  Timing timing() {
    return timing;
  }

  @Override
  @Nullable Precondition precondition() {
    return chain.precondition();
  }

  @Override
  void ask(Inquiry inquiry, Verdicts verdicts) {
    if (timing == Timing.OVERDUE) {
      askAbsence(inquiry, verdicts);
    } else {
      askClosing(inquiry, verdicts);
    }
  }

  private void askClosing(Inquiry inquiry, Verdicts verdicts) {
    SubjectHistory history = inquiry.history();
    long at = inquiry.closing().at();
    long after = at - within();
    if (!chain.closes(after, inquiry)) {
      return;
    }
    int from = inquiry.place();
    while (from > 0 && history.get(from - 1).at() > after) {
      from--;
    }
    List<PassageFacts> window = window(history, from, inquiry.place() + 1, inquiry);
    List<PassageFacts> fed = window.subList(Math.max(0, window.size() - MOST_FED), window.size());
    matcher
        .completedByLast(pattern, fed)
        .ifPresent(match -> verdicts.cameTrue(this, at, () -> evidence(match)));
  }

  /** Whether, as things stand, the passage in question is worth asking about later. */
  boolean awaits(Inquiry inquiry) {
    return timing == Timing.OVERDUE
        ? opens(inquiry)
        : chain.closes(inquiry.closing().at() - within(), inquiry);
  }

  /** Whether the passage in question opens an absence that is still to come true. */
  private boolean opens(Inquiry inquiry) {
    return chain.opens(inquiry.closing().at() + within(), inquiry);
  }

  private void askAbsence(Inquiry inquiry, Verdicts verdicts) {
    if (!opens(inquiry)) {
      return;
    }
    SubjectHistory history = inquiry.history();
    long due = inquiry.closing().at() + within();
    if (chain.decidesAbsence()) {
      verdicts.cameTrue(
          this, due, () -> new Verdicts.Evidence(List.of(inquiry.closing()), List.of(0)));
      return;
    }
    int until = inquiry.place() + 1;
    while (until < history.size() && history.get(until).at() < due) {
      until++;
    }
    // only the first of them opens a match, so all can be fed
    List<PassageFacts> window = window(history, inquiry.place(), until, inquiry);
    Optional<Match<PassageFacts>> match = matcher.completedByAbsence(pattern, window, due);
    match.ifPresent(m -> verdicts.cameTrue(this, due, () -> evidence(m)));
  }

  /**
   * Whether passages of no step have a say: where the very next one counts; and where a number is
   * not fixed and something must not come, since there flink-cep moves on with any passage.
   */
  private boolean othersCount() {
    boolean next = steps.stream().anyMatch(step -> step.link() == Link.NEXT);
    boolean not = steps.stream().anyMatch(step -> step.link() == Link.NOT);
    boolean varies = steps.stream().anyMatch(step -> step.most() > step.least());
    return next || (not && varies);
  }

  /** The passages that some step may take; all of them where the others count. */
  private List<PassageFacts> window(SubjectHistory history, int from, int until, Inquiry inquiry) {
    List<PassageFacts> window = new ArrayList<>(until - from);
    for (int i = from; i < until; i++) {
      PassageFacts passage = history.get(i);
      if (all || i == inquiry.place() || takesPart(passage, inquiry)) {
        window.add(passage);
      }
    }
    return window;
  }

  private boolean takesPart(PassageFacts passage, Inquiry inquiry) {
    for (Step step : steps) {
      if (!step.predicate().asks().isEmpty() || inquiry.test(step.predicate(), passage)) {
        return true;
      }
    }
    return false;
  }

  private Verdicts.Evidence evidence(Match<PassageFacts> match) {
    List<String> names = steps.stream().map(Step::name).toList();
    return new Verdicts.Evidence(
        match.events(), match.steps().stream().map(names::indexOf).toList());
  }
}
