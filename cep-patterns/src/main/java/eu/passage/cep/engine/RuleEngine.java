package eu.passage.cep.engine;

import eu.passage.cep.engine.Program.Timing;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body;
import eu.passage.cep.nfa.NfaMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks rules about the past of a subject. It keeps nothing of any subject.
 *
 * <p>Rules that need no exact order are asked when a passage comes; one that comes late also has
 * those after it asked again, since it may have been what they lacked. Rules in which something
 * must not come, or a passage must be the very next, are asked once event time has passed ({@link
 * #settle}); so are absences, when their time is up. A subject says itself when it has to be
 * settled: {@link SubjectHistory#wakeAt}.
 *
 * <p>Not thread-safe.
 */
public final class RuleEngine {

  private final Candidates candidates;
  private final LocalClock clock = LocalClock.BRUSSELS;
  private final Inquiry inquiry;
  private final Verdicts verdicts;
  private final EngineSink sink;
  private final boolean inOrder;
  private final boolean overdue;

  /** Milliseconds; no absence comes true later than this after its opening. */
  private final long longestAbsence;

  /**
   * @param rules in force; those about vehicles together are asked about a {@link Company}, all
   *     others about single vehicles
   */
  public RuleEngine(List<ActiveRule> rules, CameraTable cameras, EngineSink sink) {
    this.sink = sink;
    inquiry = new Inquiry(mostSteps(rules), new HistoryHabits(clock));
    verdicts = new Verdicts(sink, inquiry);
    QuestionBook book = new QuestionBook(new DistinctValues(cameras, clock));
    NfaMatcher<PassageFacts> matcher = new NfaMatcher<>(PassageFacts::at);
    List<Program> programs =
        rules.stream()
            .flatMap(
                rule ->
                    rule.rule().together() == null
                        ? Stream.of(program(rule, book, matcher))
                        : Stream.of(program(rule, book, matcher), new TogetherProbe(rule, book)))
            .toList();
    candidates = new Candidates(programs, cameras, clock);
    inOrder = hasAny(Timing.IN_ORDER);
    overdue = hasAny(Timing.OVERDUE);
    longestAbsence =
        programs.stream()
            .filter(program -> program.timing() == Timing.OVERDUE)
            .mapToLong(Program::within)
            .max()
            .orElse(0);
  }

  private boolean hasAny(Timing timing) {
    return candidates.all().anyMatch(program -> program.timing() == timing);
  }

  private Program program(ActiveRule rule, QuestionBook book, NfaMatcher<PassageFacts> matcher) {
    Body body = rule.rule().body();
    if (body instanceof Body.When when) {
      return new WhenProgram(rule, when, book);
    }
    if (body instanceof Body.Count count) {
      return new CountProgram(rule, count, book);
    }
    Body.Sequence sequence = (Body.Sequence) body;
    return StraightProgram.is(sequence)
        ? new StraightProgram(rule, sequence, book)
        : new SequenceProgram(rule, sequence, book, inquiry, matcher);
  }

  private static int mostSteps(List<ActiveRule> rules) {
    return rules.stream()
        .map(rule -> rule.rule().body())
        .mapToInt(body -> body instanceof Body.Sequence s ? s.steps().size() : 1)
        .max()
        .orElse(1);
  }

  /** The local day and hour that a passage is logged under. */
  public void log(SubjectHistory history, PassageFacts passage) {
    history.days().add((int) clock.epochDay(passage.at()), clock.hour(passage.at()));
  }

  /** Asks about a passage that has just come. */
  public void onPassage(SubjectHistory history, int place) {
    ask(history, place, Timing.AT_ONCE);
    long at = history.get(place).at();
    for (int later = place + 1; later < history.size(); later++) {
      ask(history, later, Timing.AT_ONCE);
    }
    if (at <= history.settledUntil()) {
      settleLate(history, place);
    }
  }

  /** What event time has passed already is asked about a passage that comes late. */
  private void settleLate(SubjectHistory history, int place) {
    long until = history.settledUntil();
    for (int i = place; i < history.size() && history.get(i).at() <= until; i++) {
      ask(history, i, Timing.IN_ORDER);
    }
    // it may also be what an absence that opened before it lacked
    for (int i = 0; i <= place; i++) {
      askOverdue(history, i, Long.MIN_VALUE, until);
    }
  }

  /**
   * Event time comes to a moment: asks what had to wait for it, and says when to come again.
   *
   * @param until milliseconds since the epoch
   */
  public void settle(SubjectHistory history, long until) {
    long since = history.settledUntil();
    if (until > since) {
      for (int i = 0; inOrder && i < history.size() && history.get(i).at() <= until; i++) {
        if (history.get(i).at() > since) {
          ask(history, i, Timing.IN_ORDER);
        }
      }
      for (int i = firstWaiting(history, since); overdue && i < history.size(); i++) {
        askOverdue(history, i, since, until);
      }
      history.settledUntil(until);
    }
    history.wakeAt(SubjectHistory.NEVER);
    for (int i = firstWaiting(history, until); i < history.size(); i++) {
      wakeFor(history, i, until);
    }
  }

  /** The first passage of which anything can still be due after a moment. */
  private int firstWaiting(SubjectHistory history, long moment) {
    int place = 0;
    while (place < history.size() && history.get(place).at() + longestAbsence <= moment) {
      place++;
    }
    return place;
  }

  /** Asks at once what may concern this passage, and notes when to settle the rest. */
  private void ask(SubjectHistory history, int place, Timing timing) {
    boolean waking = timing == Timing.AT_ONCE && history.get(place).at() > history.settledUntil();
    turnTo(history, place);
    for (Program program = candidates.next(); program != null; program = candidates.next()) {
      if (program.timing() == timing) {
        ask(program);
      } else if (waking) {
        wake(program);
      }
    }
  }

  private void askOverdue(SubjectHistory history, int place, long since, long until) {
    turnTo(history, place);
    for (Program program = candidates.next(); program != null; program = candidates.next()) {
      if (program.timing() == Timing.OVERDUE) {
        long due = due(program, inquiry.closing());
        if (due > since && due <= until) {
          ask(program);
        } else if (due > until) {
          wake(program);
        }
      }
    }
  }

  private void wakeFor(SubjectHistory history, int place, long after) {
    turnTo(history, place);
    for (Program program = candidates.next(); program != null; program = candidates.next()) {
      if (due(program, inquiry.closing()) > after) {
        wake(program);
      }
    }
  }

  private void turnTo(SubjectHistory history, int place) {
    inquiry.about(history, place);
    candidates.of(inquiry);
  }

  private static long due(Program program, PassageFacts passage) {
    return switch (program.timing()) {
      case AT_ONCE -> Long.MIN_VALUE;
      case IN_ORDER -> passage.at();
      case OVERDUE -> passage.at() + program.within();
    };
  }

  /** Sees to it that the subject is settled when this program can be asked. */
  private void wake(Program program) {
    SubjectHistory history = inquiry.history();
    long due = due(program, inquiry.closing());
    if (due >= history.wakeAt() || program.off()) {
      return;
    }
    try {
      inquiry.nextRule();
      if (program instanceof SequenceProgram sequence && sequence.awaits(inquiry)) {
        history.wakeAt(due);
      }
    } catch (RuntimeException e) {
      fail(program, e);
    }
  }

  private void ask(Program program) {
    if (program.off()) {
      return;
    }
    try {
      inquiry.nextRule();
      program.ask(inquiry, verdicts);
    } catch (RuntimeException e) {
      verdicts.drop();
      fail(program, e);
    }
    verdicts.deliver();
  }

  private void fail(Program program, RuntimeException why) {
    program.switchOff();
    sink.failed(program.active(), CostlyRuleException.behind(why));
  }

  /** Switches a rule off that failed elsewhere. */
  public void switchOff(String ruleId) {
    candidates
        .all()
        .filter(program -> program.active().rule().id().equals(ruleId))
        .forEach(Program::switchOff);
  }
}
