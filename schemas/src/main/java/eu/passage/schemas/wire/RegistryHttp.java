package eu.passage.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/** One HTTP exchange with a registry: JSON in, JSON out, every failure a RegistryException. */
final class RegistryHttp {

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final Duration timeout;
  private final String base;
  private final Optional<String> authorization;

  RegistryHttp(URI registry, Duration timeout) {
    if (registry.getHost() == null
        || !("http".equals(registry.getScheme()) || "https".equals(registry.getScheme()))) {
      throw new IllegalArgumentException(
          "a registry address is http://host:port or https://host:port, not "
              + registry.getScheme()
              + ":…");
    }
    this.timeout = timeout;
    this.base = withoutUserInfo(registry);
    this.authorization = Optional.ofNullable(registry.getUserInfo()).map(RegistryHttp::basic);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  JsonNode get(String... path) throws RegistryException {
    return exchange(request(path).GET().build());
  }

  JsonNode post(JsonNode body, String... path) throws RegistryException {
    return exchange(
        request(path)
            .header("Content-Type", MEDIA_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String... path) {
    String joined =
        Arrays.stream(path).map(RegistryHttp::encode).collect(Collectors.joining("/", base, ""));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(joined)).timeout(timeout).header("Accept", MEDIA_TYPE);
    authorization.ifPresent(value -> builder.header("Authorization", value));
    return builder;
  }

  private JsonNode exchange(HttpRequest request) throws RegistryException {
    HttpResponse<String> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RegistryException("no answer from the schema registry: " + describe(request), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryException("interrupted while asking " + describe(request), e);
    }
    JsonNode answer = parse(response, request);
    if (response.statusCode() / 100 == 2) {
      return answer;
    }
    throw new RegistryException(
        response.statusCode(),
        answer.path("error_code").asInt(response.statusCode()),
        String.format(
            "%s answered %d: %s",
            describe(request), response.statusCode(), answer.path("message").asText("no message")));
  }

  private static JsonNode parse(HttpResponse<String> response, HttpRequest request)
      throws RegistryException {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new RegistryException(
          response.statusCode(),
          response.statusCode(),
          String.format(
              "%s answered %d without JSON; is this a schema registry?",
              describe(request), response.statusCode()));
    }
  }

  private static String describe(HttpRequest request) {
    return request.method() + " " + request.uri();
  }

  /** Subjects may hold any character; a path segment writes a blank as %20, never as +. */
  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String basic(String userInfo) {
    return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  /** The address with a final slash and without secrets, fit to be shown in messages. */
  private static String withoutUserInfo(URI registry) {
    String port = registry.getPort() < 0 ? "" : ":" + registry.getPort();
    String path = registry.getRawPath() == null ? "" : registry.getRawPath();
    String slash = path.endsWith("/") ? "" : "/";
    return registry.getScheme() + "://" + registry.getHost() + port + path + slash;
  }
}
