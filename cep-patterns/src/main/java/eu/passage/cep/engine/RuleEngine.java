package eu.passage.cep.engine;

import eu.passage.cep.engine.Program.Timing;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Together;
import eu.passage.cep.nfa.NfaMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private final Program[] programs;
  private final RuleIndex index;
  private final LocalClock clock = LocalClock.BRUSSELS;
  private final Inquiry inquiry;
  private final Verdicts verdicts;
  private final EngineSink sink;
  private final long[] candidates;
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
    programs =
        rules.stream()
            .flatMap(
                rule ->
                    rule.rule().together() == null
                        ? Stream.of(program(rule, book, matcher))
                        : Stream.of(program(rule, book, matcher), new TogetherProbe(rule, book)))
            .toArray(Program[]::new);
    index = new RuleIndex(List.of(programs).stream().map(Program::facets).toList(), cameras, clock);
    candidates = new long[index.words()];
    inOrder = hasAny(Timing.IN_ORDER);
    overdue = hasAny(Timing.OVERDUE);
    longestAbsence =
        Arrays.stream(programs)
            .filter(program -> program.timing() == Timing.OVERDUE)
            .mapToLong(Program::within)
            .max()
            .orElse(0);
  }

  private boolean hasAny(Timing timing) {
    return Arrays.stream(programs).anyMatch(program -> program.timing() == timing);
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

  /** The local day of a moment, days since 1970-01-01. */
  public int day(long at) {
    return (int) clock.epochDay(at);
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
    PassageFacts passage = history.get(place);
    index.candidates(passage, candidates);
    inquiry.about(history, place);
    for (int word = 0; word < candidates.length; word++) {
      for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
        Program program = programs[word * Long.SIZE + Long.numberOfTrailingZeros(bits)];
        if (program.timing() == timing) {
          ask(program);
        } else if (timing == Timing.AT_ONCE && passage.at() > history.settledUntil()) {
          wake(program);
        }
      }
    }
  }

  private void askOverdue(SubjectHistory history, int place, long since, long until) {
    PassageFacts passage = history.get(place);
    index.candidates(passage, candidates);
    inquiry.about(history, place);
    for (int word = 0; word < candidates.length; word++) {
      for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
        Program program = programs[word * Long.SIZE + Long.numberOfTrailingZeros(bits)];
        if (program.timing() == Timing.OVERDUE) {
          long due = passage.at() + program.within();
          if (due > since && due <= until) {
            ask(program);
          } else if (due > until) {
            wake(program);
          }
        }
      }
    }
  }

  private void wakeFor(SubjectHistory history, int place, long after) {
    PassageFacts passage = history.get(place);
    index.candidates(passage, candidates);
    inquiry.about(history, place);
    for (int word = 0; word < candidates.length; word++) {
      for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
        Program program = programs[word * Long.SIZE + Long.numberOfTrailingZeros(bits)];
        long due = due(program, passage);
        if (due > after) {
          wake(program);
        }
      }
    }
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
    if (due >= history.wakeAt() || program.off() || !concerns(program, history.company())) {
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
    if (program.off() || !concerns(program, inquiry.history().company())) {
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
    for (Program program : programs) {
      if (program.active().rule().id().equals(ruleId)) {
        program.switchOff();
      }
    }
  }

  private static boolean concerns(Program program, @Nullable Company company) {
    Together together = program.active().rule().together();
    if (program instanceof TogetherProbe) {
      return company == null;
    }
    if (together == null || company == null) {
      return together == null && company == null;
    }
    return together.vehicles() == company.vehicles()
        && together.gap().toMillis() == company.gapMillis();
  }
}
