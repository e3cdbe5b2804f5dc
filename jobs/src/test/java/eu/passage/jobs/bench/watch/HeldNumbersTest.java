package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.bench.watch.HeldNumbers.Gate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeldNumbersTest {

  private final Gate gate = new Gate();

  @Test
  void aNumberPassesWhenItIsLetIn() {
    CompletableFuture<Void> third = gate.pass(2).toCompletableFuture();
    assertThat(third).isNotDone();

    gate.letIn(2);
    assertThat(third).isNotDone();
    assertThat(gate.pass(1).toCompletableFuture()).isDone();

    gate.letIn(3);
    assertThat(third).isDone();
    assertThat(gate.pass(3).toCompletableFuture()).isNotDone();
  }
}
