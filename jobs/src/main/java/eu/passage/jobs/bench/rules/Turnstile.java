package eu.passage.jobs.bench.rules;

import eu.passage.cep.facts.PassageFacts;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the job that is measured and the one who measures it meet: passages wait here until they
 * are let in, and the clocks are read when the first goes in and when the last operator has
 * finished. Statics, because Flink makes copies of its functions; one job at a time.
 */
final class Turnstile {

  private static final Set<String> ACTIVE_RULES = ConcurrentHashMap.newKeySet();

  private static final AtomicLong FOUND = new AtomicLong();

  private static volatile Traffic traffic = Traffic.of(new PassageFacts[0], 0);
  private static volatile boolean holds;
  private static volatile int letIn;
  private static volatile CompletableFuture<Void> more = new CompletableFuture<>();
  private static volatile int passed;
  private static volatile long eventTime;
  private static volatile Clocks begun = Clocks.now();
  private static volatile Clocks ended = Clocks.now();

  private Turnstile() {}

  /**
   * For the next job. Nothing is let in yet.
   *
   * @param holdsAtEnd whether the source does not end after the last passage
   */
  static void prepare(Traffic next, boolean holdsAtEnd) {
    traffic = next;
    holds = holdsAtEnd;
    letIn = 0;
    more = new CompletableFuture<>();
    passed = 0;
    eventTime = Long.MIN_VALUE;
    ACTIVE_RULES.clear();
    FOUND.set(0);
  }

  /** Lets all passages in and reads the clocks. */
  static void open() {
    begun = Clocks.now();
    letIn(traffic.count());
  }

  /** Lets the first so many passages in. */
  static void letIn(int until) {
    letIn = until;
    CompletableFuture<Void> waiting = more;
    more = new CompletableFuture<>();
    waiting.complete(null);
  }

  static int letIn() {
    return letIn;
  }

  /** Done when more is let in than now. */
  static CompletableFuture<Void> more() {
    return more;
  }

  static boolean holds() {
    return holds;
  }

  static Traffic traffic() {
    return traffic;
  }

  /** The source says how far it is. */
  static void passed(int now) {
    passed = now;
  }

  static int passed() {
    return passed;
  }

  /** An operator at the end of the job knows that event time has come so far. */
  static void eventTime(long now) {
    eventTime = now;
  }

  static long eventTime() {
    return eventTime;
  }

  /** An operator at the end of the job has finished; the last one's word counts. */
  static void finished() {
    ended = Clocks.now();
  }

  /** Something came true: an alert of ours, a match of the stock operator. */
  static void found() {
    FOUND.incrementAndGet();
  }

  static long allFound() {
    return FOUND.get();
  }

  /** A rule was deployed and is in force. */
  static void active(String ruleId) {
    ACTIVE_RULES.add(ruleId);
  }

  static int activeRules() {
    return ACTIVE_RULES.size();
  }

  static Clocks sinceOpened() {
    return Clocks.now().since(begun);
  }

  /** From the first passage in to the last operator's end. */
  static Clocks taken() {
    return ended.since(begun);
  }
}
