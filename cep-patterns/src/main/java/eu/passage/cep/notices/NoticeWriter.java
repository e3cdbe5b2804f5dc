package eu.passage.cep.notices;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Crossing;
import eu.passage.avro.ExpectedArrival;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.cep.followup.BorderNews;
import eu.passage.cep.followup.FollowUp;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.followup.Refusal;
import eu.passage.schemas.ids.Ids;
import eu.passage.schemas.plates.PlateSyntax;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes for each recipient what it is told, in its languages and no others. */
public final class NoticeWriter {

  private static final String KIND = "notice";
  private static final double KMH = 3.6;

  /** Of Brussels and Paris. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Brussels"));

  private final Recipients recipients;
  private final Offences offences;
  private final Map<String, NoticeWords> words = new HashMap<>();

  public NoticeWriter(Recipients recipients, Offences offences) {
    this.recipients = recipients;
    this.offences = offences;
    NoticeWords.LANGUAGES.forEach(language -> words.put(language, new NoticeWords(language)));
  }

  /** An alert, to everybody that it names. */
  public List<Notice> of(Alert alert) {
    WatchReference watch = alert.getWatch();
    return to(
        alert.getRecipients(),
        recipient -> {
          Map<String, String> texts = new LinkedHashMap<>();
          for (String language : recipient.languages()) {
            String reason = alert.getReasons().get(language);
            texts.put(language, reason == null ? alert.getReason() : reason);
          }
          Alert theirs = Alert.newBuilder(alert).setReasons(new HashMap<>(texts)).build();
          return notice(recipient, NoticeKind.ALERT, alert.getAlertId(), alert.getAlertId())
              .setVehicleKey(alert.getVehicleKey())
              .setSeverity(alert.getSeverity())
              .setPurpose(alert.getPurpose())
              .setAt(alert.getAt())
              .setTexts(texts)
              .setAlert(theirs)
              .setCaseNumber(watch == null ? "" : watch.getCaseNumber())
              .setLegalBasis(watch == null ? "" : watch.getLegalBasis())
              .build();
        });
  }

  /** A step in the life of an alert, to everybody who was told of it; what was folded to nobody. */
  public List<Notice> of(AlertUpdate update, OpenAlert alert) {
    if (update.getState() == AlertState.REPEATED) {
      return List.of();
    }
    return to(
        update.getRecipients(),
        recipient ->
            notice(recipient, NoticeKind.UPDATE, update.getAlertId(), update.getUpdateId())
                .setVehicleKey(update.getVehicleKey())
                .setSeverity(alert.getSeverity())
                .setPurpose(alert.getPurpose())
                .setAt(update.getAt())
                .setTexts(texts(recipient, words -> step(update, alert, words)))
                .setUpdate(update)
                .setCaseNumber(alert.getCaseNumber())
                .setLegalBasis(alert.getLegalBasis())
                .build());
  }

  /**
   * That an action was refused, to who acted alone; to nobody where that is no recipient. Who was
   * not told of an alert learns nothing of it here.
   */
  public List<Notice> of(AlertAction action, Refusal why, Instant now) {
    AlertUpdate answer = FollowUp.refusal(action, why, now);
    return to(
        answer.getRecipients(),
        recipient ->
            notice(recipient, NoticeKind.UPDATE, answer.getAlertId(), answer.getUpdateId())
                .setVehicleKey(answer.getVehicleKey())
                .setSeverity(Severity.LOW)
                .setPurpose("")
                .setAt(answer.getAt())
                .setTexts(
                    texts(
                        recipient,
                        words ->
                            words.say(
                                "refused." + why,
                                answer.getAlertId(),
                                recipient.name().in(words.language()))))
                .setUpdate(answer)
                .build());
  }

  private static String step(AlertUpdate update, OpenAlert alert, NoticeWords words) {
    return words.say(
        "update." + update.getState(),
        plate(alert.getPlate(), alert.getCountry(), words),
        update.getBy(),
        words.say("outcome." + update.getOutcome()),
        TIME.format(alert.getRaisedAt()));
  }

