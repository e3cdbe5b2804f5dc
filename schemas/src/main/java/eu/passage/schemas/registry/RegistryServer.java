package eu.passage.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process, on a free port of the loopback interface, without a password.
 *
 * <p>It answers the part of Confluent's schema registry REST that serializers, consoles and {@link
 * eu.passage.schemas.wire.SchemaRegistryClient} use: subjects, versions, schemas by id, look-up,
 * compatibility and its level (BACKWARD at first). It keeps nothing on disk and lives as long as
 * the in-process broker beside it; a deployment brings a registry of its own. Deleting, other
 * schema languages than Avro and references between schemas are not offered.
 */
public final class RegistryServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final int THREADS = 2;

  static {
    // the server writes head and body apart; without this each answer waits 40 ms for the other
    // side's acknowledgement
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final RegistryRoutes routes = new RegistryRoutes(new SchemaStore());
  private final HttpServer server;
  private final ExecutorService threads;

  private RegistryServer(HttpServer server) {
    this.server = server;
    this.threads = Executors.newFixedThreadPool(THREADS, RegistryServer::daemon);
  }

  /** Starts a registry that holds nothing, on a free port. */
  public static RegistryServer start() {
    return start(0);
  }

  /**
   * Starts a registry that holds nothing.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when the port is taken
   */
  public static RegistryServer start(int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      RegistryServer registry = new RegistryServer(HttpServer.create(address, 0));
      registry.server.createContext("/", registry::handle);
      registry.server.setExecutor(registry.threads);
      registry.server.start();
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException("the schema registry cannot listen on port " + port, e);
    }
  }

  /** Where clients find it, such as {@code http://127.0.0.1:41233}. */
  public URI address() {
    InetSocketAddress bound = server.getAddress();
    return URI.create("http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort());
  }

  /** Stops answering at once; what was registered is gone. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        reply(exchange, 200, routes.answer(read(exchange)));
      } catch (RegistryFault fault) {
        reply(exchange, fault);
      } catch (RuntimeException e) {
        LOG.error(
            "schema registry: {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        reply(exchange, RegistryFault.internal(e));
      }
    }
  }

  private static RegistryRoutes.Request read(HttpExchange exchange)
      throws IOException, RegistryFault {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      // a client reads the refusal only once it has sent everything
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      throw RegistryFault.tooLarge(MAX_BODY_BYTES);
    }
    URI uri = exchange.getRequestURI();
    List<String> path =
        Arrays.stream(uri.getRawPath().split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new RegistryRoutes.Request(
        exchange.getRequestMethod(), path, query, new String(body, StandardCharsets.UTF_8));
  }

  private static void reply(HttpExchange exchange, RegistryFault fault) throws IOException {
    Object body =
        Map.of("error_code", fault.errorCode(), "message", String.valueOf(fault.getMessage()));
    reply(exchange, fault.status(), body);
  }

  private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = print(body);
    exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static byte[] print(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that is not JSON: " + body, e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "schema-registry");
    thread.setDaemon(true);
    return thread;
  }
}
