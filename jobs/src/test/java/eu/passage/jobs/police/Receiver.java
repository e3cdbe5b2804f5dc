package eu.passage.jobs.police;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A dispatch system that takes events, or answers as it is told. */
final class Receiver implements AutoCloseable {

  /** No answer, until it is closed. */
  static final int SILENCE = -1;

  /** The connection is cut. */
  static final int CUT_OFF = -2;

  private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();

  /** What came. */
  record Request(String contentType, String signature, String body) {

    String id() {
      try {
        return JSON.readTree(body).path("id").asText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** As a receiver checks it. */
    boolean isSignedWith(String secret) {
      Matcher matcher = SIGNATURE.matcher(signature);
      if (!matcher.matches()) {
        return false;
      }
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update(matcher.group(1).getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        return HexFormat.of()
            .formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)))
            .equals(matcher.group(2));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Receiver(HttpServer server) {
    this.server = server;
  }

  static Receiver start() {
    try {
      Receiver receiver =
          new Receiver(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      receiver.server.createContext("/alerts", receiver::take);
      receiver.server.setExecutor(receiver.threads);
      receiver.server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
  }

  /** What it answers to the next requests; after these 200. */
  synchronized void answer(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = note(exchange, body);
    if (status == SILENCE) {
      await();
    }
    if (status < 0) {
      exchange.close();
      return;
    }
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "0");
    }
    byte[] answer = ("because of " + status).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : answer.length);
    if (status != 204) {
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }

  private synchronized int note(HttpExchange exchange, byte[] body) {
    requests.add(
        new Request(
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst(Signature.HEADER),
            new String(body, StandardCharsets.UTF_8)));
    return answers.isEmpty() ? 200 : answers.remove();
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
