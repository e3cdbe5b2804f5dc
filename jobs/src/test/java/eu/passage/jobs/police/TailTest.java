package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.cli.Passage;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.local.LocalPlatform;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reference consumer against a real broker. */
@Timeout(120)
class TailTest {

  private static final String CARD = "read 1-ABC-234 (BE)   listed 1-ABC-234 (BE)";

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
  private final PassageConfig config = platform.config();

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void itGoesOnWhereItStopped() throws Exception {
    AlertsRun first = tail("--for", "500ms");
    assertThat(first.status()).isEqualTo(ExitCode.OK);
    assertThat(first.err()).isEqualTo("Listening for local police (police-be); Ctrl-C ends it.\n");
    assertThat(first.out()).isEmpty();

    SampleNotices.write(config, SampleNotices.notice(1));

    assertThat(tail("--for", "5s").out()).contains(CARD).containsOnlyOnce("alert alert-1");
    assertThat(tail("--for", "500ms").out()).as("it was shown before").isEmpty();
    assertThat(tail("--for", "5s", "--from", "beginning", "--json").out())
        .startsWith("{\"noticeId\":\"notice-1\",\"recipient\":\"police-be\",\"kind\":\"ALERT\",")
        .hasLineCount(1);
  }

  /**
   * Ctrl-C sends another signal, which comes to the same; a process in the background ignores it.
   */
  @Test
  void aSignalEndsItCleanlyWithItsPlaceKept() throws Exception {
    SampleNotices.write(config, SampleNotices.notice(1));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Passage.class.getName(),
                "alerts",
                "tail",
                "--as",
                "police-be",
                "--language",
                "nl",
                "--group",
                "desk",
                "--from",
                "beginning",
                "--bootstrap",
                config.kafka().bootstrapServers(),
                "--registry",
                config.registry().url().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("▌ STOP  HIGH  tier A, exact");
      assertThat(out.readLine()).isEqualTo("▌ " + CARD);
      process.toHandle().destroy();

      assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(process.exitValue()).as("128 and the number of the signal").isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
    assertThat(tail("--for", "500ms").out()).as("it was shown before").isEmpty();
  }

  private AlertsRun tail(String... more) {
    String[] args = {"tail", "--as", "police-be", "--language", "nl", "--group", "desk"};
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return AlertsRun.on(config, all);
  }
}
