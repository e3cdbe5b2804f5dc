package eu.passage.cep.toll.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Breaker breaker = new Breaker(3, Duration.ofSeconds(30), nanos::get);

  @Test
  void itOpensAfterFailuresInARowOnly() {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    assertThat(breaker.failed()).isFalse();
    assertThat(breaker.permits()).isTrue();

    assertThat(breaker.failed()).isTrue();
    assertThat(breaker.permits()).isFalse();
  }

  @Test
  void afterAWhileOneMayTryAndTheOthersWaitForIt() {
    open();

    pass(Duration.ofSeconds(29));
    assertThat(breaker.permits()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(breaker.permits()).isTrue();
    assertThat(breaker.permits()).isFalse();

    assertThat(breaker.succeeded()).isTrue();
    assertThat(breaker.permits()).isTrue();
    assertThat(breaker.permits()).isTrue();
  }

  @Test
  void aTryThatFailsOpensItForAnotherWhile() {
    open();
    pass(Duration.ofSeconds(30));
    breaker.permits();

    assertThat(breaker.failed()).isTrue();
    pass(Duration.ofSeconds(29));
    assertThat(breaker.permits()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(breaker.permits()).isTrue();
  }

  @Test
  void whatWasAskedBeforeAndFailsLateDoesNotMakeItLonger() {
    open();
    pass(Duration.ofSeconds(20));
    assertThat(breaker.failed()).isFalse();

    pass(Duration.ofSeconds(10));
    assertThat(breaker.permits()).isTrue();
  }

  private void open() {
    for (int i = 0; i < 3; i++) {
      breaker.failed();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
