package eu.passage.cep.nfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.cep.time.TimerService;
import org.junit.jupiter.api.Test;

/**
 * What {@link NfaMatcher} relies on in flink-cep without flink-cep promising it. When an upgrade
 * fails here, look at NfaMatcher before anything else.
 */
class NfaContractTest {

  private static final Pattern<String, String> A_WITHOUT_B =
      Pattern.<String>begin("a")
          .where(SimpleCondition.of("a"::equals))
          .notFollowedBy("b")
          .where(SimpleCondition.of("b"::equals))
          .within(Duration.ofMillis(10));

  @Test
  void theInternalsHaveTheSignaturesWeCall() throws Exception {
    assertThat(NFACompiler.class.getMethod("compileFactory", Pattern.class, boolean.class))
        .isNotNull();
    assertThat(
            NFA.class
                .getMethod(
                    "process",
                    SharedBufferAccessor.class,
                    NFAState.class,
                    Object.class,
                    long.class,
                    AfterMatchSkipStrategy.class,
                    TimerService.class)
                .getReturnType())
        .isEqualTo(Collection.class);
    assertThat(
            NFA.class
                .getMethod(
                    "advanceTime",
                    SharedBufferAccessor.class,
                    NFAState.class,
                    long.class,
                    AfterMatchSkipStrategy.class)
                .getReturnType())
        .isEqualTo(Tuple2.class);
  }

  @Test
  void theSharedBufferAsksForThreeMapsAndNothingElse() {
    Set<String> asked = new TreeSet<>();
    KeyedStateStore store =
        (KeyedStateStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {KeyedStateStore.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isEqualTo("getMapState");
                  assertThat(arguments[0]).isInstanceOf(MapStateDescriptor.class);
                  asked.add(((MapStateDescriptor<?, ?>) arguments[0]).getName());
                  return new MemoryMapState<>();
                });

    new SharedBuffer<String>(store, UnusedSerializer.get()).releaseCacheStatisticsTimer();

    assertThat(asked).hasSize(3);
  }

  @Test
  void timeThatIsUpCompletesAnAbsenceAndAnswersInTheFirstField() throws Exception {
    NFA<String> nfa = NFACompiler.compileFactory(A_WITHOUT_B, false).createNFA();
    NFAState state = nfa.createInitialNFAState();
    SharedBuffer<String> buffer =
        new SharedBuffer<>(new MemoryStateStore(), UnusedSerializer.get());
    buffer.releaseCacheStatisticsTimer();
    AfterMatchSkipStrategy noSkip = AfterMatchSkipStrategy.noSkip();

    try (SharedBufferAccessor<String> accessor = buffer.getAccessor()) {
      assertThat(nfa.process(accessor, state, "a", 0, noSkip, () -> 0)).isEmpty();
      assertThat(nfa.advanceTime(accessor, state, 9, noSkip).f0).isEmpty();
      Collection<Map<String, List<String>>> matches =
          nfa.advanceTime(accessor, state, 10, noSkip).f0;
      assertThat(matches).containsExactly(Map.of("a", List.of("a")));
    }
  }

  @Test
  void closingTheAccessorMovesEverythingToTheStateWeClear() throws Exception {
    MemoryStateStore store = new MemoryStateStore();
    SharedBuffer<String> buffer = new SharedBuffer<>(store, UnusedSerializer.get());
    buffer.releaseCacheStatisticsTimer();
    NFA<String> nfa = NFACompiler.compileFactory(A_WITHOUT_B, false).createNFA();
    NFAState state = nfa.createInitialNFAState();
    try (SharedBufferAccessor<String> accessor = buffer.getAccessor()) {
      nfa.process(accessor, state, "a", 0, AfterMatchSkipStrategy.noSkip(), () -> 0);
    }

    assertThat(buffer.getEventsBufferCacheSize()).isZero();
    assertThat(buffer.getSharedBufferNodeCacheSize()).isZero();
    assertThat(buffer.isEmpty()).isFalse();
    store.clear();
    assertThat(buffer.isEmpty()).isTrue();
  }

  @Test
  void theBuffersThreadEndsWhenItsTimerIsReleased() throws Exception {
    SharedBuffer<String> buffer =
        new SharedBuffer<>(new MemoryStateStore(), UnusedSerializer.get());
    List<Thread> timers = timerThreads();
    buffer.releaseCacheStatisticsTimer();

    for (Thread thread : timers) {
      thread.join(Duration.ofSeconds(10).toMillis());
    }
    assertThat(timers).isNotEmpty().noneMatch(Thread::isAlive);
  }

  private static List<Thread> timerThreads() {
    Thread[] threads = new Thread[Thread.activeCount() * 2];
    int n = Thread.enumerate(threads);
    return Arrays.stream(threads, 0, n).filter(t -> t.getName().startsWith("Timer-")).toList();
  }
}
