package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.FollowUpFile;
import eu.passage.avro.Notice;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.followup.BorderNews;
import eu.passage.cep.followup.Effects;
import eu.passage.cep.followup.FollowUp;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.followup.VehicleFile;
import eu.passage.cep.notices.NoticeWriter;
import eu.passage.cep.notices.Recipients;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Follows up the alerts of each vehicle: {@link FollowUp} with its state, timers and outputs. Keyed
 * by the alerts' vehicleKey. Entries that are withdrawn come to all subtasks: an alert may have
 * been raised under another key than its entry's.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class FollowUpFunction
    extends KeyedBroadcastProcessFunction<String, Either<Alert, AlertAction>, WatchEntry, Alert> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<AlertUpdate> UPDATES =
      new OutputTag<>("alert-updates", StreamTypes.ALERT_UPDATE);

  static final OutputTag<Notice> NOTICES = new OutputTag<>("notices", StreamTypes.NOTICE);

  /** Nothing is kept in it: a withdrawal is dealt with when it comes. */
  static final MapStateDescriptor<Void, Void> WITHDRAWALS =
      new MapStateDescriptor<>("withdrawals", Types.VOID, Types.VOID);

  private final FollowUpSettings settings;
  private final Recipients recipients;
  private final CameraCatalogue cameras;

  private transient FollowUp followUp;
  private transient NoticeWriter notices;
  private transient ValueStateDescriptor<FollowUpFile> descriptor;
  private transient ValueState<FollowUpFile> files;
  private transient Counter silenced;

  FollowUpFunction(FollowUpSettings settings, Recipients recipients, CameraCatalogue cameras) {
    this.settings = settings;
    this.recipients = recipients;
    this.cameras = cameras;
  }

  @Override
  public void open(OpenContext context) {
    followUp = new FollowUp(settings, Offences.shipped(), recipients::informed, cameras);
    notices = new NoticeWriter(recipients, Offences.shipped());
    descriptor = new ValueStateDescriptor<>("follow-up", StreamTypes.FOLLOW_UP_FILE);
    Duration kept = settings.keepOpen().multipliedBy(2);
    // what is over must not live on in savepoints, which nobody sweeps
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(kept).cleanupFullSnapshot().build());
    files = getRuntimeContext().getState(descriptor);
    silenced = Metrics.counter(getRuntimeContext(), Metrics.SILENCED_ALERTS);
  }

  @Override
  public void processElement(
      Either<Alert, AlertAction> input, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    VehicleFile file = VehicleFile.of(files.value());
    Instant now = now(context.currentProcessingTime());
    Output effects = new Output(context::output, out, now);
    if (input.isLeft()) {
      followUp.raised(input.left(), file, now, effects);
    } else {
      followUp.acted(input.right(), file, now, effects);
    }
    keep(file, context);
  }

  @Override
  public void processBroadcastElement(WatchEntry entry, Context context, Collector<Alert> out)
      throws Exception {
    Instant now = now(context.currentProcessingTime());
    Output effects = new Output(context::output, out, now);
    context.applyToKeyedState(
        descriptor,
        (key, state) -> {
          VehicleFile file = VehicleFile.of(state.value());
          if (file.concerns(entry.getEntryId())) {
            followUp.withdrawn(entry, file, now, effects);
            store(file, state);
          }
        });
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    VehicleFile file = VehicleFile.of(files.value());
    Instant now = now(context.currentProcessingTime());
    Output effects = new Output(context::output, out, now);
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      followUp.eventTime(now(timestamp), file, effects);
    } else {
      followUp.clock(now, file, effects);
    }
    keep(file, context);
  }

  private void keep(VehicleFile file, ReadOnlyContext context) throws Exception {
    store(file, files);
    file.expectedUntil()
        .ifPresent(at -> context.timerService().registerEventTimeTimer(at.toEpochMilli()));
    file.nextLook(settings)
        .ifPresent(at -> context.timerService().registerProcessingTimeTimer(at.toEpochMilli()));
  }

  private static void store(VehicleFile file, ValueState<FollowUpFile> state) throws Exception {
    Optional<FollowUpFile> kept = file.toKeep();
    if (kept.isPresent()) {
      state.update(kept.get());
    } else {
      state.clear();
    }
  }

  private static Instant now(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  /** A context's side outputs: three kinds of context have the same method. */
  private interface Sides {
    <T> void output(OutputTag<T> tag, T value);
  }

  private final class Output implements Effects {

    private final Sides sides;
    private final Collector<Alert> out;
    private final Instant now;

    Output(Sides sides, Collector<Alert> out, Instant now) {
      this.sides = sides;
      this.out = out;
      this.now = now;
    }

    @Override
    public void alert(Alert alert) {
      out.collect(alert);
      tell(notices.of(alert));
      for (String id : alert.getRecipients()) {
        if (recipients.find(id).isEmpty()) {
          String why =
              "alert %s is for %s, which detection.recipients does not name: nobody was told";
          refuse(
              DeadLetterReason.INVALID_FIELD,
              why.formatted(alert.getAlertId(), id),
              alert.getAlertId() + " for " + id);
        }
      }
    }

    @Override
    public void update(AlertUpdate update, OpenAlert alert) {
      sides.output(UPDATES, update);
      tell(notices.of(update, alert));
    }

    @Override
    public void border(BorderNews news) {
      tell(notices.of(news));
    }

    @Override
    public void silenced(Alert alert) {
      silenced.inc();
    }

    @Override
    public void refused(AlertAction action, String why) {
      refuse(DeadLetterReason.ACTION_REFUSED, why, FollowUp.origin(action));
    }

    private void refuse(DeadLetterReason reason, String why, String origin) {
      sides.output(
          SideOutputs.DEAD_LETTERS,
          DeadLetter.newBuilder()
              .setDeadLetterId(Ids.of("dead-letter", origin, reason.name()))
              .setReason(reason)
              .setMessage(why)
              .setStage("follow-up")
              .setAt(now)
              .setOrigin(origin)
              .build());
    }

    private void tell(List<Notice> told) {
      told.forEach(notice -> sides.output(NOTICES, notice));
    }
  }
}
