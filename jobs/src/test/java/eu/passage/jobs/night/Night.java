package eu.passage.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CameraReading;
import eu.passage.avro.Direction;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Observation;
import eu.passage.jobs.DetectionJob;
import eu.passage.jobs.audit.AuditCommand;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.SampleRecords;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.jobs.police.AlertsCommand;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.watch.WatchCommand;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/**
 * The last two nights on the roads of {@code deploy/examples/inland-camera.yaml}: the detection job
 * on a broker in process, and people who type commands.
 */
final class Night implements AutoCloseable {

  private static final Path ROADS = Path.of("../deploy/examples/inland-camera.yaml");

  private static final LocalDate TODAY = LocalDate.now(ScenarioSettings.ZONE);

  private static final Pattern ENTRY = Pattern.compile("W-[0-9A-Z]{12}");

  private static final int FRAMES = 3;

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.read(ROADS), 2);
  private final List<Said> printed = new ArrayList<>();
  private int passages;

  Night() {
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, platform.config());
    platform.cluster().submit(env, DetectionJob.NAME);
  }

  /** A time of the night before last, such as {@code 01:31}. */
  static Instant first(String time) {
    return at(TODAY.minusDays(2), time);
  }

  /** A time of the last night. */
  static Instant second(String time) {
    return at(TODAY.minusDays(1), time);
  }

  private static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(ScenarioSettings.ZONE).toInstant();
  }

  PassageConfig config() {
    return platform.config();
  }

  /** Somebody asks for a vehicle and somebody else approves it; both sides are to be told. */
  String wanted(String plate, String action, String offence) {
    String from = TODAY.minusDays(3).toString();
    String proposed =
        watch(
            "add --plate %s --country BE --action %s --offence %s --from %s --until 30d"
                .formatted(plate, action, offence, from),
            "--basis",
            "Police function act, art. 44/11/3sexies",
            "--purpose",
            "judicial",
            "--case",
            "2026/117",
            "--requester",
            "investigation Tournai",
            "--notify",
            "police-be,ccpd-tournai",
            "--timeout",
            "60s");
    Matcher id = ENTRY.matcher(proposed);
    assertThat(id.find()).as(proposed).isTrue();
    String approved =
        watch("approve " + id.group() + " --timeout 60s", "--approver", "prosecutor of Tournai");
    assertThat(approved).contains(id.group() + " is in force");
    return id.group();
  }

  /** {@code passage watch …}: words, and what holds spaces; what it answers. */
  String watch(String words, String... more) {
    return type("watch", new WatchCommand(), words, more);
  }

  /** {@code passage alerts …}. */
  String alerts(String words, String... more) {
    return type("alerts", new AlertsCommand(), words, more);
  }

  /** {@code passage audit …}. */
  String audit(String words) {
    return type("audit", new AuditCommand(), words);
  }

  private String type(String name, Object command, String words, String... more) {
    List<String> args = new ArrayList<>(List.of(words.split(" ")));
    args.addAll(List.of(more));
    args.addAll(List.of("--bootstrap", config().kafka().bootstrapServers()));
    args.addAll(List.of("--registry", config().registry().url().toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args.toArray(String[]::new));
    String where = name + " " + words.split(" ")[0];
    printed.add(new Said(where, out.toString()));
    printed.add(new Said(where, err.toString()));
    assertThat(status).as("%s: %s%s", where, out, err).isEqualTo(ExitCode.OK);
    return out.toString();
  }

  /** All that the commands printed. */
  List<Said> printed() {
    return List.copyOf(printed);
  }

  /** A Belgian car passes a camera that says which way and how fast. */
  void passes(String plate, String camera, Direction way, double kmh, Instant at) {
    passages++;
    CameraReading said =
        CameraReading.newBuilder().setDirection(way).setSpeed((float) (kmh / 3.6)).build();
    try (var topic = new TopicWriter<>(config(), Topic.OBSERVATIONS, Observation.class)) {
      for (int frame = 0; frame < FRAMES; frame++) {
        String id = "o-%d-%d".formatted(passages, frame);
        Observation one = SampleRecords.reading(id, camera, at.plusMillis(250L * frame), plate);
        one.setCamera(said);
        topic.write(one);
      }
      topic.flush();
    }
  }

  /** What a recipient was told up to the first moment at which it was told of so many kinds. */
  List<Notice> told(String recipient, NoticeKind kind, int times) throws IOException {
    return told(recipient, all -> all.stream().filter(n -> n.getKind() == kind).count() >= times);
  }

  private List<Notice> told(String recipient, Predicate<List<Notice>> enough) throws IOException {
    try (var notices = new CommittedReader<>(Topic.noticesOf(recipient), Notice.class, config())) {
      return Eventually.read(notices, enough);
    }
  }

  @Override
  public void close() {
    platform.close();
  }
}
