package eu.passage.jobs.endure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.TollArchiveJob;
import eu.passage.jobs.TollJob;
import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.local.OwnBroker;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The toll path as it is deployed, in processes of their own: while 200,000 trucks pass, a
 * TaskManager is killed three times, broker and database are restarted once each, and the vehicle
 * registry is away for a while. README of this module: how to run it, and what it shows.
 */
@Tag("slow")
@Timeout(3_600)
class TollEnduranceTest {

  private static final int PASSAGES = Integer.getInteger("endure.passages", 200_000);

  /** So many passages at most are under way: some seconds of what the jobs do. */
  private static final int UNDER_WAY = Math.max(500, PASSAGES / 20);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void topicTableAndFilesHoldEachPassageOnceAndToTheCentWhateverIsKilledAndRestarted()
      throws Exception {
    List<TruePassage> passages = Traffic.passages(PASSAGES);
    Map<String, Owed> truth = Truth.of(passages);
    Path files = directory.resolve("tolls");
    try (VehicleOffice vehicles = new VehicleOffice(Traffic.trucks(PASSAGES));
        OwnPostgres postgres = new OwnPostgres(directory.resolve("postgres"));
        OwnBroker broker = new OwnBroker(Files.createDirectory(directory.resolve("kafka")));
        FlinkProcesses flink =
            FlinkProcesses.start(Files.createDirectory(directory.resolve("flink")))) {
      Path own = configuration(broker, vehicles.address(), postgres, files.toUri());
      PassageConfig config = ConfigFile.read(own);
      flink.run(TollJob.class, TollJob.NAME, own);
      flink.submit(TollArchiveJob.class, TollArchiveJob.NAME, own);
      Table table = new Table(postgres);
      try (Authority authority = new Authority(config);
          Cameras cameras =
              new Cameras(
                  Sending.of(passages),
                  config,
                  UNDER_WAY,
                  () -> Math.min(authority.passages(), table.rows()))) {
        Course course = new Course(PASSAGES, cameras, authority, table, flink);
        whateverBreaks(course, flink, broker, postgres, vehicles);
        course.awaitAllCharged();
        course.awaitNothingOpen();
        course.tellTheEnd(vehicles);
        flink.drain(TollJob.NAME);
        List<Told> topic = authority.all();
        course.awaitRows(topic.size());
        flink.drain(TollArchiveJob.NAME);

        Books books = new Books(truth, topic);
        books.topicIsWhole();
        books.tableIsTheSame(postgres);
        books.filesAreTheSame(files);
        books.print();
      }
    }
  }

  private static void whateverBreaks(
      Course course,
      FlinkProcesses flink,
      OwnBroker broker,
      OwnPostgres postgres,
      VehicleOffice vehicles)
      throws Exception {
    course.awaitShare(0.10);
    course.killTaskManager();

    course.awaitShare(0.22);
    vehicles.setAway(true);
    course.awaitShare(0.28);
    vehicles.setAway(false);

    course.awaitShare(0.35);
    course.restart("broker", broker::stop, () -> {}, broker::start);

    course.awaitShare(0.50);
    course.killTaskManager();

    course.awaitShare(0.65);
    course.restart("database", postgres::stop, course::awaitMoreCharged, postgres::start);

    course.awaitShare(0.80);
    course.killTaskManager();
    assertThat(flink.job(TollJob.NAME).isWhole()).isTrue();
  }

  private Path configuration(OwnBroker broker, URI vehicles, OwnPostgres postgres, URI files)
      throws IOException {
    Path tariffs = directory.resolve("tariffs.yaml");
    Files.writeString(tariffs, resource("tariffs.yaml"));
    return Files.writeString(
        directory.resolve("own.yaml"),
        resource("own.yaml")
            .replace("<broker>", broker.bootstrapServers())
            .replace("<registry>", broker.registry().toString())
            .replace("<tariffs>", tariffs.toString())
            .replace("<vehicles>", vehicles.toString())
            .replace("<database>", postgres.settings().url())
            .replace("<files>", files.toString()));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TollEnduranceTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
