package eu.passage.jobs.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.client.program.PackagedProgramUtils;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.MutableURLClassLoader;

/**
 * A session cluster with one TaskManager, in a process of its own whose class path holds nothing of
 * ours: what a job needs of us it gets from its jar, by a class loader of its own. Commands come a
 * line each by standard input, and each is answered by a line.
 *
 * <ul>
 *   <li>{@code start}: submits the jar's job as {@code flink run} does
 *   <li>{@code cancel}, {@code drain}: ends it at once, or after what it has read
 *   <li>{@code loaders}: the class loaders that have loaded our classes and were not seen to go
 *   <li>{@code held}: the same after a bounded wait until no more than one is left
 * </ul>
 */
final class SessionClusterMain {

  private static final String OURS = "eu.passage.recognition.model.SharedModels";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_MS = 200;

  private final Submission submission;
  private final String directory;
  private final MiniCluster cluster;
  private final Configuration configuration;
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final Map<Reference<ClassLoader>, String> held = new HashMap<>();
  private int starts;
  private JobID job = new JobID();

  private record Submission(File jar, String entryClass, String config) {}

  private SessionClusterMain(Submission submission, String directory) throws Exception {
    this.submission = submission;
    this.directory = directory;
    configuration = configuration(directory);
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build());
    cluster.start();
  }

  /** Takes the job's jar, its main class, its configuration file and a directory to work in. */
  public static void main(String[] args) throws Exception {
    Thread.currentThread().setUncaughtExceptionHandler(SessionClusterMain::die);
    SessionClusterMain session =
        new SessionClusterMain(new Submission(new File(args[0]), args[1], args[2]), args[3]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println("> " + session.answer(line));
    }
    session.cluster.close();
  }

  /** The cluster's own threads would keep the process alive, and the test waiting. */
  private static void die(Thread thread, Throwable failure) {
    failure.printStackTrace();
    Runtime.getRuntime().halt(1);
  }

  private String answer(String command) throws Exception {
    return switch (command) {
      case "start" -> start();
      case "cancel" -> {
        remember();
        cluster.cancelJob(job).get();
        yield ended();
      }
      case "drain" -> {
        remember();
        cluster
            .stopWithSavepoint(job, directory + "/savepoints", true, SavepointFormatType.CANONICAL)
            .get();
        yield ended();
      }
      case "loaders" -> held.values().stream().sorted().toList().toString();
      case "held" -> stillHeld().toString();
      default -> throw new IllegalArgumentException("unknown command " + command);
    };
  }

  /** In a thread of its own, since a client is a process that ends. */
  private String start() throws Exception {
    FutureTask<Void> client = new FutureTask<>(this::submit);
    new Thread(client, "client").start();
    client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return "submitted";
  }

  private Void submit() throws Exception {
    try (PackagedProgram program =
        PackagedProgram.newBuilder()
            .setJarFile(submission.jar)
            .setEntryPointClassName(submission.entryClass)
            .setArguments("--config", submission.config)
            .setConfiguration(configuration)
            .build()) {
      JobGraph graph = PackagedProgramUtils.createJobGraph(program, configuration, 1, false);
      starts++;
      remember("client", program.getUserCodeClassLoader());
      job = cluster.submitJob(graph).get().getJobID();
      return null;
    }
  }

  private String ended() throws Exception {
    return cluster
        .requestJobResult(job)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .getJobStatus()
        .orElseThrow()
        .name();
  }

  /** The class loaders of the job that runs: its tasks' and its coordinators'. */
  private void remember() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      ThreadGroup group = thread.getThreadGroup();
      if (group != null && group.getName().equals("Flink Task Threads")) {
        remember("TaskManager", thread.getContextClassLoader());
      } else if (thread.getName().startsWith("SourceCoordinator")) {
        remember("JobManager", thread.getContextClassLoader());
      }
    }
  }

  private void remember(String whose, ClassLoader context) {
    ClassLoader ours = ours(context);
    if (ours != null && held.keySet().stream().noneMatch(known -> known.refersTo(ours))) {
      held.put(new WeakReference<>(ours, gone), whose + " " + starts);
    }
  }

  /** The loader behind Flink's wrapper, if this is one that has our classes. */
  private static ClassLoader ours(ClassLoader context) {
    if (!(context instanceof MutableURLClassLoader)) {
      return null;
    }
    try {
      return Class.forName(OURS, false, context).getClassLoader();
    } catch (ClassNotFoundException | IllegalStateException closed) {
      return null;
    }
  }

  @SuppressWarnings("SystemGc") // that is what the question is about
  private List<String> stillHeld() throws Exception {
    // the JDK keeps the last record's components that were hashed for the first time; now ours
    int unused = submission.hashCode();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (held.size() > 1 && System.nanoTime() < end) {
      System.gc();
      // the JDK's cache of serialisable classes lets go of what was collected when next used
      InstantiationUtil.clone(job);
      Reference<? extends ClassLoader> collected = gone.remove(LOOK_AGAIN_MS);
      while (collected != null) {
        held.remove(collected);
        collected = gone.poll();
      }
    }
    return held.values().stream().sorted().toList();
  }

  private static Configuration configuration(String directory) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.ADDRESS, "127.0.0.1");
    configuration.set(CoreOptions.TMP_DIRS, directory + "/tmp");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        new File(directory, "checkpoints").toURI().toString());
    configuration.set(
        CoreOptions.ALWAYS_PARENT_FIRST_LOADER_PATTERNS_ADDITIONAL,
        List.of(
            "ai.djl.", "org.bytedeco.", "com.sun.jna.", "org.apache.avro.", "org.apache.kafka."));
    return configuration;
  }
}
