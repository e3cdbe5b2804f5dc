package eu.passage.jobs.tolls.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.archive.DayCopies;
import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/**
 * A real broker, a real PostgreSQL and Parquet files that hold the world's events. What a test
 * changes is put right before the next.
 */
final class StoredCopies implements AutoCloseable {

  private static final int FILES = 3;

  private final TollWorld world = new TollWorld();
  private final OwnPostgres postgres;
  private final LocalPlatform platform;
  private final Path files;
  private final Map<Copy, List<TollEvent>> copies = new EnumMap<>(Copy.class);
  private final List<TruckPassage> passages = new ArrayList<>();
  private final Set<Copy> changed = EnumSet.allOf(Copy.class);
  private boolean passagesChanged = true;
  private final List<String> statements = new ArrayList<>();
  private final List<Path> deleted = new ArrayList<>();

  StoredCopies(Path directory) throws IOException {
    postgres = new OwnPostgres(directory.resolve("postgres"));
    files = directory.resolve("tolls");
    PassageConfig defaults = ConfigFile.defaults();
    platform =
        LocalPlatform.start(
            defaults.with(defaults.tollArchive().with(postgres.settings(), files.toUri())), 1);
    reset();
  }

  PassageConfig config() {
    return platform.config();
  }

  OwnPostgres postgres() {
    return postgres;
  }

  Path files() {
    return files;
  }

  /** As the world is. */
  void reset() {
    for (Copy copy : Copy.values()) {
      copies.put(copy, new ArrayList<>(world.events()));
    }
    passages.clear();
    passages.addAll(world.passages());
  }

  List<TollEvent> all(Predicate<TollEvent> which) {
    return world.events().stream().filter(which).toList();
  }

  /** An event of the day; always the same. */
  TollEvent any(Predicate<TollEvent> which) {
    return all(event -> TollWorld.isOfDay(event) && which.test(event)).get(0);
  }

  List<TollEvent> copy(Copy copy) {
    changed.add(copy);
    return copies.get(copy);
  }

  List<TruckPassage> passages() {
    passagesChanged = true;
    return passages;
  }

  void change(Copy copy, String eventId, Consumer<TollEvent> change) {
    copy(copy)
        .replaceAll(
            event -> {
              if (!event.getEventId().equals(eventId)) {
                return event;
              }
              TollEvent other = TollEvent.newBuilder(event).build(); // a copy down to its charge
              change.accept(other);
              return other;
            });
  }

  void changeEverywhere(String eventId, Consumer<TollEvent> change) {
    for (Copy copy : Copy.values()) {
      change(copy, eventId, change);
    }
  }

  /** Moves the numbers of an event and of those behind it, in every copy. */
  void shift(TollEvent from, long by) {
    for (Copy copy : Copy.values()) {
      copy(copy)
          .replaceAll(
              event ->
                  event.getChargingPoint().equals(from.getChargingPoint())
                          && event.getSequence() >= from.getSequence()
                      ? TollEvent.newBuilder(event).setSequence(event.getSequence() + by).build()
                      : event);
    }
  }

  /** Adds an event under the next number, in every copy. */
  void book(TollEvent event) {
    long last =
        all(other -> other.getChargingPoint().equals(event.getChargingPoint())).stream()
            .mapToLong(TollEvent::getSequence)
            .max()
            .orElseThrow();
    TollEvent numbered = TollEvent.newBuilder(event).setSequence(last + 1).build();
    for (Copy copy : Copy.values()) {
      copy(copy).add(numbered);
    }
  }

  /** What somebody types into psql. */
  void sql(String statement) {
    statements.add(statement);
  }

  /** What somebody deletes. */
  void delete(Path file) {
    deleted.add(file);
  }

  /** What a file holds, as it was written. */
  List<TollEvent> in(int file) {
    List<TollEvent> events = copies.get(Copy.FILES);
    return events.stream().filter(event -> events.indexOf(event) % FILES == file).toList();
  }

  /** Brings the copies to what was planted. */
  void store() throws Exception {
    if (changed.contains(Copy.TOPIC)) {
      replace(Topic.TOLL_EVENTS, TollEvent.class, copies.get(Copy.TOPIC));
    }
    if (passagesChanged) {
      replace(Topic.TRUCK_PASSAGES, TruckPassage.class, passages);
    }
    if (changed.contains(Copy.TABLE)) {
      postgres.run("DROP SCHEMA IF EXISTS passage CASCADE");
      DayCopies.rows(postgres.settings(), TollWorld.ZONE, copies.get(Copy.TABLE));
    }
    if (changed.contains(Copy.FILES)) {
      clear(files);
      for (int file = 0; file < FILES; file++) {
        DayCopies.files(files, "tolls-" + file, TollWorld.ZONE, in(file));
      }
    }
    // planted for one test: put right before the next one
    for (String statement : statements) {
      postgres.run(statement);
    }
    for (Path file : deleted) {
      Files.delete(file);
    }
    Set<Copy> again = EnumSet.copyOf(changed);
    changed.clear();
    passagesChanged = !passages.equals(world.passages());
    List<TollEvent> right = world.events();
    again.stream().filter(copy -> !copies.get(copy).equals(right)).forEach(changed::add);
    if (!statements.isEmpty()) {
      changed.add(Copy.TABLE);
    }
    if (!deleted.isEmpty()) {
      changed.add(Copy.FILES);
    }
    statements.clear();
    deleted.clear();
  }

  private <T extends SpecificRecordBase> void replace(
      Topic topic, Class<T> recordClass, List<T> records) throws Exception {
    Properties client = config().kafka().clientProperties();
    try (Admin admin = Admin.create(client)) {
      Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
      admin
          .describeTopics(List.of(topic.topicName()))
          .allTopicNames()
          .get()
          .get(topic.topicName())
          .partitions()
          .forEach(
              partition ->
                  partitions.put(
                      new TopicPartition(topic.topicName(), partition.partition()),
                      OffsetSpec.latest()));
      Map<TopicPartition, RecordsToDelete> ends = new HashMap<>();
      admin
          .listOffsets(partitions)
          .all()
          .get()
          .forEach(
              (partition, end) -> ends.put(partition, RecordsToDelete.beforeOffset(end.offset())));
      admin.deleteRecords(ends).all().get();
    }
    try (var writer = new TopicWriter<>(config(), topic, recordClass)) {
      records.forEach(writer::write);
      writer.flush();
    }
  }

  private static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Override
  public void close() throws Exception {
    platform.close();
    postgres.close();
  }
}
