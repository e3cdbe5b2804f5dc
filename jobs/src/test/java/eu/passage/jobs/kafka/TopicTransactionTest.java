package eu.passage.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.WatchEntry;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicTransactionTest {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(500);

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
  private final PassageConfig config = platform.config();

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void whatIsNotCommittedIsNeverSeen() {
    try (TopicTransaction transaction = TopicTransaction.open(config, "given-up", LONG)) {
      write(transaction, "given-up-1");
    }
    try (TopicTransaction transaction = TopicTransaction.open(config, "kept", LONG)) {
      write(transaction, "kept-1");
      transaction.commit();
      write(transaction, "kept-2");
    }

    assertThat(seen()).contains("kept-1").doesNotContain("given-up-1", "kept-2");
  }

  @Test
  void whoOpensItEndsWhatAnotherBeganUnderTheSameId() {
    try (TopicTransaction broken = TopicTransaction.open(config, "one-list", LONG)) {
      write(broken, "broken-1");
      try (TopicTransaction next = TopicTransaction.open(config, "one-list", LONG)) {
        write(next, "next-1");
        assertThatThrownBy(broken::commit).isInstanceOf(TopicTransaction.OvertakenException.class);
        next.commit();
      }
    }

    assertThat(seen()).contains("next-1").doesNotContain("broken-1");
  }

  @Test
  void whatAnOpenTransactionHidesIsWaitedFor() {
    try (TopicTransaction slow = TopicTransaction.open(config, "slow", LONG)) {
      write(slow, "slow-1");
      try (TopicTransaction fast = TopicTransaction.open(config, "fast", LONG)) {
        write(fast, "fast-1");
        fast.commit();
      }
      assertThat(seen()).as("hidden behind the open one").doesNotContain("fast-1", "slow-1");
      try (var topic = topic()) {
        assertThat(topic.toWritten(SHORT, entry -> {})).isFalse();
      }

      slow.commit();
      List<String> all = new ArrayList<>();
      try (var topic = topic()) {
        assertThat(topic.toWritten(LONG, entry -> all.add(entry.key()))).isTrue();
      }
      assertThat(all).contains("fast-1", "slow-1");
    }
  }

  private static void write(TopicTransaction transaction, String id) {
    WatchEntry entry = SampleRecords.watchEntry("1ABC234", "BE");
    entry.setEntryId(id);
    transaction.writer(Topic.WATCH_LISTS, WatchEntry.class).accept(entry);
    transaction.flush();
  }

  private List<String> seen() {
    try (var topic = topic()) {
      return topic.toEnd().stream().map(CompactedTopic.Entry::key).toList();
    }
  }

  private CompactedTopic<WatchEntry> topic() {
    return new CompactedTopic<>(config, Topic.WATCH_LISTS, WatchEntry.class);
  }
}
