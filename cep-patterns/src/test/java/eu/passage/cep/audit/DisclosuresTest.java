package eu.passage.cep.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Deed;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Outcome;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.schemas.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisclosuresTest {

  private static final Instant NOON = Instant.parse("2026-03-11T11:00:00Z");

  @Test
  void aHitIsToldWithItsRecipientItsEntryItsCaseAndItsBasis() {
    AuditEntry entry = Disclosures.of(notice(alert(watch())), NOON);

    assertThat(entry)
        .isEqualTo(
            new AuditEntry(
                NOON,
                "detection",
                Deed.DISCLOSED,
                "A-1",
                "judicial",
                "2026/117",
                "art. 44/11/3",
                "ccpd-tournai",
                "notice N-1 of kind ALERT for entry W-1 version 2"));
  }

  @Test
  void whatTheNoticeSaysStaysInTheNotice() {
    assertThat(Disclosures.of(notice(alert(watch())), NOON).toString())
        .doesNotContain("1ABC234", "DISCREET", "wanted", "BE:1A8C234");
  }

  @Test
  void anAlertOfARuleNamesTheRule() {
    AuditEntry entry = Disclosures.of(notice(alert(null)), NOON);

    assertThat(entry.note()).endsWith("for rule night-dash version 2");
    assertThat(entry.caseNumber()).isEmpty();
  }

  @Test
  void everyKindOfNoticeIsToldWithItsCaseAndItsBasis() {
    Notice expected = notice(alert(watch()));
    expected.setAlert(null);
    expected.setKind(NoticeKind.EXPECTED);
    Notice withdrawn = Notice.newBuilder(expected).setKind(NoticeKind.UPDATE).build();
    withdrawn.setUpdate(update("", AlertState.WITHDRAWN, Outcome.OPEN));

    assertThat(Disclosures.of(expected, NOON).note()).isEqualTo("notice N-1 of kind EXPECTED");
    assertThat(Disclosures.of(withdrawn, NOON).note())
        .isEqualTo("notice N-1 of kind UPDATE, WITHDRAWN for entry W-1");
    for (Notice notice : List.of(expected, withdrawn)) {
      AuditEntry entry = Disclosures.of(notice, NOON);
      assertThat(entry.subject()).isEqualTo("A-1");
      assertThat(entry.caseNumber()).isEqualTo("2026/117");
      assertThat(entry.basis()).isEqualTo("art. 44/11/3");
    }
  }

  @Test
  void whatSomebodyDidIsToldWithWhoDidIt() {
    assertThat(Disclosures.of(update("control room", AlertState.CLOSED, Outcome.MISREAD), NOON))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.actor()).isEqualTo("control room");
              assertThat(entry.deed()).isEqualTo(Deed.ACTED);
              assertThat(entry.subject()).isEqualTo("A-1");
              assertThat(entry.purpose()).isEqualTo("judicial");
              assertThat(entry.caseNumber()).isEqualTo("2026/117");
              assertThat(entry.note()).startsWith("CLOSED as MISREAD at 2026-03-11T11:00:00Z");
            });
  }

  @Test
  void whatTimeDidIsNoDeed() {
    assertThat(Disclosures.of(update("", AlertState.ESCALATED, Outcome.OPEN), NOON)).isEmpty();
  }

  private static AlertUpdate update(String by, AlertState state, Outcome outcome) {
    return AlertUpdate.newBuilder()
        .setUpdateId("U-1")
        .setAlertId("A-1")
        .setVehicleKey("BE:1A8C234")
        .setEntryId("W-1")
        .setCameraId("EST-1")
        .setState(state)
        .setOutcome(outcome)
        .setBy(by)
        .setAt(NOON)
        .setRecipients(new ArrayList<>(List.of("police-be")))
        .setPurpose("judicial")
        .setCaseNumber("2026/117")
        .build();
  }

  private static Notice notice(Alert alert) {
    WatchReference watch = alert.getWatch();
    return Notice.newBuilder()
        .setCaseNumber(watch == null ? "" : watch.getCaseNumber())
        .setLegalBasis(watch == null ? "" : watch.getLegalBasis())
        .setNoticeId("N-1")
        .setRecipient("ccpd-tournai")
        .setKind(NoticeKind.ALERT)
        .setAlertId("A-1")
        .setVehicleKey("BE:1A8C234")
        .setPurpose("judicial")
        .setAt(NOON)
        .setTexts(Map.of("fr", "wanted: 1ABC234"))
        .setAlert(alert)
        .build();
  }

  private static Alert alert(@Nullable WatchReference watch) {
    return Alert.newBuilder()
        .setAlertId("A-1")
        .setRuleId(watch == null ? "night-dash" : "watchlist-hit")
        .setRuleVersion(2)
        .setPurpose("judicial")
        .setRecipients(new ArrayList<>(List.of("ccpd-tournai")))
        .setAt(NOON)
        .setVehicleKey("BE:1A8C234")
        .setPlate("1ABC234")
        .setType(new TypeEstimate(VehicleType.CAR, 0.9f))
        .setColour(new ColourEstimate(Colour.RED, 0.9f))
        .setPassages(new ArrayList<>())
        .setReason("wanted")
        .setWatch(watch)
        .build();
  }

  private static WatchReference watch() {
    return WatchReference.newBuilder()
        .setEntryId("W-1")
        .setVersion(2)
        .setPlate("1ABC234")
        .setCountry("BE")
        .setAction(WatchAction.DISCREET)
        .setOffence("theft")
        .setLegalBasis("art. 44/11/3")
        .setCaseNumber("2026/117")
        .setMadeAt(NOON)
        .build();
  }
}
