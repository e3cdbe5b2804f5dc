package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a command line is told before anybody is called. */
class AlertsUsageTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder = Path.of("");

  @Test
  void aRecipientThatIsNotConfiguredIsAUsageErrorThatSuggestsTheRightOne() {
    AlertsRun run = AlertsRun.of("tail", "--as", "polce-be");

    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith(
            "--as: there is no recipient 'polce-be' (did you mean 'police-be'?); the configuration"
                + " has police-be, ccpd-tournai, transport-authority, operators");
  }

  @Test
  void aLanguageThatTheRecipientIsNotToldInIsAUsageError() {
    AlertsRun run = AlertsRun.of("tail", "--as", "police-be", "--language", "de");

    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("--language: police-be is told in fr, nl, not in 'de'");
  }

  @Test
  void whatAnAlertCannotBeFoundToBeIsAUsageErrorThatNamesTheOutcomes() {
    AlertsRun run = close("open");

    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains(
            "'open' is not allowed; write confirmed, misread, wrong-country, stale-entry, cloned");
    assertThat(AlertsRun.of("ack", "a", "--as", "police-be", "--by", " ").status())
        .isEqualTo(ExitCode.USAGE);
    assertThat(AlertsRun.of("ack", "a", "--as", "police-be").status()).isEqualTo(ExitCode.USAGE);
    assertThat(AlertsRun.of().status()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void timesThatAreNoneAreUsageErrors() {
    assertThat(AlertsRun.of("tail", "--as", "police-be", "--for", "ever").err())
        .startsWith("--for: 'ever' is not allowed; write a span of time such as 250ms");
    assertThat(AlertsRun.of("figures", "--since", "ever").status()).isEqualTo(ExitCode.USAGE);
    assertThat(
            AlertsRun.of("ack", "a", "--as", "police-be", "--by", "x", "--timeout", "soon")
                .status())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void plainHttpIsForThisMachineAlone() throws IOException {
    assertThat(forward("http://dispatch.example/alerts", secret(SECRET)).err())
        .startsWith("--to: 'http://dispatch.example/alerts' is not allowed; notices hold plates");
    assertThat(forward("file:///tmp/alerts", secret(SECRET)).status()).isEqualTo(ExitCode.USAGE);
    assertThat(forward("alerts", secret(SECRET)).status()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aSecretThatIsShortOrNotThereIsAUsageError() throws IOException {
    assertThat(forward("https://dispatch.example/alerts", secret("short")).err())
        .contains("holds a secret of 5 bytes; at least 32 are needed");
    assertThat(forward("https://dispatch.example/alerts", folder.resolve("none")).err())
        .startsWith("--secret-file: ")
        .contains("cannot be read");
  }

  @Test
  void aBrokerThatIsNotThereIsToldByEveryCommand() throws IOException {
    String nobody = closedPort();
    for (String[] command :
        new String[][] {
          {"tail", "--as", "police-be"},
          {"ack", "alert-1", "--as", "police-be", "--by", "x"},
          {"figures"}
        }) {
      AlertsRun run = onBroker(nobody, command);

      assertThat(run.status()).isEqualTo(ExitCode.FAILURE);
      assertThat(run.err()).contains("No Kafka broker answers at " + nobody);
      assertThat(run.out()).isEmpty();
    }
  }

  private static AlertsRun onBroker(String broker, String[] command) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--bootstrap";
    all[command.length + 1] = broker;
    return AlertsRun.of(all);
  }

  private static AlertsRun close(String outcome) {
    return AlertsRun.of(
        "close", "alert-1", "--as", "police-be", "--by", "patrol", "--outcome", outcome);
  }

  private AlertsRun forward(String to, Path secret) {
    return AlertsRun.of(
        "forward", "--as", "police-be", "--to", to, "--secret-file", secret.toString());
  }

  private Path secret(String secret) throws IOException {
    return Files.writeString(folder.resolve("secret"), secret);
  }

  private static String closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }
}
