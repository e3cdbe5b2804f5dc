package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Evidence;
import eu.passage.avro.Observation;
import eu.passage.avro.PassageReference;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.measure.Latencies;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * What sits at the end of the topics: shows alerts, toll events and dead letters as they come,
 * counts everything, and measures how long an alert took. Safe for use by many threads.
 */
final class Audience {

  private final DemoOutput output;
  private final Cameras cameras;
  private final Optional<ScoreKeeper> scores;
  private final Tally tally = new Tally();
  private final Latencies latencies = new Latencies();
  private final Map<String, Integer> deadLetters = new TreeMap<>();
  private final PlateList plates = new PlateList();
  private volatile long lastNanos = System.nanoTime();

  Audience(DemoOutput output, Cameras cameras, Optional<ScoreKeeper> scores) {
    this.output = output;
    this.cameras = cameras;
    this.scores = scores;
  }

  /** A record that a topic gave, as a reader at read_committed sees it. */
  synchronized void received(SpecificRecord record) {
    lastNanos = System.nanoTime();
    if (!tally.add(record)) {
      return;
    }
    scores.ifPresent(keeper -> keeper.add(record));
    if (record instanceof Alert alert) {
      latency(alert).ifPresent(latencies::add);
      output.alert(alert);
    } else if (record instanceof TollEvent event) {
      output.toll(event);
    } else if (record instanceof DeadLetter letter) {
      deadLetters.merge(letter.getReason().name(), 1, Integer::sum);
      output.deadLetter(letter);
    } else if (record instanceof Observation observation) {
      plates.add(observation);
    }
  }

  /** How long no topic gave anything. */
  Duration quiet() {
    return Duration.ofNanos(System.nanoTime() - lastNanos);
  }

  synchronized void showProgress(Duration elapsed) {
    output.progress(
        new Progress(
            elapsed,
            cameras.clock(),
            cameras.published(),
            tally.count(Topic.PASSAGES),
            tally.count(Topic.ALERTS),
            tally.count(Topic.TOLL_EVENTS),
            tally.count(Topic.DEAD_LETTERS),
            quantiles()));
  }

  synchronized void showPlates() {
    output.plates(plates.plates());
  }

  synchronized Summary summary(Optional<Score> score, Duration elapsed) {
    return new Summary(
        cameras.published(),
        tally.count(Topic.OBSERVATIONS),
        tally.count(Topic.PASSAGES),
        tally.alertsByRule(),
        tally.alertsByKind(),
        tally.count(Topic.TOLL_EVENTS),
        new TreeMap<>(deadLetters),
        tally.duplicates(),
        score,
        quantiles(),
        elapsed);
  }

  private Optional<Summary.Quantiles> quantiles() {
    return latencies
        .quantile(50)
        .map(p50 -> new Summary.Quantiles(p50, latencies.quantile(99).orElse(p50)));
  }

  /** From publishing the last frame that the alert rests on to now. */
  private Optional<Duration> latency(Alert alert) {
    return completedBy(alert)
        .flatMap(frame -> cameras.publishedAt(frame.getFrameId()).stream().boxed().findFirst())
        .map(at -> Duration.ofNanos(System.nanoTime() - at));
  }

  /**
   * The frame that completed what the alert tells; empty where none did: an absence, or an entry
   * that looked back.
   */
  static Optional<Evidence> completedBy(Alert alert) {
    List<PassageReference> passages = alert.getPassages();
    if (passages.isEmpty()) {
      return Optional.empty();
    }
    PassageReference last = passages.get(passages.size() - 1);
    boolean isEarlier = alert.getWatch() != null && alert.getWatch().getEarlier();
    if (isEarlier || alert.getAt().isAfter(last.getAt()) || last.getEvidence().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(last.getEvidence().get(last.getEvidence().size() - 1));
  }
}
