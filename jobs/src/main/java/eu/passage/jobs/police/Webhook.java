package eu.passage.jobs.police;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Stay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends events to one address, each until it is accepted or refused for good. What may pass is
 * waited out: no connection, no answer, 5xx, 429 (too many), 408 (timeout) and 425 (too early).
 */
final class Webhook {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int REASON_CHARACTERS = 300;

  private final URI to;
  private final Signature signature;
  private final Backoff backoff;
  private final Duration answerWithin;
  private final Consumer<String> notes;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * A webhook nobody has called yet.
   *
   * @param answerWithin how long one attempt waits for the answer
   * @param notes told why an attempt failed and when the next one is
   */
  Webhook(
      URI to, Signature signature, Backoff backoff, Duration answerWithin, Consumer<String> notes) {
    this.to = to;
    this.signature = signature;
    this.backoff = backoff;
    this.answerWithin = answerWithin;
    this.notes = notes;
  }

  /** Sends it until somebody decides. */
  Delivery deliver(ObjectNode event, Stay stay) {
    byte[] body = Json.line(event).getBytes(StandardCharsets.UTF_8);
    int attempts = 0;
    Duration wait;
    do {
      attempts++;
      Duration next = backoff.after(attempts);
      String failure;
      try {
        HttpResponse<String> answer = client.send(request(body), BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) {
          return new Delivery.Accepted(attempts);
        }
        if (!mayPass(answer.statusCode())) {
          return new Delivery.Refused(answer.statusCode(), reason(answer));
        }
        failure = "answered " + answer.statusCode();
        next =
            retryAfter(answer)
                .filter(asked -> asked.compareTo(backoff.longest()) <= 0)
                .orElse(next);
      } catch (IOException e) {
        failure = e.getMessage() == null ? e.toString() : e.getMessage();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Delivery.Interrupted();
      }
      wait = next;
      notes.accept(
          "%s: %s (attempt %d); again in %.1f s"
              .formatted(event.path("id").asText(), failure, attempts, wait.toMillis() / 1e3));
    } while (stay.pause(wait));
    return new Delivery.Interrupted();
  }

  /** Signed anew for each attempt: a receiver may refuse what was signed long ago. */
  private HttpRequest request(byte[] body) {
    return HttpRequest.newBuilder(to)
        .timeout(answerWithin)
        .header("Content-Type", CloudEvent.CONTENT_TYPE)
        .header(Signature.HEADER, signature.of(body, Instant.now()))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static boolean mayPass(int status) {
    return status >= 500 || status == 429 || status == 408 || status == 425;
  }

  /** What the receiver asks for, in seconds; its other form, a date, is left to the backoff. */
  private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private static String reason(HttpResponse<String> answer) {
    String text = answer.body().strip();
    return text.length() <= REASON_CHARACTERS ? text : text.substring(0, REASON_CHARACTERS) + "…";
  }
}
