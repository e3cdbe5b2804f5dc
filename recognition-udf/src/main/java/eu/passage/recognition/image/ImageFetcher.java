package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.UNREACHABLE_IMAGE;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Fetches pictures by reference, from allowed places only and without following redirects or
 * symbolic links out of them.
 */
final class ImageFetcher {

  private final List<AllowedPlace> allowed;
  private final FetchSettings settings;
  private final int maxBytes;
  private final HttpClient http;

  ImageFetcher(FetchSettings settings, int maxBytes) {
    this.settings = settings;
    this.maxBytes = maxBytes;
    allowed = settings.allowed().stream().map(AllowedPlace::parse).toList();
    http =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Begins to fetch; several fetches run side by side.
   *
   * @return the bytes, one more than allowed where there are more; completes with {@link
   *     ImageRefusedException} when they cannot be had within the time-out
   */
  CompletableFuture<byte[]> fetch(String reference) {
    try {
      URI uri = allowedUri(reference);
      return "file".equals(uri.getScheme())
          ? CompletableFuture.completedFuture(readFile(uri, reference))
          : readHttp(uri, reference);
    } catch (ImageRefusedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private URI allowedUri(String reference) throws ImageRefusedException {
    URI uri;
    try {
      uri = URI.create(reference).normalize();
    } catch (IllegalArgumentException e) {
      throw unreachable(reference, "it is no URI: " + e.getMessage(), e);
    }
    if (allowed.stream().noneMatch(place -> place.holds(uri))) {
      throw new ImageRefusedException(
          UNREACHABLE_IMAGE,
          "'%s' lies outside the places pictures may be fetched from: %s"
              .formatted(reference, settings.allowed()));
    }
    return uri;
  }

  private byte[] readFile(URI uri, String reference) throws ImageRefusedException {
    try {
      Path path = Path.of(uri).toRealPath();
      if (allowed.stream().noneMatch(place -> place.holds(path.toUri()))) {
        throw new ImageRefusedException(
            UNREACHABLE_IMAGE,
            "'%s' leads by a link outside the allowed places %s"
                .formatted(reference, settings.allowed()));
      }
      if (!Files.isRegularFile(path)) {
        throw new IOException("not a file");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return in.readNBytes(maxBytes + 1);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(reference, e.toString(), e);
    }
  }

  private CompletableFuture<byte[]> readHttp(URI uri, String reference) {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(settings.timeout()).build();
    return http.sendAsync(request, answer -> new BoundedBody(maxBytes + 1))
        .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(unreachable(reference, failure.toString(), failure)))
        .thenCompose(response -> body(response, reference));
  }

  private static CompletableFuture<byte[]> body(HttpResponse<byte[]> response, String reference) {
    return response.statusCode() == 200
        ? CompletableFuture.completedFuture(response.body())
        : CompletableFuture.failedFuture(
            new ImageRefusedException(
                UNREACHABLE_IMAGE,
                "'%s' answered status %d, not 200".formatted(reference, response.statusCode())));
  }

  private static ImageRefusedException unreachable(String reference, String why, Throwable cause) {
    return new ImageRefusedException(
        UNREACHABLE_IMAGE, "'%s' could not be fetched: %s".formatted(reference, why), cause);
  }
}