  /**
   * News from a border. That a vehicle is expected, or no longer, concerns the side where it would
   * enter; that it crossed concerns both.
   */
  public List<Notice> of(BorderNews news) {
    ExpectedArrival vehicle = news.vehicle();
    Crossing crossing = vehicle.getCrossing();
    boolean both = news.kind() == NoticeKind.CROSSED;
    List<String> told = new ArrayList<>();
    for (String id : vehicle.getRecipients()) {
      recipients
          .find(id)
          .map(Recipient::country)
          .filter(
              country ->
                  country.equals(crossing.getToCountry())
                      || (both && country.equals(crossing.getFromCountry())))
          .ifPresent(country -> told.add(id));
    }
    String cause = news.kind() + crossing.getPlace() + crossing.getAt().toEpochMilli();
    return to(
        told,
        recipient ->
            notice(recipient, news.kind(), vehicle.getAlertId(), cause)
                .setVehicleKey(vehicle.getVehicleKey())
                .setSeverity(vehicle.getSeverity())
                .setPurpose(vehicle.getPurpose())
                .setAt(crossing.getAt())
                .setTexts(texts(recipient, words -> border(news.kind(), vehicle, words)))
                .setCrossing(inWordsOf(recipient, crossing))
                .setCaseNumber(vehicle.getCaseNumber())
                .setLegalBasis(vehicle.getLegalBasis())
                .build());
  }

  private String border(NoticeKind kind, ExpectedArrival vehicle, NoticeWords words) {
    Crossing crossing = vehicle.getCrossing();
    String what =
        words.say(
            switch (kind) {
              case EXPECTED -> "expected";
              case CROSSED -> "crossed";
              default -> "turned-off";
            },
            plate(vehicle.getPlate(), vehicle.getCountry(), words),
            offences.name(vehicle.getOffence(), words.language()),
            vehicle.getCaseNumber(),
            crossing.getPlace(),
            crossing.getRoad(),
            enter(crossing.getToCountry(), words),
            TIME.format(crossing.getAt()),
            words.say("action." + vehicle.getAction()),
            pursuit(vehicle, words));
    Float speed = crossing.getSpeed();
    if (speed == null || kind == NoticeKind.TURNED_OFF) {
      return what;
    }
    long kmh = Math.round(speed * KMH);
    String since = crossing.getSpeedSince();
    return what
        + " "
        + (since == null ? words.say("speed", kmh) : words.say("speed-since", kmh, since));
  }

  private static String enter(String country, NoticeWords words) {
    return words
        .find("enter." + country)
        .orElseGet(
            () ->
                words.say(
                    "enter.other",
                    new Locale.Builder()
                        .setRegion(country)
                        .build()
                        .getDisplayCountry(words.locale())));
  }

  private String pursuit(ExpectedArrival vehicle, NoticeWords words) {
    Crossing crossing = vehicle.getCrossing();
    String basis = crossing.getPursuitBasis();
    if (basis.equals(offences.basis())) {
      basis = offences.basis(words.language());
    }
    String key =
        vehicle.getAction() == WatchAction.DISCREET
            ? "pursuit.discreet"
            : "pursuit." + crossing.getPursuit();
    return words.say(key, basis, informed(crossing, words.language()));
  }

  /** What a program reads of it cannot be in several languages: it is in the recipient's first. */
  private Crossing inWordsOf(Recipient recipient, Crossing crossing) {
    return Crossing.newBuilder(crossing)
        .setInform(informed(crossing, recipient.firstLanguage()))
        .build();
  }

  /** Expected long ago, it may name services that are called otherwise today. */
  private String informed(Crossing crossing, String language) {
    String country = crossing.getToCountry();
    return crossing.getInform().equals(recipients.informed(country))
        ? recipients.informed(country, language)
        : crossing.getInform();
  }

  private static String plate(String plate, @Nullable String country, NoticeWords words) {
    return PlateSyntax.shipped().display(country, plate)
        + " ("
        + (country == null ? words.say("unknown-country") : country)
        + ")";
  }

  private Map<String, String> texts(Recipient recipient, Function<NoticeWords, String> text) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : recipient.languages()) {
      NoticeWords known = words.get(language);
      if (known != null) {
        texts.put(language, text.apply(known));
      }
    }
    return texts;
  }

  private List<Notice> to(List<String> ids, Function<Recipient, Notice> notice) {
    List<Notice> notices = new ArrayList<>();
    for (String id : ids) {
      recipients.find(id).map(notice).ifPresent(notices::add);
    }
    return notices;
  }

  private static Notice.Builder notice(
      Recipient recipient, NoticeKind kind, String alertId, String cause) {
    return Notice.newBuilder()
        .setNoticeId(Ids.of(KIND, recipient.id(), alertId, kind.name(), cause))
        .setRecipient(recipient.id())
        .setKind(kind)
        .setAlertId(alertId);
  }
}
