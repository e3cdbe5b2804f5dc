package eu.passage.cep.followup;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Direction;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.Outcome;
import eu.passage.avro.PassageReference;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchReference;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of the alerts of one vehicle: repeats are folded, people acknowledge and close them,
 * urgent ones that nobody sees are told again, those of an entry that is withdrawn go everywhere.
 * It keeps nothing: the {@link VehicleFile} is handed in.
 *
 * <p>Alerts of rules pass and can be acknowledged and closed too; only those of watch entries are
 * folded, silenced and told over the border.
 */
public final class FollowUp {

  private static final String UPDATE = "alert-update";

  private final FollowUpSettings settings;
  private final Border border;

  /**
   * @param informed whom a pursuing side must inform, by the country that is entered
   * @param cameras where they stand
   */
  public FollowUp(
      FollowUpSettings settings,
      Offences offences,
      UnaryOperator<String> informed,
      CameraCatalogue cameras) {
    this.settings = settings;
    this.border = new Border(settings, offences, informed, new Pace(cameras));
  }

  /**
   * Something came true.
   *
   * @param now by the job's clock
   */
  public void raised(Alert alert, VehicleFile file, Instant now, Effects effects) {
    if (file.find(alert.getAlertId()).isPresent()) {
      return; // raised again by a replay
    }
    WatchReference watch = alert.getWatch();
    if (watch == null) {
      file.open(opened(alert, alert.getAlertId(), now).build());
      effects.alert(alert);
      return;
    }
    if (file.silences(watch.getEntryId(), alert.getPlate())) {
      effects.silenced(alert);
      return;
    }
    List<OpenAlert> before =
        file.open(
            open ->
                open.getEntryId().equals(watch.getEntryId())
                    && apart(open, alert).compareTo(settings.continueWithin()) < 0);
    Optional<OpenAlert> repeated = before.stream().filter(open -> repeats(open, alert)).findFirst();
    if (repeated.isPresent()) {
      OpenAlert one = repeated.get();
      effects.update(
          update(one, AlertState.REPEATED, alert.getAlertId(), alert.getAt()).build(), one);
      return;
    }
    String first = before.isEmpty() ? alert.getAlertId() : before.get(0).getFirst();
    file.open(
        opened(alert, first, now)
            .setEntryId(watch.getEntryId())
            .setList(watch.getList())
            .setCaseNumber(watch.getCaseNumber())
            .setLegalBasis(watch.getLegalBasis())
            .setExact(alert.getPlate().equals(watch.getPlate()))
            .setAcknowledged(before.stream().anyMatch(OpenAlert::getAcknowledged))
            .build());
    if (!before.isEmpty()) {
      alert.setContinues(first);
    }
    effects.alert(alert);
    border.seen(alert, watch, before, file, effects);
  }

  /**
   * Somebody acts on an alert. Who acknowledges or closes one of a row does so for the whole row.
   *
   * @param now by the job's clock
   */
  public void acted(AlertAction action, VehicleFile file, Instant now, Effects effects) {
    Optional<OpenAlert> found = file.find(action.getAlertId());
    if (found.isEmpty()) {
      effects.refused(action, Refusal.NOT_OPEN);
      return;
    }
    OpenAlert alert = found.get();
    if (!alert.getRecipients().contains(action.getRecipient())) {
      effects.refused(action, Refusal.NOT_TOLD);
      return;
    }
    if (action.getOutcome() == Outcome.OPEN) {
      file.open(open -> open.getFirst().equals(alert.getFirst()))
          .forEach(open -> open.setAcknowledged(true));
      effects.update(by(action, alert, AlertState.ACKNOWLEDGED, now), alert);
      return;
    }
    for (OpenAlert one : file.close(open -> open.getFirst().equals(alert.getFirst()))) {
      effects.update(by(action, one, AlertState.CLOSED, now), one);
      if (action.getOutcome() == Outcome.MISREAD
          && !one.getEntryId().isEmpty()
          && !one.getExact()) {
        file.silence(one.getEntryId(), one.getPlate());
      }
    }
    if (!alert.getEntryId().isEmpty()) {
      border.callOff(alert.getEntryId(), alert.getAt(), file, effects);
    }
  }

  /** The id of the update that tells whoever acted that it was done. */
  public static String answerId(AlertAction action) {
    AlertState state =
        action.getOutcome() == Outcome.OPEN ? AlertState.ACKNOWLEDGED : AlertState.CLOSED;
    return updateId(action.getAlertId(), state, action.getActionId());
  }

  /**
   * What tells whoever acted that it was not done. It says nothing of the alert that he did not
   * know: not even its entry.
   *
   * @param now by the job's clock
   */
  public static AlertUpdate refusal(AlertAction action, Refusal why, Instant now) {
    return AlertUpdate.newBuilder()
        .setUpdateId(refusalId(action))
        .setAlertId(action.getAlertId())
        .setVehicleKey(action.getVehicleKey())
        .setEntryId("")
        .setCameraId("")
        .setState(AlertState.REFUSED)
        .setOutcome(action.getOutcome())
        .setBy(action.getBy())
        .setAt(now)
        .setComment(why.why(action))
        .setRecipients(List.of(action.getRecipient()))
        .build();
  }

