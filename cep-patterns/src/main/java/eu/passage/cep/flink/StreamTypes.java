package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.CameraCount;
import eu.passage.avro.ControlEvent;
import eu.passage.avro.CountedVehicle;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.FollowUpFile;
import eu.passage.avro.Notice;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RegistryEntry;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.SlotTally;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchListMaking;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.fusion.Track;
import eu.passage.cep.history.SubjectHistory;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.types.Either;

/** The type information of every stream and state of this module; none falls back to Kryo. */
public final class StreamTypes {

  public static final TypeInformation<Observation> OBSERVATION =
      new AvroTypeInfo<>(Observation.class);
  public static final TypeInformation<Passage> PASSAGE = new AvroTypeInfo<>(Passage.class);
  public static final TypeInformation<WatchEntry> WATCH_ENTRY =
      new AvroTypeInfo<>(WatchEntry.class);
  public static final TypeInformation<WatchListMaking> WATCH_LIST_MAKING =
      new AvroTypeInfo<>(WatchListMaking.class);
  static final TypeInformation<WatchEvent> WATCH_EVENT = new AvroTypeInfo<>(WatchEvent.class);
  public static final TypeInformation<Alert> ALERT = new AvroTypeInfo<>(Alert.class);
  public static final TypeInformation<AlertAction> ALERT_ACTION =
      new AvroTypeInfo<>(AlertAction.class);
  static final TypeInformation<AlertUpdate> ALERT_UPDATE = new AvroTypeInfo<>(AlertUpdate.class);
  static final TypeInformation<Notice> NOTICE = new AvroTypeInfo<>(Notice.class);
  static final TypeInformation<AuditRecord> AUDIT_RECORD = new AvroTypeInfo<>(AuditRecord.class);
  static final TypeInformation<Withdrawal> WITHDRAWAL = new AvroTypeInfo<>(Withdrawal.class);
  static final TypeInformation<Either<Alert, Withdrawal>> ALERT_OR_WITHDRAWAL =
      new EitherTypeInfo<>(ALERT, WITHDRAWAL);
  static final TypeInformation<Either<Alert, AlertAction>> ALERT_OR_ACTION =
      new EitherTypeInfo<>(ALERT, ALERT_ACTION);
  static final TypeInformation<FollowUpFile> FOLLOW_UP_FILE =
      new AvroTypeInfo<>(FollowUpFile.class);
  public static final TypeInformation<TollEvent> TOLL_EVENT = new AvroTypeInfo<>(TollEvent.class);
  public static final TypeInformation<TruckPassage> TRUCK_PASSAGE =
      new AvroTypeInfo<>(TruckPassage.class);
  public static final TypeInformation<RegistryEntry> REGISTRY_ENTRY =
      new AvroTypeInfo<>(RegistryEntry.class);
  public static final TypeInformation<ControlEvent> CONTROL_EVENT =
      new AvroTypeInfo<>(ControlEvent.class);
  static final TypeInformation<CountedVehicle> COUNTED_VEHICLE =
      new AvroTypeInfo<>(CountedVehicle.class);
  static final TypeInformation<SlotTally> SLOT_TALLY = new AvroTypeInfo<>(SlotTally.class);
  static final TypeInformation<CameraCount> CAMERA_COUNT = new AvroTypeInfo<>(CameraCount.class);
  public static final TypeInformation<DeadLetter> DEAD_LETTER =
      new AvroTypeInfo<>(DeadLetter.class);

  public static final TypeInformation<RuleSource> RULE_SOURCE =
      new AvroTypeInfo<>(RuleSource.class);
  public static final TypeInformation<RuleStatus> RULE_STATUS =
      new AvroTypeInfo<>(RuleStatus.class);
  public static final TypeInformation<PassageFacts> PASSAGE_FACTS =
      new CompactType<>(PassageFacts.class, PassageFactsSerializer.INSTANCE);
  public static final TypeInformation<RuleAlert> RULE_ALERT =
      new CompactType<>(RuleAlert.class, RuleAlertSerializer.INSTANCE);
  static final TypeInformation<DetectionInput> DETECTION_INPUT =
      new CompactType<>(DetectionInput.class, DetectionInputSerializer.INSTANCE);
  static final TypeInformation<Candidate> CANDIDATE =
      new CompactType<>(Candidate.class, CandidateSerializer.INSTANCE);
  static final TypeInformation<SubjectHistory> SUBJECT_HISTORY =
      new CompactType<>(SubjectHistory.class, SubjectHistorySerializer.INSTANCE);

  /** A vehicle before a camera: {@link Track}, field by field. */
  static final TypeInformation<Track> TRACK =
      Types.POJO(
          Track.class,
          Map.of(
              "id", Types.STRING,
              "observations", Types.LIST(OBSERVATION),
              "latest", Types.LIST(OBSERVATION),
              "frameIds", Types.LIST(Types.STRING),
              "observationIds", Types.LIST(Types.STRING),
              "firstAt", Types.LONG,
              "lastAt", Types.LONG,
              "emitBy", Types.LONG,
              "goneAt", Types.LONG,
              "told", Types.BOOLEAN));

  private StreamTypes() {}
}
