package eu.passage.jobs.endure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.archive.ParquetFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Holds topic, table and files against the truth and against each other. */
final class Books {

  private static final int SHOWN = 10;

  private final Map<String, Owed> truth;
  private final List<Told> topic;

  /**
   * @param truth by passage
   * @param topic all events at read_committed, in the order of each charging point
   */
  Books(Map<String, Owed> truth, List<Told> topic) {
    this.truth = truth;
    this.topic = topic;
  }

  /** Each id and each number once, each passage's events in a chain, and at its end the truth. */
  void topicIsWhole() {
    assertThat(new HashSet<>(ids())).as("different ids").hasSameSizeAs(topic);
    Map<String, List<Long>> numbers =
        topic.stream()
            .collect(
                Collectors.groupingBy(
                    Told::point, Collectors.mapping(Told::sequence, Collectors.toList())));
    assertThat(numbers.keySet())
        .containsExactlyInAnyOrderElementsOf(Point.ALL.stream().map(Point::id).toList());
    numbers.forEach(
        (point, given) ->
            assertThat(given)
                .as(point)
                .isEqualTo(LongStream.rangeClosed(1, given.size()).boxed().toList()));
    eachCorrectsTheOneBeforeIt();
    assertThat(topic)
        .as("what had to be corrected")
        .extracting(Told::cause)
        .contains(CorrectionCause.REGISTRY, CorrectionCause.LATE_PASSAGE);
    isTheTruth("topic", standing());
    assertThat(sum(standing().values())).as("sum of the topic").isEqualTo(sum(truth.values()));
  }

  private void eachCorrectsTheOneBeforeIt() {
    Map<String, String> last = new HashMap<>();
    for (Told told : topic) {
      Optional<String> before = Optional.ofNullable(last.put(told.passageId(), told.eventId()));
      assertThat(told.corrects()).as(told.eventId()).isEqualTo(before);
    }
  }

  /** What no other corrects and what does not only take another back, by passage. */
  private Map<String, Owed> standing() {
    Set<String> corrected =
        topic.stream().flatMap(told -> told.corrects().stream()).collect(Collectors.toSet());
    Map<String, Owed> standing = new HashMap<>();
    for (Told told : topic) {
      if (!corrected.contains(told.eventId()) && told.owed().status() != TollStatus.WITHDRAWN) {
        assertThat(standing.put(told.passageId(), told.owed()))
            .as("another event of " + told)
            .isNull();
      }
    }
    return standing;
  }

  private void isTheTruth(String where, Map<String, Owed> found) {
    Map<String, String> wrong = new TreeMap<>();
    truth.forEach(
        (passage, owed) -> {
          if (!owed.equals(found.get(passage))) {
            wrong.put(passage, "%s, not %s".formatted(found.get(passage), owed));
          }
        });
    found.keySet().stream()
        .filter(passage -> !truth.containsKey(passage))
        .forEach(passage -> wrong.put(passage, "no truck passed: " + found.get(passage)));
    assertThat(wrong.size())
        .as(
            "%s: wrong passages, such as %s",
            where, wrong.entrySet().stream().limit(SHOWN).toList())
        .isZero();
  }

  /** The same ids, and the views say what the truth says. */
  void tableIsTheSame(OwnPostgres postgres) throws SQLException {
    same("table", postgres.rows("SELECT event_id FROM passage.toll_events"), ids());
    Map<String, Owed> current = new HashMap<>();
    for (String row :
        postgres.rows(
            """
            SELECT passage_id, plate, status, coalesce(tariff_id, ''),
              coalesce(amount * 10000, 0)::bigint
            FROM passage.toll_current""")) {
      String[] cells = row.split("\\|", -1);
      current.put(
          cells[0],
          new Owed(cells[1], TollStatus.valueOf(cells[2]), cells[3], Long.parseLong(cells[4])));
    }
    isTheTruth("toll_current", current);
    assertThat(postgres.rows("SELECT (sum(amount) * 10000)::bigint FROM passage.toll_current"))
        .as("sum of the table")
        .containsExactly(Long.toString(sum(truth.values())));
  }

  /** The same events, and every field of them says the same. */
  void filesAreTheSame(Path files) throws IOException {
    Map<String, Integer> archived = new LinkedHashMap<>();
    Map<String, Long> amounts = new HashMap<>();
    Set<String> doubled = new HashSet<>();
    try (DirectoryStream<Path> days = Files.newDirectoryStream(files, "day=*")) {
      for (Path day : days) {
        for (TollEvent event : ParquetFiles.events(day)) {
          if (archived.put(event.getEventId(), event.hashCode()) != null) {
            doubled.add(event.getEventId());
          }
          amounts.put(event.getEventId(), Owed.in(event).amount());
        }
      }
    }
    assertThat(doubled).as("events that are twice in the files").isEmpty();
    same("files", archived.keySet(), ids());
    List<Told> different =
        topic.stream().filter(told -> archived.get(told.eventId()) != told.whole()).toList();
    assertThat(different.size())
        .as("files say something else of %s", different.stream().limit(SHOWN).toList())
        .isZero();
    Set<String> corrected =
        topic.stream().flatMap(told -> told.corrects().stream()).collect(Collectors.toSet());
    long sum =
        topic.stream()
            .filter(told -> told.owed().status() != TollStatus.WITHDRAWN)
            .map(Told::eventId)
            .filter(id -> !corrected.contains(id))
            .mapToLong(amounts::get)
            .sum();
    assertThat(sum).as("sum of the files").isEqualTo(sum(truth.values()));
  }

  private static void same(String where, Collection<String> found, Collection<String> expected) {
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(new HashSet<>(found));
    Set<String> more = new HashSet<>(found);
    more.removeAll(new HashSet<>(expected));
    assertThat(missing).as("not in the " + where).isEmpty();
    assertThat(more).as("only in the " + where).isEmpty();
    assertThat(found).as("ids in the " + where).hasSameSizeAs(expected);
  }

  private List<String> ids() {
    return topic.stream().map(Told::eventId).toList();
  }

  private static long sum(Collection<Owed> owed) {
    return owed.stream().mapToLong(Owed::amount).sum();
  }

  /** What was compared. */
  void print() {
    Map<CorrectionCause, Long> causes =
        topic.stream()
            .collect(Collectors.groupingBy(Told::cause, TreeMap::new, Collectors.counting()));
    Map<TollStatus, Long> statuses =
        truth.values().stream()
            .collect(Collectors.groupingBy(Owed::status, TreeMap::new, Collectors.counting()));
    System.out.printf(
        Locale.ROOT,
        """
        %,d passages, by status %s; %,d events, by cause %s
        sum of the scenario, the topic, the table and the files: %s
        """,
        truth.size(),
        statuses,
        topic.size(),
        causes,
        Owed.euros(sum(truth.values())));
  }
}
