package eu.passage.jobs.tolls.rerate;

import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.rerate.RerateLine;
import eu.passage.cep.toll.rerate.RerateSettings;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.jobs.RerateJob;
import eu.passage.jobs.config.PassageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * One re-rating, from its source to its summary.
 *
 * @param from the first local day that is rated again; null: all that there are
 */
record RerateRun(
    PassageConfig config, TariffTable tariffs, @Nullable LocalDate from, boolean dryRun) {

  private static final Comparator<RerateLine> BY_DAY =
      Comparator.comparing(RerateLine::day)
          .thenComparing(RerateLine::left)
          .thenComparing(RerateLine::before)
          .thenComparing(RerateLine::after);

  /** What Flink sorts in; more of it is on disk. */
  private static final MemorySize SORTING = MemorySize.ofMebiBytes(256);

  private static final MemorySize EXCHANGING = MemorySize.ofMebiBytes(128);

  private static final int CORES =
      Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));

  /** On a cluster in this process. */
  RerateSummary here() throws Exception {
    Path directory = Files.createTempDirectory("passage-rerate-");
    try {
      return on(environment(directory));
    } finally {
      FileUtils.deleteDirectoryQuietly(directory.toFile());
    }
  }

  /** On the cluster that it was submitted to. */
  RerateSummary onCluster() throws Exception {
    return on(StreamExecutionEnvironment.getExecutionEnvironment());
  }

  /**
   * In an environment.
   *
   * @throws Exception what made the job fail
   */
  RerateSummary on(StreamExecutionEnvironment env) throws Exception {
    StoredTolls source = StoredTolls.of(config);
    ZoneId zone = config.tollArchive().zoneId();
    Reach reach = Reach.of(source, tariffs, from, zone);
    if (source.isEmptySince(reach.read())) {
      return new RerateSummary(source.text(), reach.notes(), List.of(), dryRun);
    }
    TollSettings tolls = config.tolls().settings();
    RerateSettings settings =
        new RerateSettings(tariffs, tolls.billAt(), reach.since(), tolls.registry(), zone);
    var lines =
        RerateJob.build(env, config, source.open(env, reach.read()), settings, dryRun)
            .collectAsync();
    JobClient job = env.executeAsync(RerateJob.NAME);
    List<RerateLine> found = collect(lines);
    job.getJobExecutionResult().get();
    return new RerateSummary(source.text(), reach.notes(), found, dryRun);
  }

  private static List<RerateLine> collect(CloseableIterator<RerateLine> lines) throws Exception {
    List<RerateLine> found = new ArrayList<>();
    try (lines) {
      lines.forEachRemaining(found::add);
    }
    found.sort(BY_DAY);
    return found;
  }

  private static StreamExecutionEnvironment environment(Path directory) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, SORTING);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, EXCHANGING);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, EXCHANGING);
    configuration.set(CoreOptions.TMP_DIRS, directory.toString());
    // as many subtasks as there are cores, however little there is to read
    configuration.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
    return StreamExecutionEnvironment.createLocalEnvironment(CORES, configuration);
  }
}