  /** The id of that update. */
  public static String refusalId(AlertAction action) {
    return updateId(action.getAlertId(), AlertState.REFUSED, action.getActionId());
  }

  /** How dead letters name an action that was refused. */
  public static String origin(AlertAction action) {
    return "action " + action.getActionId();
  }

  /**
   * An entry was withdrawn, or corrected by another.
   *
   * @param now by the job's clock
   */
  public void withdrawn(WatchEntry entry, VehicleFile file, Instant now, Effects effects) {
    String why =
        entry.getCorrectedBy() != null
            ? "corrected by entry " + entry.getCorrectedBy()
            : Optional.ofNullable(entry.getWithdrawnBecause()).orElse("");
    for (OpenAlert one : file.close(open -> open.getEntryId().equals(entry.getEntryId()))) {
      effects.update(
          update(one, AlertState.WITHDRAWN, Integer.toString(entry.getVersion()), now)
              .setComment(why)
              .build(),
          one);
    }
    border.callOff(entry.getEntryId(), now, file, effects);
    file.forgetSilenced(entry.getEntryId());
  }

  /** The job's clock has come to a moment. */
  public void clock(Instant now, VehicleFile file, Effects effects) {
    for (OpenAlert one : file.open(FollowUp::canEscalate)) {
      if (!one.getRaisedAt().plus(settings.escalateAfter()).isAfter(now)) {
        one.setEscalated(true);
        effects.update(update(one, AlertState.ESCALATED, "", now).build(), one);
      }
    }
    for (OpenAlert one :
        file.close(open -> !open.getRaisedAt().plus(settings.keepOpen()).isAfter(now))) {
      effects.update(
          update(one, AlertState.CLOSED, "", now).setComment("nobody closed it in time").build(),
          one);
    }
  }

  /** Event time has come to a moment. */
  public void eventTime(Instant now, VehicleFile file, Effects effects) {
    border.passed(now, file, effects);
  }

  /** Whether it is still to be told that nobody has seen it. Of a row only the first is. */
  static boolean canEscalate(OpenAlert alert) {
    return alert.getSeverity() == Severity.HIGH
        && !alert.getAcknowledged()
        && !alert.getEscalated()
        && alert.getFirst().equals(alert.getAlertId());
  }

  /** By the same camera the same way again, a short while after. */
  private boolean repeats(OpenAlert open, Alert alert) {
    PassageReference last = last(alert);
    return open.getCameraId().equals(last.getCameraId())
        && Objects.equals(open.getToCountry(), last.getToCountry())
        && !turned(open.getDirection(), alert.getDirection())
        && apart(open, alert).compareTo(settings.foldWithin()) < 0;
  }

  /** Whether it surely came back the other way; inland no country tells that. */
  private static boolean turned(Direction before, Direction now) {
    return before != now && before != Direction.UNKNOWN && now != Direction.UNKNOWN;
  }

  private static Duration apart(OpenAlert open, Alert alert) {
    return Duration.between(open.getAt(), alert.getAt()).abs();
  }

  private static PassageReference last(Alert alert) {
    return alert.getPassages().get(alert.getPassages().size() - 1);
  }

  /** As one of a rule; of a watch entry there is more to say. */
  private static OpenAlert.Builder opened(Alert alert, String first, Instant now) {
    return OpenAlert.newBuilder()
        .setAlertId(alert.getAlertId())
        .setEntryId("")
        .setVehicleKey(alert.getVehicleKey())
        .setList("")
        .setCameraId(alert.getPassages().isEmpty() ? "" : last(alert).getCameraId())
        .setToCountry(alert.getPassages().isEmpty() ? null : last(alert).getToCountry())
        .setDirection(alert.getDirection())
        .setPlate(alert.getPlate())
        .setCountry(alert.getCountry())
        .setSeverity(alert.getSeverity())
        .setPurpose(alert.getPurpose())
        .setRecipients(new ArrayList<>(alert.getRecipients()))
        .setAt(alert.getAt())
        .setRaisedAt(now)
        .setFirst(first);
  }

  private static AlertUpdate by(
      AlertAction action, OpenAlert alert, AlertState state, Instant now) {
    return update(alert, state, action.getActionId(), now)
        .setOutcome(action.getOutcome())
        .setBy(action.getBy())
        .setComment(action.getComment())
        .build();
  }

  private static AlertUpdate.Builder update(
      OpenAlert alert, AlertState state, String cause, Instant at) {
    return AlertUpdate.newBuilder()
        .setUpdateId(updateId(alert.getAlertId(), state, cause))
        .setAlertId(alert.getAlertId())
        .setVehicleKey(alert.getVehicleKey())
        .setEntryId(alert.getEntryId())
        .setList(alert.getList())
        .setCameraId(alert.getCameraId())
        .setState(state)
        .setAt(at)
        .setRecipients(alert.getRecipients())
        .setPurpose(alert.getPurpose())
        .setCaseNumber(alert.getCaseNumber());
  }

  private static String updateId(String alertId, AlertState state, String cause) {
    return Ids.of(UPDATE, alertId, state.name(), cause);
  }
}
