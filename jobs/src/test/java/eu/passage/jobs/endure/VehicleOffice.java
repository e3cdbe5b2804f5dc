package eu.passage.jobs.endure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A vehicle registry by HTTP, which can be away. */
final class VehicleOffice implements AutoCloseable {

  private final Map<String, Vehicle> vehicles;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean away;

  /**
   * @param tractors the numbers from 0 to below this
   */
  VehicleOffice(int tractors) throws IOException {
    vehicles =
        IntStream.range(0, tractors)
            .mapToObj(Vehicle::tractor)
            .filter(Vehicle::registered)
            .collect(Collectors.toMap(VehicleOffice::path, Function.identity()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/vehicles/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Whether every question is refused from now on. */
  void setAway(boolean away) {
    this.away = away;
  }

  int answered() {
    return answered.get();
  }

  int refused() {
    return refused.get();
  }

  private static String path(Vehicle vehicle) {
    return "/vehicles/%s/%s".formatted(vehicle.country(), vehicle.plate());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (away) {
        refused.incrementAndGet();
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      answered.incrementAndGet();
      Vehicle vehicle = vehicles.get(exchange.getRequestURI().getPath());
      if (vehicle == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] facts =
          "{\"euroClass\": %d, \"uses\": [%s]}"
              .formatted(vehicle.euroClass(), vehicle.military() ? "\"military\"" : "")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, facts.length);
      exchange.getResponseBody().write(facts);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
