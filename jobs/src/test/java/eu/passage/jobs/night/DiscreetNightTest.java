package eu.passage.jobs.night;

import static eu.passage.avro.Direction.APPROACHING;
import static eu.passage.avro.Direction.RECEDING;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * Whoever must not notice that the police look for him: in all that is stored, shown and logged
 * about him from the first word to the last there is none that would make an officer halt him.
 */
@Timeout(300)
class DiscreetNightTest {

  private static final String PLATE = "1ABC234";

  @Test
  void ofADiscreetEntryNothingAnywhereSpeaksOfHalting() throws Exception {
    assertThat(HaltWords.in(allSaidOf("discreet"))).isEmpty();
  }

  /** So that the test above could fail: the same search finds what another action says. */
  @Test
  void ofOneToBeStoppedTheSameSearchFindsIt() throws Exception {
    assertThat(HaltWords.in(allSaidOf("stop")))
        .contains(
            "watchlist: stop",
            "alerts: stop",
            "alerts: intercept",
            "notices-police-be: intercept",
            "notices-police-be: onderschep",
            "notices-ccpd-tournai: intercept",
            "watch approve: stop",
            "watch list: stop",
            "watch show: stop",
            "alerts tail: stop",
            "alerts tail: intercept");
  }

  /** Lives through an entry's whole life, and collects everything that can be read anywhere. */
  private static List<Said> allSaidOf(String action) throws Exception {
    List<Said> said = new ArrayList<>();
    try (LogTrap log = new LogTrap();
        Night night = new Night()) {
      String entry = night.wanted(PLATE, action, "aggravated-theft");
      night.watch("list");
      night.watch("show " + entry);
      List<String> alerts = theNight(night);
      night.watch("withdraw " + entry + " --timeout 60s --by registry --because found");
      night.told("ccpd-tournai", NoticeKind.UPDATE, 3);
      night.watch("list --all");
      night.alerts("figures");
      night.audit("show --subject " + entry);
      for (String reader :
          List.of("ccpd-tournai", "police-be", "police-be --language nl", "ccpd-tournai --json")) {
        night.alerts("tail --from beginning --for 3s --as " + reader);
      }
      List<Said> topics = EveryTopic.read(night.config());
      assertThat(EveryTopic.topicsOf(topics))
          .contains(
              Topic.WATCHLIST.topicName(),
              Topic.WATCH_EVENTS.topicName(),
              Topic.PASSAGES.topicName(),
              Topic.ALERTS.topicName(),
              Topic.ALERT_ACTIONS.topicName(),
              Topic.ALERT_UPDATES.topicName(),
              Topic.AUDIT.topicName(),
              Topic.noticesOf("police-be"),
              Topic.noticesOf("ccpd-tournai"),
              "__consumer_offsets");
      said.addAll(topics);
      said.addAll(night.printed());
      LoggerFactory.getLogger(DiscreetNightTest.class).trace("a whisper");
      assertThat(log.lines()).extracting(Said::text).contains("a whisper ");
      List<String> names = new ArrayList<>(List.of(PLATE, "1-ABC-234", "2026/117", entry));
      names.addAll(alerts);
      said.addAll(log.about(names));
    }
    return said;
  }

  /** Expected, crossed, acknowledged; back, expected, not come; closed. */
  private static List<String> theNight(Night night) throws Exception {
    night.passes(PLATE, "TOU-1", APPROACHING, 90, Night.first("01:31"));
    night.passes(PLATE, "EST-3", RECEDING, 90, Night.first("01:36"));
    String first = alert(night.told("ccpd-tournai", NoticeKind.CROSSED, 1));
    night.alerts("ack " + first + " --as ccpd-tournai", "--by", "équipage Lille 4");
    night.alerts(
        "close " + first + " --as police-be --outcome confirmed", "--by", "control room Tournai");
    night.passes(PLATE, "TOU-1", APPROACHING, 90, Night.second("01:31"));
    night.passes("1TRF111", "EST-1", RECEDING, 50, Night.second("02:30"));
    return List.of(first, alert(night.told("ccpd-tournai", NoticeKind.TURNED_OFF, 1)));
  }

  private static String alert(List<Notice> notices) {
    return notices.get(notices.size() - 1).getAlertId();
  }
}
