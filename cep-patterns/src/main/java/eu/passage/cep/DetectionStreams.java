package eu.passage.cep;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.CameraCount;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Notice;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.WatchEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What detection gives. Every record has a deterministic id: a replay gives the same ones again.
 *
 * @param passages each vehicle's passing of a camera, once
 * @param alerts what rules and watch entries found
 * @param alertUpdates what became of them: repeated, acknowledged, escalated, closed, withdrawn
 * @param notices what each recipient is told; each belongs on the recipient's own topic
 * @param watchEvents each step in the life of each watch entry
 * @param audit to whom what was disclosed, and what people did with alerts; chained
 * @param trucks what the toll path may see: trucks at charging points
 * @param counts how many vehicles passed each camera, by slots of time; what comes late gives a
 *     slot again
 * @param ruleStatus how each rule fares: the answer to a deployment, and how often it came true
 * @param deadLetters observations, rules and watch entries refused, with the reason
 */
public record DetectionStreams(
    DataStream<Passage> passages,
    DataStream<Alert> alerts,
    DataStream<AlertUpdate> alertUpdates,
    DataStream<Notice> notices,
    DataStream<WatchEvent> watchEvents,
    DataStream<AuditRecord> audit,
    DataStream<TruckPassage> trucks,
    DataStream<CameraCount> counts,
    DataStream<RuleStatus> ruleStatus,
    DataStream<DeadLetter> deadLetters) {}
