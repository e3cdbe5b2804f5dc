package eu.passage.jobs.bench.watch;

import eu.passage.avro.Alert;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.demo.Stage;
import eu.passage.jobs.demo.Summary;
import eu.passage.jobs.measure.Latencies;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.jobs.scenario.TrueVehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;

/** Vehicles that were asked for, and what came of it. Safe for many threads. */
final class Requests {

  /** A passage's moment is that of one of its frames. */
  private static final Duration SAME_PASSAGE = Duration.ofSeconds(5);

  private final Latencies effects = new Latencies();
  private final Map<String, Request> requests = new HashMap<>();
  private int watched;
  private int told;

  private static final class Request {
    private final TrueVehicle vehicle;
    private final long written = System.nanoTime();
    private OptionalLong effect = OptionalLong.empty();
    private final List<Instant> alerts = new ArrayList<>();

    Request(TrueVehicle vehicle) {
      this.vehicle = vehicle;
    }
  }

  /** Whether nobody asked for the vehicle. */
  synchronized boolean isNew(TrueVehicle vehicle) {
    return requests.values().stream().noneMatch(request -> request.vehicle.equals(vehicle));
  }

  /** An entry is about to be approved. */
  synchronized void asked(String entryId, TrueVehicle vehicle) {
    requests.put(entryId, new Request(vehicle));
  }

  /** What a topic gave. */
  void received(SpecificRecord record) {
    if (record instanceof WatchEvent event && event.getStep() == WatchStep.ACTIVE) {
      active(event.getEntryId());
    } else if (record instanceof Alert alert && alert.getWatch() != null) {
      told(alert.getWatch().getEntryId(), alert.getAt());
    }
  }

  /** An entry is told to be active. */
  synchronized void active(String entryId) {
    Request request = requests.get(entryId);
    if (request != null && request.effect.isEmpty()) {
      long now = System.nanoTime();
      request.effect = OptionalLong.of(now);
      effects.add(Duration.ofNanos(now - request.written));
    }
  }

  /**
   * An alert of an entry was raised.
   *
   * @param at when the vehicle passed
   */
  synchronized void told(String entryId, Instant at) {
    Request request = requests.get(entryId);
    if (request != null) {
      request.alerts.add(at);
    }
  }

  /** Holds what was told against who passed. */
  synchronized void judge(Stage stage) {
    for (Request request : requests.values()) {
      Optional<TruePassage> next = next(request, stage);
      if (next.isPresent()) {
        watched++;
        told += request.alerts.stream().anyMatch(at -> isOf(next.get(), at)) ? 1 : 0;
      }
    }
  }

  /** The first passage of which all frames were published after the entry was in effect. */
  private static Optional<TruePassage> next(Request request, Stage stage) {
    return request.effect.stream()
        .boxed()
        .flatMap(
            effect ->
                stage.scenario().passages().stream()
                    .filter(passage -> passage.vehicle().equals(request.vehicle))
                    .filter(passage -> stage.isWithin(passage, effect)))
        .findFirst();
  }

  private static boolean isOf(TruePassage passage, Instant alert) {
    return Duration.between(passage.at(), alert).abs().compareTo(SAME_PASSAGE) < 0;
  }

  synchronized LiveReport report(Summary summary) {
    return new LiveReport(effects, requests.size(), watched, told, summary);
  }
}
