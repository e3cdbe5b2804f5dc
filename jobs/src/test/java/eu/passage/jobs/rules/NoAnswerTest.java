package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoAnswerTest {

  /** People wait for seconds, not for a minute; the machine may be busy. */
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void aBrokerThatIsNotThereIsToldWithinSeconds() throws IOException {
    String nobody = closedPort();
    long begun = System.nanoTime();

    RulesRun run = RulesRun.of("list", "--bootstrap", nobody);

    assertThat(run.status()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("No Kafka broker answers at " + nobody + ". Is it running? --bootstrap");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
  }

  @Test
  void aBrokerThatAcceptsButNeverSpeaksIsToldWithinSeconds() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + mute.getLocalPort();
      long begun = System.nanoTime();

      RulesRun run = RulesRun.of("remove", "night-dash", "--bootstrap", address);

      assertThat(run.status()).isEqualTo(ExitCode.FAILURE);
      assertThat(run.err()).startsWith("No Kafka broker answers at " + address);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }
  }

  @Test
  void aHostThatHasNoAddressIsToldToo() {
    RulesRun run = RulesRun.of("show", "mine", "--bootstrap", "nowhere.invalid:9092");

    assertThat(run.status()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).startsWith("No Kafka broker answers at nowhere.invalid:9092");
  }

  @Test
  void anAddressThatIsNoneIsAUsageError() {
    assertThat(RulesRun.of("list", "--registry", "ftp://here").status()).isEqualTo(ExitCode.USAGE);
  }

  private static String closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }
}
