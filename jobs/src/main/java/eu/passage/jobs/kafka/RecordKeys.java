package eu.passage.jobs.kafka;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.CameraCount;
import eu.passage.avro.ControlEvent;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Notice;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchListMaking;
import org.apache.avro.specific.SpecificRecord;

/** The Kafka key of each record: what must stay in order, or what compaction keeps the last of. */
public final class RecordKeys {

  private RecordKeys() {}

  /** The key as the schema of the record's topic names it. */
  public static String of(SpecificRecord record) {
    if (record instanceof Frame frame) {
      return frame.getCameraId();
    } else if (record instanceof Observation observation) {
      return observation.getCameraId();
    } else if (record instanceof Passage passage) {
      return passage.getVehicleKey();
    } else if (record instanceof WatchEntry entry) {
      return entry.getEntryId();
    } else if (record instanceof WatchListMaking making) {
      return making.getList();
    } else if (record instanceof WatchEvent event) {
      return event.getEntryId();
    } else if (record instanceof RuleSource rule) {
      return rule.getRuleId();
    } else if (record instanceof RuleStatus status) {
      return status.getRuleId() + "/" + status.getSubtask();
    } else if (record instanceof Alert alert) {
      return alert.getVehicleKey();
    } else if (record instanceof AlertAction action) {
      return action.getVehicleKey();
    } else if (record instanceof AlertUpdate update) {
      return update.getVehicleKey();
    } else if (record instanceof Notice notice) {
      return notice.getVehicleKey();
    } else if (record instanceof AuditRecord link) {
      return link.getChain();
    } else if (record instanceof TruckPassage truck) {
      return truck.getChargingPoint();
    } else if (record instanceof TollEvent event) {
      return event.getChargingPoint();
    } else if (record instanceof CameraCount count) {
      return count.getCameraId();
    } else if (record instanceof ControlEvent event) {
      return event.getChargingPoint();
    } else if (record instanceof DeadLetter letter) {
      return letter.getOrigin();
    }
    throw new IllegalArgumentException("no topic carries a " + record.getSchema().getFullName());
  }
}
