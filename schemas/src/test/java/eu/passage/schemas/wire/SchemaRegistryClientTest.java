package eu.passage.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import eu.passage.schemas.Topic;
import eu.passage.schemas.registry.RegistryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryClientTest {

  private static final Schema V1 = SchemaBuilder.record("R").fields().requiredInt("a").endRecord();
  private static final Schema V2 =
      SchemaBuilder.record("R").fields().requiredInt("a").optionalInt("b").endRecord();
  private static final Schema INCOMPATIBLE =
      SchemaBuilder.record("R").fields().requiredString("a").endRecord();

  private RegistryServer server;
  private SchemaRegistryClient client;

  @BeforeEach
  void start() {
    server = RegistryServer.start();
    client = new SchemaRegistryClient(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsRegisteredIsFoundAgainByIdVersionAndSchema() throws Exception {
    int first = client.register("s", V1);
    int second = client.register("s", V2);

    assertThat(client.byId(first)).isEqualTo(V1);
    assertThat(client.version("s", 1)).isEqualTo(new RegisteredSchema("s", 1, first, V1));
    assertThat(client.latest("s")).isEqualTo(new RegisteredSchema("s", 2, second, V2));
    assertThat(client.lookup("s", V1)).contains(new RegisteredSchema("s", 1, first, V1));
    assertThat(client.subjects()).containsExactly("s");
    assertThat(client.versions("s")).containsExactly(1, 2);
  }

  @Test
  void everyTopicsSchemaSurvivesTheRegistry() throws Exception {
    for (Topic topic : Topic.values()) {
      Schema published = PortableSchema.of(topic.schema());

      int id = client.register(topic.subject(), published);

      assertThat(client.byId(id)).isEqualTo(published);
    }
  }

  @Test
  void aSchemaThatASubjectDoesNotHoldIsNotFoundThere() throws Exception {
    client.register("s", V1);

    assertThat(client.lookup("s", V2)).isEmpty();
    assertThat(client.lookup("none", V1)).isEmpty();
  }

  @Test
  void anIncompatibleSchemaIsRefusedAndRecognisedAsSuch() throws Exception {
    client.register("s", V1);

    assertThat(client.isCompatibleWithLatest("s", V2)).isTrue();
    assertThat(client.isCompatibleWithLatest("s", INCOMPATIBLE)).isFalse();
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> client.register("s", INCOMPATIBLE))
        .matches(RegistryException::isIncompatible)
        .matches(e -> !e.isRetryable());
  }

  @Test
  void anUnknownIdIsNotFoundAndNotRetryable() {
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> client.byId(4711))
        .matches(RegistryException::isNotFound)
        .matches(e -> e.errorCode() == 40403)
        .matches(e -> !e.isRetryable());
  }

  @Test
  void aRegistryThatIsGoneIsRetryable() {
    server.close();

    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> client.byId(1))
        .matches(RegistryException::isRetryable)
        .withMessageContaining("/schemas/ids/1");
  }

  @Test
  void aRegistryThatNeverAnswersIsGivenUpOn() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      SchemaRegistryClient impatient = new SchemaRegistryClient(address, Duration.ofMillis(200));

      assertThatExceptionOfType(RegistryException.class)
          .isThrownBy(() -> impatient.byId(1))
          .matches(RegistryException::isRetryable);
    }
  }

  @Test
  void userInformationTravelsAsBasicAuthenticationAndNeverInAMessage() throws Exception {
    AtomicReference<String> authorization = new AtomicReference<>("");
    HttpServer locked = answering(401, "{\"error_code\":401,\"message\":\"no\"}", authorization);
    try {
      int port = locked.getAddress().getPort();
      SchemaRegistryClient guest =
          new SchemaRegistryClient(URI.create("http://ann:s%3Acret@127.0.0.1:" + port + "/api"));

      assertThatExceptionOfType(RegistryException.class)
          .isThrownBy(() -> guest.byId(1))
          .matches(e -> e.status() == 401 && !e.isRetryable())
          .withMessageContaining("/api/schemas/ids/1")
          .withMessageNotContaining("cret");
      String sent = authorization.get().replace("Basic ", "");
      assertThat(new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8))
          .isEqualTo("ann:s:cret");
    } finally {
      locked.stop(0);
    }
  }

  @Test
  void anAnswerThatIsNotJsonNamesTheAddress() throws Exception {
    HttpServer other = answering(200, "<html>", new AtomicReference<>(""));
    try {
      int port = other.getAddress().getPort();
      SchemaRegistryClient lost = new SchemaRegistryClient(URI.create("http://127.0.0.1:" + port));

      assertThatExceptionOfType(RegistryException.class)
          .isThrownBy(lost::subjects)
          .withMessageContaining("is this a schema registry?")
          .withMessageContaining(":" + port);
    } finally {
      other.stop(0);
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SchemaRegistryClient(URI.create("localhost:8081")))
        .withMessageContaining("http://host:port");
  }

  private static HttpServer answering(
      int status, String body, AtomicReference<String> authorization) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String header = exchange.getRequestHeaders().getFirst("Authorization");
          authorization.set(header == null ? "" : header);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }
}
