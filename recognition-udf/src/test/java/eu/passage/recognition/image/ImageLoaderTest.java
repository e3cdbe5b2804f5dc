package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.EMPTY_IMAGE;
import static eu.passage.avro.DeadLetterReason.IMAGE_TOO_LARGE;
import static eu.passage.avro.DeadLetterReason.UNREACHABLE_IMAGE;
import static eu.passage.avro.DeadLetterReason.WRONG_HASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Image;
import eu.passage.recognition.Samples;
import eu.passage.schemas.ids.Ids;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageLoaderTest {

  private static final byte[] PICTURE = Samples.jpeg(64, 48, Color.BLUE);

  @TempDir Path folder;
  private HttpServer server;
  private String root;
  private final CountDownLatch done = new CountDownLatch(1);

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    root = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    answer("/frames/good.jpg", 200, PICTURE);
    answer("/frames/gone.jpg", 404, new byte[0]);
    answer("/frames/huge.jpg", 200, new byte[ImageLimits.DEFAULT.maxBytes() + 70_000]);
    answer("/secret/good.jpg", 200, PICTURE);
    server.createContext(
        "/frames/moved.jpg",
        exchange -> {
          exchange.getResponseHeaders().add("Location", root + "secret/good.jpg");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/frames/stalls.jpg",
        exchange -> {
          exchange.sendResponseHeaders(200, PICTURE.length);
          exchange.getResponseBody().write(PICTURE, 0, 10);
          exchange.getResponseBody().flush();
          awaitDone();
          exchange.close();
        });
    server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
    ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
  }

  @Test
  void aPictureArrivesInlineByFileAndByHttp() throws Exception {
    Path file = Files.write(folder.resolve("a b.jpg"), PICTURE);
    for (Image image :
        List.of(inline(PICTURE), at(file.toUri().toString()), at(root + "frames/good.jpg"))) {
      try (Picture picture = loader().begin(image).await()) {
        assertThat(picture.width()).isEqualTo(64);
        assertThat(picture.height()).isEqualTo(48);
      }
    }
  }

  @Test
  void bytesOfAnotherPictureHaveTheWrongHash() {
    Image image = inline(PICTURE);
    image.setSha256("0".repeat(64));
    refuses(image, WRONG_HASH, Ids.sha256Hex(PICTURE), "0".repeat(64));
  }

  @Test
  void neitherBytesNorReferenceIsAnEmptyImage() {
    Image image = inline(PICTURE);
    image.setBytes(null);
    refuses(image, EMPTY_IMAGE, "neither bytes nor a reference");
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    String nobody = "http://127.0.0.1:%d/".formatted(port);
    ImageLoader loader = loader(List.of(nobody), Duration.ofSeconds(2));
    refuses(loader, at(nobody + "x.jpg"), UNREACHABLE_IMAGE, nobody + "x.jpg");
  }

  @Test
  void aServerThatStallsInMidPictureIsUnreachableAfterTheTimeOut() {
    ImageLoader loader = loader(List.of(root + "frames/"), Duration.ofMillis(200));
    refuses(loader, at(root + "frames/stalls.jpg"), UNREACHABLE_IMAGE, "Timeout");
  }

  @Test
  void anAnswerOtherThan200IsUnreachable() {
    refuses(at(root + "frames/gone.jpg"), UNREACHABLE_IMAGE, "404");
  }

  @Test
  void aRedirectIsNotFollowed() {
    refuses(at(root + "frames/moved.jpg"), UNREACHABLE_IMAGE, "302");
  }

  @Test
  void noMoreThanTheLimitIsReadFromAServer() {
    refuses(at(root + "frames/huge.jpg"), IMAGE_TOO_LARGE, "2,097,153 bytes");
  }

  @Test
  void onlyAllowedPlacesAreAsked() throws IOException {
    Path outside = Files.write(Files.createTempFile("outside", ".jpg"), PICTURE);
    try {
      for (String place :
          List.of(
              root + "secret/good.jpg",
              root + "frames/../secret/good.jpg",
              root + "frames/%2e%2e/secret/good.jpg",
              outside.toUri().toString(),
              "ftp://127.0.0.1/x.jpg",
              "x.jpg")) {
        refuses(at(place), UNREACHABLE_IMAGE, "outside the places");
      }
      Path link = Files.createSymbolicLink(folder.resolve("link.jpg"), outside);
      refuses(at(link.toUri().toString()), UNREACHABLE_IMAGE, "outside the allowed places");
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void byDefaultNothingIsFetched() {
    ImageLoader loader = new ImageLoader(ImageLimits.DEFAULT, FetchSettings.NONE);
    refuses(loader, at(root + "frames/good.jpg"), UNREACHABLE_IMAGE, "[]");
  }

  @Test
  void aMissingFileAFolderAndNoUriAreUnreachable() {
    refuses(at(folder.resolve("none.jpg").toUri().toString()), UNREACHABLE_IMAGE, "none.jpg");
    refuses(at(folder.toUri().toString()), UNREACHABLE_IMAGE, "could not be fetched");
    refuses(at("http://[bad"), UNREACHABLE_IMAGE, "no URI");
  }

  @Test
  void aPlaceThatIsNoFolderIsAnError() {
    assertThatThrownBy(() -> new FetchSettings(List.of("http://host/x"), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'http://host/x'", "ends in '/'");
  }

  private ImageLoader loader() {
    return loader(List.of(folder.toUri().toString(), root + "frames/"), Duration.ofSeconds(5));
  }

  private static ImageLoader loader(List<String> allowed, Duration timeout) {
    return new ImageLoader(ImageLimits.DEFAULT, new FetchSettings(allowed, timeout));
  }

  private void refuses(Image image, DeadLetterReason reason, String... words) {
    refuses(loader(), image, reason, words);
  }

  private static void refuses(
      ImageLoader loader, Image image, DeadLetterReason reason, String... words) {
    ImageRefusedException refused =
        catchThrowableOfType(ImageRefusedException.class, () -> loader.begin(image).await());
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
    assertThat(refused).hasMessageContainingAll(words);
  }

  private static Image inline(byte[] bytes) {
    return Image.newBuilder()
        .setSha256(Ids.sha256Hex(bytes))
        .setContentType("image/jpeg")
        .setBytes(ByteBuffer.wrap(bytes))
        .build();
  }

  private static Image at(String uri) {
    return Image.newBuilder()
        .setSha256(Ids.sha256Hex(PICTURE))
        .setContentType("image/jpeg")
        .setUri(uri)
        .build();
  }

  private void answer(String path, int status, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private void awaitDone() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
