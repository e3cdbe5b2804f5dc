package eu.passage.jobs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEntry;
import eu.passage.jobs.DetectionJob;
import eu.passage.jobs.access.BrokerAccess.Change;
import eu.passage.jobs.audit.AuditLog;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.NoAnswerException;
import eu.passage.jobs.kafka.SampleRecords;
import eu.passage.jobs.kafka.TopicTransaction;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.jobs.local.LocalUsers;
import eu.passage.schemas.Topic;
import eu.passage.schemas.audit.ChainVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped rights on a real broker with its authoriser on. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeparationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2, users());

  private static LocalUsers users() {
    Map<String, String> passwords = new HashMap<>(Map.of("broker", "secret"));
    AccessPlan.shipped().principals().keySet().forEach(name -> passwords.put(name, "s-" + name));
    passwords.put("stranger", "s-stranger");
    return new LocalUsers(passwords);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource({
    "transport-authority, toll-events",
    "transport-authority, camera-counts",
    "transport-authority, notices-transport-authority",
    "police-be, notices-police-be",
    "police-be, alerts",
    "police-be, passages",
    "police-be, watchlist",
    "police-be, watch-lists",
    "detection-job, watch-lists",
    "operator, list-makings",
    "ccpd-tournai, notices-ccpd-tournai",
    "supervision, audit",
    "operator, dead-letters",
    "detection-job, observations",
    "recognition-job, frames",
  })
  void whoMayReadReads(String user, String topic) {
    assertThatCode(() -> read(user, topic)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} cannot read {1}")
  @CsvSource({
    "transport-authority, alerts",
    "transport-authority, passages",
    "transport-authority, watchlist",
    "transport-authority, watch-lists",
    "transport-authority, list-makings",
    "transport-authority, watch-events",
    "transport-authority, notices-police-be",
    "transport-authority, notices-ccpd-tournai",
    "transport-authority, audit",
    "transport-authority, observations",
    "police-be, toll-events",
    "police-be, camera-counts",
    "toll-job, camera-counts",
    "police-be, notices-ccpd-tournai",
    "police-be, notices-transport-authority",
    "police-be, frames",
    "police-be, audit",
    "ccpd-tournai, passages",
    "ccpd-tournai, alerts",
    "ccpd-tournai, watchlist",
    "ccpd-tournai, watch-lists",
    "ccpd-tournai, notices-police-be",
    "ccpd-tournai, toll-events",
    "ccpd-tournai, audit",
    "analyst, passages",
    "analyst, watchlist",
    "operator, alerts",
    "operator, passages",
    "operator, watchlist",
    "operator, watch-lists",
    "operator, audit",
    "operator, toll-events",
    "recognition-job, watchlist",
    "recognition-job, passages",
    "camera-gateway, frames",
    "stranger, frames",
    "stranger, rules",
  })
  void whoMayNotReadIsRefused(String user, String topic) {
    assertThatThrownBy(() -> read(user, topic)).isInstanceOf(TopicAuthorizationException.class);
  }

  @ParameterizedTest(name = "{0} cannot write watch entries")
  @CsvSource({"transport-authority", "ccpd-tournai", "analyst", "operator", "stranger"})
  void nobodyElseWritesWatchEntries(String user) {
    try (var watchlist =
        new TopicWriter<>(platform.configOf(user), Topic.WATCHLIST, WatchEntry.class)) {
      assertThatThrownBy(
              () -> {
                watchlist.write(SampleRecords.watchEntry("1ABC234", "BE"));
                watchlist.flush();
              })
          .hasRootCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void policeAloneBringInListsEachInATransaction() {
    WatchEntry row = SampleRecords.watchEntry("9ZZZ999", "BE");
    row.setEntryId("L-1");
    try (var list = TopicTransaction.open(platform.configOf("police-be"), "list-x", PATIENCE)) {
      list.writer(Topic.WATCH_LISTS, WatchEntry.class).accept(row);
      list.commit();
    }
    assertThatThrownBy(
            () -> TopicTransaction.open(platform.configOf("analyst"), "list-x", PATIENCE))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining("Transactional Id authorization failed");
  }

  @Test
  void nobodyStandsInTheConsumerGroupOfAnother() {
    assertThatThrownBy(() -> read("police-be", "notices-police-be", "ccpd-tournai"))
        .isInstanceOf(GroupAuthorizationException.class);
    assertThatCode(() -> read("police-be", "notices-police-be", "police-be-room-1"))
        .doesNotThrowAnyException();
  }

  @Test
  void aWrongPasswordOpensNothing() {
    Map<String, String> wrong = new HashMap<>(users().clientProperties("police-be"));
    wrong.computeIfPresent("sasl.jaas.config", (k, v) -> v.replace("s-police-be", "guessed"));

    assertThatThrownBy(() -> read(platform.config().with(wrong), "alerts", ""))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void whoWritesToTheAuditNeedNotReadItAndWhoMayNotWriteIsRefused() {
    try (AuditLog audit = AuditLog.open(platform.configOf("police-be"), "police-be")) {
      audit.record(Deed.PROPOSED, "W-9", "judicial", "1", "", "");
    }
    try (AuditLog audit = AuditLog.open(platform.configOf("commune"), "x")) {
      assertThatThrownBy(() -> audit.record(Deed.PROPOSED, "W-9", "judicial", "1", "", ""))
          .isInstanceOf(NoAnswerException.class)
          .hasMessageContaining("Not authorized");
    }
  }

  @Test
  void theDetectionJobNeedsNoMoreThanItsRightsAndItsAuditIsWhole() throws Exception {
    PassageConfig job = platform.configOf("detection-job");
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, job);
    platform.cluster().submit(env, DetectionJob.NAME);
    try (var watchlist =
            new TopicWriter<>(platform.configOf("police-be"), Topic.WATCHLIST, WatchEntry.class);
        var observations =
            new TopicWriter<>(
                platform.configOf("recognition-job"), Topic.OBSERVATIONS, Observation.class)) {
      watchlist.write(SampleRecords.watchEntry("1ABC234", "BE"));
      watchlist.flush();
      for (int frame = 0; frame < 3; frame++) {
        observations.write(
            SampleRecords.reading(
                "o-" + frame, "EST-1", SampleRecords.START.plusMillis(250L * frame), "1ABC234"));
      }
    }

    try (var audit =
        new CommittedReader<>(Topic.AUDIT, AuditRecord.class, platform.configOf("supervision"))) {
      List<AuditRecord> links =
          Eventually.read(
              audit, all -> all.stream().anyMatch(link -> link.getDeed() == Deed.DISCLOSED));
      assertThat(links)
          .filteredOn(link -> link.getDeed() == Deed.DISCLOSED)
          .first()
          .satisfies(
              link -> {
                assertThat(link.getChain()).matches("detection/police-be/[0-9a-f]{32}");
                assertThat(link.getRecipient()).isEqualTo("police-be");
                assertThat(link.getCaseNumber()).isEqualTo("case-1");
                assertThat(link.getBasis()).isEqualTo("a law");
                assertThat(link.getNote()).contains("for entry entry-1 version 1");
              });
      ChainVerifier verifier = new ChainVerifier();
      assertThat(links).allSatisfy(link -> assertThat(verifier.check(link)).isEmpty());
    }
  }

  @Test
  void theTableIsAppliedOnceAndWhatItDoesNotNameIsTaken() throws Exception {
    AccessPlan plan = AccessPlan.shipped();
    AccessPlan withMistake =
        new AccessPlan(withOneMore(plan, "transport-authority", "watch-events"));
    List<AclBinding> mistake = new ArrayList<>(withMistake.bindings());
    mistake.removeAll(plan.bindings());
    try (BrokerAccess access = new BrokerAccess(platform.configOf("operator"))) {
      assertThat(access.apply(plan)).isEqualTo(new Change(List.of(), List.of()));

      assertThat(mistake).isNotEmpty();
      assertThat(access.apply(withMistake)).isEqualTo(new Change(mistake, List.of()));
      Change mended = access.apply(plan);
      assertThat(mended.given()).isEmpty();
      assertThat(mended.taken()).containsExactlyInAnyOrderElementsOf(mistake);
    }
  }

  private static Map<String, AccessPlan.Grants> withOneMore(
      AccessPlan plan, String principal, String topic) {
    Map<String, AccessPlan.Grants> principals = new HashMap<>(plan.principals());
    principals.computeIfPresent(
        principal,
        (name, grants) -> {
          List<String> read = new ArrayList<>(Objects.requireNonNull(grants.read()));
          read.add(topic);
          return new AccessPlan.Grants(
              read,
              grants.write(),
              grants.writeOnce(),
              grants.groups(),
              grants.transactions(),
              grants.administer());
        });
    return principals;
  }

  private void read(String user, String topic) {
    read(platform.configOf(user), topic, "");
  }

  private void read(String user, String topic, String group) {
    read(platform.configOf(user), topic, group);
  }

  /** To the first record or, where there is none, to the topic's end. */
  private static void read(PassageConfig config, String topic, String group) {
    Properties client = config.kafka().clientProperties();
    client.setProperty("enable.auto.commit", "false");
    if (!group.isEmpty()) {
      client.setProperty("group.id", group);
    }
    TopicPartition partition = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      if (!group.isEmpty()) {
        consumer.committed(Set.of(partition), PATIENCE);
      }
      consumer.seekToBeginning(List.of(partition));
      consumer.position(partition, PATIENCE);
      consumer.poll(Duration.ofMillis(200));
    }
  }
}
