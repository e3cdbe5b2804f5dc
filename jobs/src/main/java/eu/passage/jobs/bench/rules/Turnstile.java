package eu.passage.jobs.bench.rules;

import eu.passage.cep.facts.PassageFacts;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the job that is measured and the one who measures it meet: passages wait here until
 * everything is ready, and the clocks are read when the first goes in and when the last operator
 * has finished. Statics, because Flink makes copies of its functions; one job at a time.
 */
final class Turnstile {

  private static final Set<String> ACTIVE_RULES = ConcurrentHashMap.newKeySet();

  private static final AtomicLong FOUND = new AtomicLong();

  private static volatile PassageFacts[] passages = {};
  private static volatile int count;
  private static volatile CompletableFuture<Void> open = new CompletableFuture<>();
  private static volatile CompletableFuture<Void> release = new CompletableFuture<>();
  private static volatile int passed;
  private static volatile Clocks begun = Clocks.now();
  private static volatile Clocks ended = Clocks.now();

  private Turnstile() {}

  /**
   * For the next job.
   *
   * @param first so many of the week's passages
   * @param holds whether the source does not end until {@link #release}
   */
  static void prepare(PassageFacts[] week, int first, boolean holds) {
    passages = week;
    count = Math.min(first, week.length);
    open = new CompletableFuture<>();
    release = holds ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
    passed = 0;
    ACTIVE_RULES.clear();
    FOUND.set(0);
  }

  /** Lets passages in. */
  static void open() {
    begun = Clocks.now();
    open.complete(null);
  }

  static CompletableFuture<Void> opened() {
    return open;
  }

  static CompletableFuture<Void> released() {
    return release;
  }

  static PassageFacts[] passages() {
    return passages;
  }

  static int count() {
    return count;
  }

  /** The source says how far it is. */
  static void passed(int now) {
    passed = now;
  }

  static int passed() {
    return passed;
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
