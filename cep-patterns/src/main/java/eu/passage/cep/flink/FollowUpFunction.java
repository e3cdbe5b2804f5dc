package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.FollowUpFile;
import eu.passage.avro.Notice;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.followup.BorderNews;
import eu.passage.cep.followup.Effects;
import eu.passage.cep.followup.FollowUp;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.followup.Refusal;
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
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Follows up the alerts of each vehicle: {@link FollowUp} with its state, timers and outputs. Keyed
 * by the alerts' vehicleKey. Alerts of rules and what people do come by one input; alerts of watch
 * entries and withdrawals, in their order, by the other ({@link WithdrawalRouter}).
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class FollowUpFunction
    extends KeyedCoProcessFunction<
        String, Either<Alert, AlertAction>, Either<Alert, Withdrawal>, Alert> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<AlertUpdate> UPDATES =
      new OutputTag<>("alert-updates", StreamTypes.ALERT_UPDATE);

  static final OutputTag<Notice> NOTICES = new OutputTag<>("notices", StreamTypes.NOTICE);

  private final FollowUpSettings settings;
  private final Recipients recipients;
  private final CameraCatalogue cameras;

  private transient FollowUp followUp;
  private transient NoticeWriter notices;
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
    var descriptor = new ValueStateDescriptor<>("follow-up", StreamTypes.FOLLOW_UP_FILE);
    Duration kept = settings.keepOpen().multipliedBy(2);
    // what is over must not live on in savepoints, which nobody sweeps
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(kept).cleanupFullSnapshot().build());
    files = getRuntimeContext().getState(descriptor);
    silenced = Metrics.counter(getRuntimeContext(), Metrics.SILENCED_ALERTS);
  }

  @Override
  public void processElement1(
      Either<Alert, AlertAction> input, Context context, Collector<Alert> out) throws Exception {
    VehicleFile file = VehicleFile.of(files.value());
    Instant now = now(context.timerService().currentProcessingTime());
    Output effects = new Output(context, out, now);
    if (input.isLeft()) {
      followUp.raised(input.left(), file, now, effects);
    } else {
      followUp.acted(input.right(), file, now, effects);
    }
    keep(file, context.timerService());
  }

  @Override
  public void processElement2(
      Either<Alert, Withdrawal> input, Context context, Collector<Alert> out) throws Exception {
    VehicleFile file = VehicleFile.of(files.value());
    Instant now = now(context.timerService().currentProcessingTime());
    Output effects = new Output(context, out, now);
    if (input.isLeft()) {
      followUp.raised(input.left(), file, now, effects);
    } else {
      followUp.withdrawn(input.right().getEntry(), file, now, effects);
    }
    keep(file, context.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    VehicleFile file = VehicleFile.of(files.value());
    Instant now = now(context.timerService().currentProcessingTime());
    Output effects = new Output(context, out, now);
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      followUp.eventTime(now(timestamp), file, effects);
    } else {
      followUp.clock(now, file, effects);
    }
    keep(file, context.timerService());
  }

  private void keep(VehicleFile file, TimerService timers) throws Exception {
    Optional<FollowUpFile> kept = file.toKeep();
    if (kept.isPresent()) {
      files.update(kept.get());
    } else {
      files.clear();
    }
    file.expectedUntil().ifPresent(at -> timers.registerEventTimeTimer(at.toEpochMilli()));
    file.nextLook(settings).ifPresent(at -> timers.registerProcessingTimeTimer(at.toEpochMilli()));
  }

  private static Instant now(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  private final class Output implements Effects {

    private final Context context;
    private final Collector<Alert> out;
    private final Instant now;

    Output(Context context, Collector<Alert> out, Instant now) {
      this.context = context;
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
      context.output(UPDATES, update);
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
    public void refused(AlertAction action, Refusal why) {
      tell(notices.of(action, why, now));
      refuse(DeadLetterReason.ACTION_REFUSED, why.why(action), FollowUp.origin(action));
    }

    private void refuse(DeadLetterReason reason, String why, String origin) {
      context.output(
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
      told.forEach(notice -> context.output(NOTICES, notice));
    }
  }
}
