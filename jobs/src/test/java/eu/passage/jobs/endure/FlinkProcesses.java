package eu.passage.jobs.endure;

import eu.passage.jobs.cluster.JobJar;
import eu.passage.jobs.endure.FlinkRest.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/**
 * A standalone session cluster as an operator has it: a JobManager, TaskManagers of which one is to
 * spare, and {@code flink run}, each a process of its own without any class of ours.
 */
final class FlinkProcesses implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int SLOTS = 4;

  private final Path directory;
  private final Path jar;
  private final FlinkRest rest;
  private final JavaProcess jobManager;
  private final Map<String, JavaProcess> taskManagers = new LinkedHashMap<>();
  private final List<JavaProcess> clients = new ArrayList<>();
  private int started;

  private FlinkProcesses(Path directory, Path jar, FlinkRest rest, JavaProcess jobManager) {
    this.directory = directory;
    this.jar = jar;
    this.rest = rest;
    this.jobManager = jobManager;
  }

  /**
   * Starts it with two TaskManagers.
   *
   * @param directory empty; for everything that it writes
   */
  static FlinkProcesses start(Path directory) throws Exception {
    Path jar = directory.resolve("job.jar");
    JobJar.write(jar);
    int port;
    try (ServerSocket rpc = freePort();
        ServerSocket web = freePort()) {
      port = web.getLocalPort();
      Files.writeString(
          directory.resolve("config.yaml"), config(directory, rpc.getLocalPort(), port));
    }
    Files.writeString(directory.resolve("log4j2.xml"), LOGGING);
    JavaProcess jobManager =
        JavaProcess.start(
            "jobmanager",
            directory,
            "768m",
            StandaloneSessionClusterEntrypoint.class.getName(),
            List.of("--configDir", directory.toString()));
    FlinkRest rest = new FlinkRest(URI.create("http://%s:%d".formatted(HOST, port)));
    FlinkProcesses cluster = new FlinkProcesses(directory, jar, rest, jobManager);
    try {
      Waiting.until("the JobManager answers", rest::isThere, jobManager::lastWords);
      cluster.startTaskManager();
      cluster.startTaskManager();
      Waiting.until(
          "both TaskManagers are there",
          () -> {
            cluster.taskManagers.values().forEach(JavaProcess::requireAlive);
            return rest.taskManagers().size() == 2;
          },
          rest::taskManagers);
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  FlinkRest rest() {
    return rest;
  }

  void startTaskManager() throws IOException {
    String name = "taskmanager-" + ++started;
    taskManagers.put(
        name,
        JavaProcess.start(
            name,
            directory,
            "896m",
            TaskManagerRunner.class.getName(),
            List.of("--configDir", directory.toString(), "-D", "taskmanager.resource-id=" + name)));
  }

  /**
   * {@code kill -9} of the TaskManager that has the most work.
   *
   * @return which that was, and its process
   */
  String killTaskManager() throws IOException, InterruptedException {
    String busiest =
        rest.taskManagers().stream().filter(taskManagers::containsKey).findFirst().orElseThrow();
    JavaProcess process = Optional.ofNullable(taskManagers.remove(busiest)).orElseThrow();
    try (process) {
      process.kill();
    }
    return "%s, process %d".formatted(process.name(), process.pid());
  }

  /** {@code flink run}, which stays until the job ends; comes back when all its tasks run. */
  void run(Class<?> job, String name, Path config) throws Exception {
    JavaProcess client =
        JavaProcess.start(
            "run-" + name,
            directory,
            "256m",
            CliFrontend.class.getName(),
            List.of("run", "-c", job.getName(), jar.toString(), "--config", config.toString()));
    clients.add(client);
    Waiting.until(
        name + " runs",
        () -> {
          client.requireAlive();
          return rest.job(name).filter(Job::isWhole).isPresent();
        },
        () -> rest.job(name) + "\n" + client.lastWords());
  }

  /** Hands a job in by REST, as the web UI does; comes back when all its tasks run. */
  void submit(Class<?> job, String name, Path config) throws Exception {
    rest.submit(jar, job, config);
    Waiting.until(
        name + " runs",
        () -> rest.job(name).filter(Job::isWhole).isPresent(),
        () -> rest.job(name));
  }

  Job job(String name) throws IOException, InterruptedException {
    return rest.job(name).orElseThrow();
  }

  /** Has a job end by itself; comes back when it has. */
  void drain(String name) throws Exception {
    rest.drain(job(name), directory.resolve("savepoints").toUri());
    Waiting.until(
        name + " ends", () -> job(name).state().equals("FINISHED"), () -> job(name).state());
  }

  @Override
  public void close() throws InterruptedException {
    List<JavaProcess> all = new ArrayList<>(clients);
    all.addAll(taskManagers.values());
    all.add(jobManager);
    for (JavaProcess one : all) {
      one.close();
    }
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static String config(Path directory, int rpcPort, int webPort) {
    return """
        jobmanager.rpc.address: %1$s
        jobmanager.rpc.port: %2$d
        jobmanager.bind-host: %1$s
        jobmanager.memory.process.size: 1g
        blob.server.port: "0"
        rest.address: %1$s
        rest.bind-address: %1$s
        rest.port: %3$d
        rest.bind-port: "%3$d"
        taskmanager.host: %1$s
        taskmanager.bind-host: %1$s
        taskmanager.numberOfTaskSlots: %5$d
        taskmanager.load-balance.mode: SLOTS
        taskmanager.cpu.cores: 1.0
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 192m
        taskmanager.memory.jvm-overhead.max: 192m
        taskmanager.memory.task.heap.size: 768m
        taskmanager.memory.task.off-heap.size: 0b
        taskmanager.memory.network.min: 96m
        taskmanager.memory.network.max: 96m
        taskmanager.memory.managed.size: 256m
        # a lost TaskManager is noticed within seconds
        heartbeat.interval: "2000"
        heartbeat.timeout: "30000"
        pekko.startup-timeout: 120s
        pekko.ask.timeout: 60s
        io.tmp.dirs: %4$s/tmp
        execution.checkpointing.storage: filesystem
        execution.checkpointing.dir: file://%4$s/checkpoints
        # see jobs/README.md, what goes where on a cluster
        classloader.parent-first-patterns.additional: ai.djl.;org.bytedeco.;com.sun.jna.;org.apache.avro.;org.apache.kafka.;org.postgresql.
        """
        .formatted(HOST, rpcPort, webPort, directory, SLOTS);
  }

  private static final String LOGGING =
      """
      <Configuration>
        <Appenders>
          <Console name="console">
            <PatternLayout pattern="%d{HH:mm:ss.SSS} %-5p %c{1} %m%n%throwable"/>
          </Console>
        </Appenders>
        <Loggers>
          <Logger name="org.apache.kafka" level="WARN"/>
          <Root level="INFO"><AppenderRef ref="console"/></Root>
        </Loggers>
      </Configuration>
      """;
}
