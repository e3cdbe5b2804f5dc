package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.Notice;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Stay;
import eu.passage.jobs.kafka.GroupTopic;
import eu.passage.jobs.kafka.GroupTopic.Start;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Notices from a real broker to a receiver that fails in every way. */
@Timeout(120)
class ForwarderTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Duration BOUND = Duration.ofSeconds(60);

  @TempDir private Path folder = Path.of("");
  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
  private final PassageConfig config = platform.config();
  private final Receiver receiver = Receiver.start();
  private final List<String> sent = new ArrayList<>();

  @AfterEach
  void stop() {
    receiver.close();
    platform.close();
  }

  @Test
  void noticesGoOutInOrderOnceAndWhatIsRefusedIsPutAside() throws Exception {
    SampleNotices.write(config, notices(1, 5));
    receiver.answer(200, 503, 503, 200, 400);

    forward(5, (notice, delivery) -> {});

    assertThat(received())
        .as("the second is tried until it is through, and only then the third")
        .containsExactly(
            "notice-1", "notice-2", "notice-2", "notice-2", "notice-3", "notice-4", "notice-5");
    JsonNode aside = new ObjectMapper().readTree(Files.readString(refused()));
    assertThat(aside.path("status").asInt()).isEqualTo(400);
    assertThat(aside.path("reason").asText()).isEqualTo("because of 400");
    assertThat(aside.at("/event/id").asText()).isEqualTo("notice-3");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(refused())))
        .isEqualTo("rw-------");

    SampleNotices.write(config, notices(6, 6));
    forward(1, (notice, delivery) -> {});
    assertThat(received()).hasSize(8).endsWith("notice-6");
  }

  @Test
  void aCrashBetweenSendingAndKeepingThePlaceSendsTheSameAgain() throws Exception {
    SampleNotices.write(config, notices(1, 3));

    assertThatThrownBy(
            () ->
                forward(
                    3,
                    (notice, delivery) -> {
                      if (notice.getNoticeId().equals("notice-2")) {
                        throw new IllegalStateException("the power is cut");
                      }
                    }))
        .hasMessage("the power is cut");
    assertThat(received()).containsExactly("notice-1", "notice-2");

    forward(2, (notice, delivery) -> {});

    assertThat(received()).containsExactly("notice-1", "notice-2", "notice-2", "notice-3");
    assertThat(receiver.requests().get(1).body()).isEqualTo(receiver.requests().get(2).body());
    assertThat(receiver.requests()).allMatch(request -> request.isSignedWith(SECRET));
  }

  @Test
  void aNewGroupKeepsItsPlaceBeforeItsFirstNotice() throws Exception {
    SampleNotices.write(config, notices(1, 2));
    AlertsRun nothingYet = command("--for", "100ms");
    assertThat(nothingYet.status()).as(nothingYet.err()).isEqualTo(ExitCode.OK);
    assertThat(received()).as("from now on").isEmpty();

    SampleNotices.write(config, notices(3, 3));
    AlertsRun run = command("--for", "10s");

    assertThat(run.err()).startsWith("Forwarding for police-be to " + receiver.address());
    assertThat(run.out()).isEqualTo("notice-3 ALERT sent\n");
    assertThat(received()).containsExactly("notice-3");
  }

  private AlertsRun command(String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "forward",
                "--as",
                "police-be",
                "--to",
                receiver.address().toString(),
                "--secret-file",
                secret().toString(),
                "--refused",
                refused().toString()));
    args.addAll(List.of(more));
    return AlertsRun.on(config, args.toArray(String[]::new));
  }

  /** Forwards under one group until so many were decided. */
  private void forward(int count, BiConsumer<Notice, Delivery> crash) throws IOException {
    sent.clear();
    try (Stay stay = Stay.begin(Optional.of(BOUND));
        GroupTopic<Notice> topic =
            new GroupTopic<>(
                config,
                Topic.noticesOf("police-be"),
                Notice.class,
                "dispatch",
                Start.KEPT_OR_BEGINNING)) {
      Webhook webhook =
          new Webhook(
              receiver.address(),
              Signature.withSecretOf(secret()),
              new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), new Random(1)),
              Duration.ofSeconds(5),
              note -> {});
      new Forwarder(
              topic,
              webhook,
              new RefusedFile(refused()),
              (notice, delivery) -> {
                crash.accept(notice, delivery);
                sent.add(notice.getNoticeId());
                if (sent.size() == count) {
                  stay.stop();
                }
              })
          .run(stay);
    }
    assertThat(sent).hasSize(count);
  }

  private List<String> received() {
    return receiver.requests().stream().map(Receiver.Request::id).toList();
  }

  private Path refused() {
    return folder.resolve("refused.jsonl");
  }

  private Path secret() throws IOException {
    return Files.writeString(folder.resolve("secret"), SECRET);
  }

  private static Notice[] notices(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(SampleNotices::notice).toArray(Notice[]::new);
  }
}
