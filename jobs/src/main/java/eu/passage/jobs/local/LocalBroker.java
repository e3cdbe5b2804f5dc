package eu.passage.jobs.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker and its controller in this process, on free ports of the loopback interface. */
final class LocalBroker implements AutoCloseable {

  private static final int NODE_ID = 1;
  private static final String HOST = "127.0.0.1";

  private final Properties properties;
  private final String bootstrapServers;
  private KafkaRaftServer server;

  private LocalBroker(Properties properties, String bootstrapServers) {
    this.properties = properties;
    this.bootstrapServers = bootstrapServers;
    this.server = started(properties);
  }

  /**
   * Formats the directory and starts a broker without topics that lets everybody do everything.
   *
   * @param directory empty; the caller deletes it after {@link #close}
   */
  static LocalBroker start(Path directory) {
    return start(directory, Optional.empty());
  }

  /**
   * The same for users alone, each of whom may do what the broker's rights say: at first nothing.
   */
  static LocalBroker start(Path directory, LocalUsers users) {
    return start(directory, Optional.of(users));
  }

  private static LocalBroker start(Path directory, Optional<LocalUsers> users) {
    try (ServerSocket broker = freePort();
        ServerSocket controller = freePort()) {
      int brokerPort = broker.getLocalPort();
      Properties properties = properties(directory, brokerPort, controller.getLocalPort());
      users.ifPresent(known -> secure(properties, known));
      format(directory);
      broker.close();
      controller.close();
      return new LocalBroker(properties, HOST + ":" + brokerPort);
    } catch (IOException e) {
      throw new UncheckedIOException("the broker in process cannot start", e);
    }
  }

  /** Where clients find it. */
  String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops as for an upgrade: what it holds stays. */
  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** After {@link #stop}: with the same data, on the same port. */
  void startAgain() {
    server = started(properties);
  }

  @Override
  public void close() {
    stop();
  }

  private static KafkaRaftServer started(Properties properties) {
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    server.startup();
    return server;
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName(HOST));
  }

  private static void format(Path directory) throws IOException {
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE_ID)
          .setControllerListenerName("CONTROLLER")
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (Exception e) {
      throw new IOException("%s cannot be formatted for Kafka".formatted(directory), e);
    }
  }

  /** The controller's door needs a password too: who comes in there may do everything. */
  private static void secure(Properties properties, LocalUsers users) {
    properties.setProperty(
        "listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
    properties.setProperty("sasl.enabled.mechanisms", "PLAIN");
    properties.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
    properties.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
    for (String listener : List.of("clients", "controller")) {
      properties.setProperty(
          "listener.name.%s.plain.sasl.jaas.config".formatted(listener), users.brokerLogin());
    }
    properties.setProperty(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    properties.setProperty("allow.everyone.if.no.acl.found", "false");
    properties.setProperty("super.users", "User:" + LocalUsers.BROKER);
  }

  /** One node alone: every replica is here, and nobody waits for others to join a group. */
  private static Properties properties(Path directory, int brokerPort, int controllerPort) {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", Integer.toString(NODE_ID));
    properties.setProperty(
        "controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, HOST, controllerPort));
    properties.setProperty(
        "listeners",
        "CLIENTS://%s:%d,CONTROLLER://%s:%d".formatted(HOST, brokerPort, HOST, controllerPort));
    properties.setProperty("advertised.listeners", "CLIENTS://%s:%d".formatted(HOST, brokerPort));
    properties.setProperty(
        "listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("inter.broker.listener.name", "CLIENTS");
    properties.setProperty("log.dirs", directory.toString());
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("offsets.topic.num.partitions", "1");
    properties.setProperty("transaction.state.log.num.partitions", "4");
    for (String internal : List.of("offsets.topic", "transaction.state.log")) {
      properties.setProperty(internal + ".replication.factor", "1");
    }
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    properties.setProperty("log.cleaner.dedupe.buffer.size", "10485760");
    return properties;
  }
}
