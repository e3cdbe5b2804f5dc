package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Stay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebhookTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder = Path.of("");
  private final Receiver receiver = Receiver.start();
  private final List<String> notes = new ArrayList<>();
  private final ObjectNode event = CloudEvent.of(SampleNotices.notice(7));
  private final Stay stay = Stay.begin(Optional.of(Duration.ofSeconds(50)));

  @AfterEach
  void stop() {
    stay.close();
    receiver.close();
  }

  @Test
  void whatIsSentIsSignedCloudEventsJson() throws IOException {
    assertThat(webhook(receiver.address()).deliver(event, stay))
        .isEqualTo(new Delivery.Accepted(1));

    assertThat(receiver.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.contentType())
                  .isEqualTo("application/cloudevents+json; charset=UTF-8");
              assertThat(request.isSignedWith(SECRET)).isTrue();
              assertThat(request.isSignedWith(SECRET + "x")).isFalse();
              assertThat(request.id()).isEqualTo("notice-7");
            });
    assertThat(notes).isEmpty();
  }

  @Test
  void whatMayPassIsTriedAgainWithTheSameIdUntilItIsAccepted() throws IOException {
    receiver.answer(503, 429, 408, 204);

    assertThat(webhook(receiver.address()).deliver(event, stay))
        .isEqualTo(new Delivery.Accepted(4));

    assertThat(receiver.requests()).extracting(Receiver.Request::id).containsOnly("notice-7");
    assertThat(receiver.requests()).allMatch(request -> request.isSignedWith(SECRET));
    assertThat(notes)
        .hasSize(3)
        .first()
        .asString()
        .startsWith("notice-7: answered 503 (attempt 1); again in 0.0");
  }

  @Test
  void anAnswerThatDoesNotComeAndOneThatIsCutOffAreTriedAgain() throws IOException {
    receiver.answer(Receiver.SILENCE, Receiver.CUT_OFF, 200);

    assertThat(webhook(receiver.address()).deliver(event, stay))
        .isEqualTo(new Delivery.Accepted(3));
    assertThat(notes).hasSize(2).first().asString().contains("timed out");
  }

  @Test
  void aReceiverMaySayWhenToComeBack() throws IOException {
    receiver.answer(429, 200);

    assertThat(webhook(receiver.address(), Duration.ofHours(1)).deliver(event, stay))
        .isEqualTo(new Delivery.Accepted(2));
    assertThat(notes).containsExactly("notice-7: answered 429 (attempt 1); again in 0.0 s");
  }

  @Test
  void aRefusalIsNotTriedAgainAndSaysWhy() throws IOException {
    receiver.answer(422);

    assertThat(webhook(receiver.address()).deliver(event, stay))
        .isEqualTo(new Delivery.Refused(422, "because of 422"));
    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    receiver.answer(302);

    assertThat(webhook(receiver.address()).deliver(event, stay))
        .isInstanceOf(Delivery.Refused.class);
  }

  @Test
  void aReceiverThatIsNotThereIsWaitedForUntilTheEnd() throws IOException {
    URI nobody = receiver.address();
    receiver.close();
    try (Stay brief = Stay.begin(Optional.of(Duration.ofMillis(200)))) {
      assertThat(webhook(nobody).deliver(event, brief)).isInstanceOf(Delivery.Interrupted.class);
    }
    assertThat(notes).hasSizeGreaterThan(1);
  }

  @Test
  void waitsGrowToABoundAndDifferByChance() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1), new Random(1));

    for (int failures = 1; failures < 40; failures++) {
      long full = failures > 7 ? 60_000 : 500L << (failures - 1);
      assertThat(backoff.after(failures).toMillis())
          .as("after %d failures", failures)
          .isBetween(full / 2, full);
    }
    assertThat(List.of(backoff.after(9), backoff.after(9), backoff.after(9)).stream().distinct())
        .hasSizeGreaterThan(1);
  }

  @Test
  void aShortSecretIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("short"), "secret\n");

    assertThatThrownBy(() -> Signature.withSecretOf(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 32");
  }

  private Webhook webhook(URI to) throws IOException {
    return webhook(to, Duration.ofMillis(10));
  }

  private Webhook webhook(URI to, Duration firstPause) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    return new Webhook(
        to,
        Signature.withSecretOf(file),
        new Backoff(firstPause, firstPause.multipliedBy(2), new Random(1)),
        Duration.ofMillis(500),
        notes::add);
  }
}
