package eu.passage.jobs;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.CameraCount;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.Detection;
import eu.passage.cep.DetectionStreams;
import eu.passage.cep.WatchStreams;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.jobs.kafka.Tombstones;
import eu.passage.schemas.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Observations, the watchlist and rules to passages, alerts, trucks and numbers of vehicles. */
public final class DetectionJob {

  /** In the web UI, in consumer groups and in transactional ids. */
  public static final String NAME = "detection";

  private static final Logger LOG = LoggerFactory.getLogger(DetectionJob.class);

  private DetectionJob() {}

  /** For {@code flink run}: takes {@code --config FILE}. */
  public static void main(String[] args) throws Exception {
    JobRunner.run(NAME, DetectionJob::build, ConfigOption.parse(args).read());
  }

  /** Adds the job to an environment. */
  public static void build(StreamExecutionEnvironment env, PassageConfig config) {
    config.doubts().forEach(LOG::warn);
    JobEnvironment.configure(env, config.flink());
    KafkaTopics topics = new KafkaTopics(env, config, NAME);
    KafkaTopics.Read<Observation> observations =
        topics.events(Topic.OBSERVATIONS, Observation.class, Observation::getCapturedAt);
    KafkaTopics.Read<WatchEntry> watchlist =
        topics.list(Topic.WATCHLIST, WatchEntry.class, Tombstones.none());
    KafkaTopics.Read<WatchEntry> rows =
        topics.list(Topic.WATCH_LISTS, WatchEntry.class, Tombstones.none());
    KafkaTopics.Read<WatchListMaking> makings =
        topics.list(Topic.LIST_MAKINGS, WatchListMaking.class, Tombstones.none());
    KafkaTopics.Read<RuleSource> rules =
        topics.list(Topic.RULES, RuleSource.class, DetectionJob::removal);
    KafkaTopics.Read<AlertAction> actions =
        topics.events(Topic.ALERT_ACTIONS, AlertAction.class, AlertAction::getAt);
    DetectionStreams found =
        Detection.detect(
            observations.records(),
            new WatchStreams(watchlist.records(), rows.records(), makings.records()),
            rules.records(),
            actions.records(),
            config.detection().settings(config.catalogue()));
    topics.write(found.passages(), Topic.PASSAGES, Passage.class);
    topics.write(found.alerts(), Topic.ALERTS, Alert.class);
    topics.write(found.alertUpdates(), Topic.ALERT_UPDATES, AlertUpdate.class);
    topics.writeNotices(found.notices(), config.detection().recipients());
    topics.write(found.watchEvents(), Topic.WATCH_EVENTS, WatchEvent.class);
    topics.write(found.audit(), Topic.AUDIT, AuditRecord.class);
    topics.write(found.ruleStatus(), Topic.RULE_STATUS, RuleStatus.class);
    topics.write(found.trucks(), Topic.TRUCK_PASSAGES, TruckPassage.class);
    topics.write(found.counts(), Topic.CAMERA_COUNTS, CameraCount.class);
    topics.write(
        observations
            .refused()
            .union(
                watchlist.refused(),
                rows.refused(),
                makings.refused(),
                rules.refused(),
                actions.refused(),
                found.deadLetters()),
        Topic.DEAD_LETTERS,
        DeadLetter.class);
  }

  /** A rule without a text: that is how the operators know a removal. */
  private static Optional<RuleSource> removal(String ruleId, Instant at) {
    return Optional.of(
        RuleSource.newBuilder()
            .setRuleId(ruleId)
            .setVersion(0)
            .setSource("")
            .setAuthor("")
            .setDeployedAt(at)
            .build());
  }
}
