package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.registry.RegistrySettings.Http;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One question to a registry by HTTP. */
final class VehicleCall {

  /** Facts have some hundred bytes. */
  private static final long MOST_BYTES = 64 * 1024;

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final HttpClient client;
  private final String base;
  private final Duration patience;
  private final BearerToken token;

  /** As read last; empty where none is asked for. */
  private volatile @Nullable String secret;

  VehicleCall(Http settings) {
    base = settings.base().toString().replaceFirst("/*$", "/vehicles/");
    patience = settings.answer();
    token = settings.token();
    // a redirect would carry the secret to somebody else
    client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Asks. The future fails where there is no answer that can be used; its message names no vehicle.
   */
  CompletableFuture<RegistryAnswer> ask(VehicleId vehicle) {
    HttpRequest request;
    try {
      request = request(vehicle);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
    // the client's own timeout ends with the head of an answer; a body may drip for ever
    return sent.copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> sent.cancel(true))
        .thenApply(this::answer);
  }

  private HttpRequest request(VehicleId vehicle) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(base + encode(vehicle.country()) + "/" + encode(vehicle.plate())))
            .timeout(patience)
            .header("Accept", "application/json")
            .GET();
    String bearer = secret();
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return request.build();
  }

  private RegistryAnswer answer(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == OK) {
      return facts(response.body());
    } else if (status == NOT_FOUND) {
      return new RegistryAnswer.NotKnown();
    } else if (status == UNAUTHORIZED) {
      secret = null; // it may be another by now
    }
    throw new CompletionException(new IOException("status " + status));
  }

  private static RegistryAnswer facts(byte[] body) {
    try {
      return new RegistryAnswer.Known(FactsJson.parse(body));
    } catch (FactException e) {
      throw new CompletionException(e);
    }
  }

  private String secret() throws IOException {
    String known = secret;
    if (known == null) {
      known = token.read().orElse("");
      secret = known;
    }
    return known;
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
