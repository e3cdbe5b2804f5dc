package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.jobs.cli.Passage;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An import whose process is killed while it writes. */
@Timeout(300)
class BrokenImportTest {

  private static final String OLD = "plate,country\n1ABC234,BE\n2XYZ987,BE\n";

  /** Written for seconds: it is killed long before its end. */
  private static final int MANY = 150_000;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
  private final PassageConfig config = platform.config();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void itLeavesTheListThatWasInForceAndTheNextOneIsDoneAtOnce() throws Exception {
    assertThat(imported(OLD, "2026-03-01T06:00:00Z").err()).isEmpty();
    long before = written();

    Process process = killedWhileItWrites(before);
    assertThat(process.exitValue()).as("killed").isNotZero();
    assertThat(written() - before).as("rows at the broker").isBetween(1L, MANY - 1L);

    assertThat(inForce()).containsExactlyInAnyOrder("1ABC234", "2XYZ987");
    assertThat(watch("lists").out()).containsPattern("stolen +1  stale .* 2  2126-01-01");

    WatchRun next = imported(OLD.replace("2XYZ987", "3DEF456"), "2026-03-03T06:00:00Z");
    assertThat(next.status()).isEqualTo(ExitCode.OK);
    assertThat(next.out())
        .isEqualTo("stolen, making 2: 2 rows; 1 new, 0 changed, 1 unchanged, 1 withdrawn\n");
    assertThat(inForce()).containsExactlyInAnyOrder("1ABC234", "3DEF456");
  }

  private Process killedWhileItWrites(long before) throws Exception {
    String rows =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "%dZZ%c%03d,BE",
                        1 + i / 26_000,
                        'A' + i / 1_000 % 26,
                        i % 1_000))
            .collect(Collectors.joining("\n", "plate,country\n", "\n"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dpassage.log=" + folder.resolve("passage.log"),
                Passage.class.getName(),
                "watch"));
    command.addAll(arguments(Files.writeString(folder.resolve("many.csv"), rows), "2026-03-02"));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (written() == before) {
      assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
      assertThat(System.nanoTime()).as("nothing is written").isLessThan(end);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process;
  }

  /** How much the topic of rows holds, committed or not. */
  private long written() {
    Properties client = config.kafka().clientProperties();
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.WATCH_LISTS.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Plates as the job gets them: the newest committed versions. */
  private List<String> inForce() {
    KnownEntries known = new KnownEntries();
    try (WatchTopics topics = new WatchTopics(config)) {
      topics.read(known::entry);
    }
    return known.rows(EntryState::isOpen, Instant.now()).stream()
        .map(KnownEntries.Row::entry)
        .filter(entry -> entry.getStatus() == WatchStatus.APPROVED)
        .map(WatchEntry::getPlate)
        .toList();
  }

  private WatchRun imported(String text, String madeAt) throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), text);
    return WatchRun.of(arguments(file, madeAt).toArray(String[]::new));
  }

  private WatchRun watch(String command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(where());
    return WatchRun.of(all.toArray(String[]::new));
  }

  private List<String> arguments(Path file, String madeAt) {
    List<String> args = new ArrayList<>(List.of("import", file.toString(), "--list=stolen"));
    args.addAll(List.of("--made-at=" + madeAt, "--approver=prosecutor", "--basis=a law"));
    args.addAll(List.of("--purpose=judicial", "--case=2026/1", "--action=observe"));
    args.addAll(List.of("--offence=stolen-vehicle", "--until=2126-01-01", "--notify=police-be"));
    args.add("--requester=vehicle registry");
    args.addAll(where());
    return args;
  }

  private List<String> where() {
    return List.of(
        "--bootstrap=" + config.kafka().bootstrapServers(),
        "--registry=" + config.registry().url());
  }
}
