package eu.passage.jobs.local;

import eu.passage.jobs.access.AccessPlan;
import eu.passage.jobs.access.BrokerAccess;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.registry.RegistryServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that Passage runs on, in this process: a Kafka broker with every topic, a schema registry and
 * a Flink cluster, on free ports of the loopback interface. Nothing outlives it.
 *
 * <pre>{@code
 * try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 4)) {
 *   StreamExecutionEnvironment env = platform.cluster().environment();
 *   RecognitionJob.build(env, platform.config());
 *   platform.cluster().submit(env, "recognition");
 * }
 * }</pre>
 */
public final class LocalPlatform implements AutoCloseable {

  private static final Duration RIGHTS_WITHIN = Duration.ofSeconds(30);

  private final Deque<AutoCloseable> parts;
  private final Path directory;
  private final LocalCluster cluster;
  private final PassageConfig config;
  private final Optional<LocalUsers> users;

  private LocalPlatform(
      Deque<AutoCloseable> parts,
      Path directory,
      LocalCluster cluster,
      PassageConfig config,
      Optional<LocalUsers> users) {
    this.parts = parts;
    this.directory = directory;
    this.cluster = cluster;
    this.config = config;
    this.users = users;
  }

  /**
   * Starts everything; what had started when a part fails is stopped again.
   *
   * @param config its broker and registry are replaced by the local ones
   * @param slots of the Flink cluster: the parallelism of all jobs together
   */
  public static LocalPlatform start(PassageConfig config, int slots) {
    return start(config, slots, Optional.empty());
  }

  /**
   * The same with a broker for users alone, whose rights are those of {@link AccessPlan#shipped};
   * {@link #config} comes in as the broker itself, {@link #configOf} as one of them.
   */
  public static LocalPlatform start(PassageConfig config, int slots, LocalUsers users) {
    return start(config, slots, Optional.of(users));
  }

  private static LocalPlatform start(PassageConfig config, int slots, Optional<LocalUsers> users) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      Path directory = Files.createTempDirectory("passage-");
      parts.push(() -> delete(directory));
      Path kafka = Files.createDirectory(directory.resolve("kafka"));
      LocalBroker broker =
          users.isPresent() ? LocalBroker.start(kafka, users.get()) : LocalBroker.start(kafka);
      parts.push(broker);
      RegistryServer registry = RegistryServer.start();
      parts.push(registry);
      PassageConfig local =
          as(config.at(broker.bootstrapServers(), registry.address()), users, LocalUsers.BROKER);
      LocalTopics.create(local);
      if (users.isPresent()) {
        give(AccessPlan.shipped(), local);
      }
      LocalCluster cluster =
          LocalCluster.start(Files.createDirectory(directory.resolve("flink")), slots);
      parts.push(cluster);
      return new LocalPlatform(parts, directory, cluster, local, users);
    } catch (IOException e) {
      stopAfter(e, parts);
      throw new UncheckedIOException("the local platform has no directory to work in", e);
    } catch (RuntimeException e) {
      stopAfter(e, parts);
      throw e;
    }
  }

  /** Comes back when the broker goes by these rights: it confirms them a moment before. */
  private static void give(AccessPlan plan, PassageConfig config) {
    try (BrokerAccess access = new BrokerAccess(config)) {
      long begun = System.nanoTime();
      while (!access.apply(plan).given().isEmpty()) {
        if (System.nanoTime() - begun > RIGHTS_WITHIN.toNanos()) {
          throw new IllegalStateException("the broker does not take its rights");
        }
      }
    }
  }

  /** The configuration that reaches this platform. */
  public PassageConfig config() {
    return config;
  }

  /** The configuration that reaches this platform as one of its users. */
  public PassageConfig configOf(String user) {
    return as(config, users, user);
  }

  private static PassageConfig as(PassageConfig config, Optional<LocalUsers> users, String user) {
    return users.map(known -> config.with(known.clientProperties(user))).orElse(config);
  }

  /** The Flink cluster. */
  public LocalCluster cluster() {
    return cluster;
  }

  /** Where the broker and the cluster keep what they write. */
  public Path directory() {
    return directory;
  }

  /** Stops everything and deletes what it wrote. Closing it again does nothing. */
  @Override
  public synchronized void close() {
    stop(parts);
  }

  private static void stopAfter(Exception failure, Deque<AutoCloseable> parts) {
    try {
      stop(parts);
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  /** The last started first; a part that cannot stop does not keep the others running. */
  private static void stop(Deque<AutoCloseable> parts) {
    RuntimeException failure = new IllegalStateException("the local platform did not stop cleanly");
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
