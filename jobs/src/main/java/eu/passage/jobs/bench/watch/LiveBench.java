package eu.passage.jobs.bench.watch;

import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.demo.Demo;
import eu.passage.jobs.demo.DemoSettings;
import eu.passage.jobs.demo.Guest;
import eu.passage.jobs.demo.Stage;
import eu.passage.jobs.demo.Summary;
import eu.passage.jobs.demo.TopicReader;
import eu.passage.jobs.demo.TopicReader.Isolation;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for vehicles while the demonstration runs, as police would: proposed, then approved, some
 * seconds before the vehicle passes.
 */
final class LiveBench implements Guest {

  private static final int PASSAGES_AHEAD = 60;
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Duration VALID = Duration.ofDays(30);

  private final Requests requests = new Requests();
  private @Nullable TopicReader reader;
  private @Nullable Thread asking;
  private volatile @Nullable RuntimeException failure;

  /**
   * Runs the demonstration with the requests beside it.
   *
   * @param lasts how long the cameras publish
   */
  static LiveReport run(
      PassageConfig config, long seed, Duration lasts, BiConsumer<String, Double> progress)
      throws InterruptedException {
    LiveBench bench = new LiveBench();
    DemoSettings settings = new DemoSettings(lasts, Optional.empty(), seed, OptionalDouble.empty());
    Summary summary = Demo.withGuest(settings, config, progress, bench);
    RuntimeException failed = bench.failure;
    if (failed != null) {
      throw failed;
    }
    return bench.requests.report(summary);
  }

  @Override
  public void enter(Stage stage) {
    reader =
        TopicReader.start(
            stage.config(),
            Isolation.COMMITTED,
            EnumSet.of(Topic.WATCH_EVENTS, Topic.ALERTS),
            requests::received);
    asking = new Thread(() -> ask(stage), "bench-watch-asking");
    asking.start();
  }

  @Override
  public void leave(Stage stage) {
    Objects.requireNonNull(reader).requireHealthy();
    requests.judge(stage);
    reader.close();
  }

  @Override
  public void lastFrame() {
    Thread thread = Objects.requireNonNull(asking);
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Stage stage) {
    try (TopicWriter<WatchEntry> writer =
        new TopicWriter<>(stage.config(), Topic.WATCHLIST, WatchEntry.class)) {
      List<TruePassage> passages = stage.scenario().passages();
      int next = 0;
      while (true) {
        while (next < passages.size() && stage.hasBegun(passages.get(next))) {
          next++;
        }
        int wanted = next + PASSAGES_AHEAD;
        while (wanted < passages.size() && !requests.isNew(passages.get(wanted).vehicle())) {
          wanted++;
        }
        if (wanted < passages.size()) {
          ask(passages.get(wanted), passages.get(next).at(), writer);
        }
        Thread.sleep(EVERY.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the last frame was published
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void ask(TruePassage passage, Instant now, TopicWriter<WatchEntry> writer) {
    WatchEntry proposed = proposed(passage, now.minus(BEFORE));
    writer.write(proposed);
    WatchEntry approved =
        WatchEntry.newBuilder(proposed)
            .setVersion(2)
            .setStatus(WatchStatus.APPROVED)
            .setApprover("simulated-magistrate")
            .build();
    requests.asked(approved.getEntryId(), passage.vehicle());
    writer.write(approved);
    writer.flush();
  }

  private static WatchEntry proposed(TruePassage passage, Instant starts) {
    return WatchEntry.newBuilder()
        .setEntryId("live-" + passage.number())
        .setVersion(1)
        .setStatus(WatchStatus.PROPOSED)
        .setPlate(passage.vehicle().plate())
        .setCountry(passage.vehicle().country())
        .setAction(WatchAction.OBSERVE)
        .setOffence("aggravated-theft")
        .setLegalBasis("Police function act, art. 44/11/3sexies")
        .setPurpose("judicial")
        .setCaseNumber("SIM-" + passage.number())
        .setRequester("simulated-investigator")
        .setStartsAt(starts)
        .setExpiresAt(starts.plus(VALID))
        .setMadeAt(starts)
        .setLookBackHours(0) // or the passage may be the repeat of one that was looked back to
        .setRecipients(new ArrayList<>(List.of("police-be")))
        .build();
  }
}
