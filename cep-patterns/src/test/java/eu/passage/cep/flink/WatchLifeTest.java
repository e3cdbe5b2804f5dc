package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.passage.avro.Colour;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStatus;
import eu.passage.avro.WatchStep;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.SubjectKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of watch entries as the detection operator tells it. */
class WatchLifeTest {

  private static final String PLATE = "1ABC234";
  private static final String START = "2026-03-10T10:00";
  private static final String EXPIRY = "2026-03-20T10:00";

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(Samples.SETTINGS);
    detection.until("2026-03-09T00:00");
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void everyStepIsToldOnceFromProposalToExpiry() throws Exception {
    detection.watch(proposed()).watch(approved(2));
    assertThat(steps()).containsExactly(WatchStep.PROPOSED, WatchStep.APPROVED);

    detection.until("2026-03-10T09:59");
    assertThat(steps()).hasSize(2);
    detection.until(START).until("2026-03-15T00:00");
    assertThat(steps()).endsWith(WatchStep.ACTIVE).hasSize(3);

    detection.until(EXPIRY).until("2026-03-30T00:00");
    assertThat(detection.watchEvents())
        .extracting(WatchEvent::getStep, WatchEvent::getVersion, WatchEvent::getBy)
        .containsExactly(
            tuple(WatchStep.PROPOSED, 1, "local investigation"),
            tuple(WatchStep.APPROVED, 2, "duty officer"),
            tuple(WatchStep.ACTIVE, 2, ""),
            tuple(WatchStep.EXPIRED, 2, ""));
    assertThat(event(WatchStep.ACTIVE).getAt()).isEqualTo(local(START));
    assertThat(event(WatchStep.EXPIRED).getAt()).isEqualTo(local(EXPIRY));
    assertThat(detection.watchEvents()).extracting(WatchEvent::getEventId).doesNotHaveDuplicates();
    assertThat(detection.stateEntries()).isZero();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void whatIsInForceAlreadyIsToldSoAtOnce() throws Exception {
    detection.until("2026-03-11T00:00").watch(approved(1));

    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.ACTIVE);
  }

  @Test
  void theMachinesClockBeginsAnEntryWhileEventTimeLagsButNeverEndsOne() throws Exception {
    detection.restartAt("2026-03-30T00:00").watch(approved(1));
    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.ACTIVE);

    detection.until(START);
    assertThat(steps()).as("not again").hasSize(2);
    detection.pass(passage("2026-03-11T10:00", PLATE, "FR>BE", "EST-1"));
    assertThat(detection.alerts()).hasSize(1);
  }

  @Test
  void whatIsOverBeforeItComesIsNeverActive() throws Exception {
    detection.until("2026-03-21T00:00").watch(approved(1));

    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.EXPIRED);
    assertThat(detection.stateEntries()).isZero();
  }

  @Test
  void aProposalThatNobodyApprovesExpiresAndIsNeverActive() throws Exception {
    detection.watch(proposed()).until(EXPIRY);

    assertThat(steps()).containsExactly(WatchStep.PROPOSED, WatchStep.EXPIRED);
    assertThat(detection.stateEntries()).isZero();
  }

  @Test
  void aProposalThatComesAfterItsStartIsNotActive() throws Exception {
    detection.until("2026-03-11T00:00").watch(proposed());

    assertThat(steps()).containsExactly(WatchStep.PROPOSED);
  }

  @Test
  void aNewVersionIsActiveAnew() throws Exception {
    WatchEntry extended = approved(2);
    extended.setExpiresAt(local("2026-04-20T10:00"));
    detection.watch(approved(1)).until(START).watch(extended).until(EXPIRY);

    assertThat(detection.watchEvents())
        .extracting(WatchEvent::getStep, WatchEvent::getVersion)
        .containsExactly(
            tuple(WatchStep.APPROVED, 1),
            tuple(WatchStep.ACTIVE, 1),
            tuple(WatchStep.APPROVED, 2),
            tuple(WatchStep.ACTIVE, 2));
  }

  @Test
  void oneThatIsWithdrawnBeforeItBeginsIsNeverActive() throws Exception {
    WatchEntry withdrawn = withdrawn(2);
    detection.watch(approved(1)).watch(withdrawn).until(EXPIRY);

    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.WITHDRAWN);
    assertThat(event(WatchStep.WITHDRAWN).getBy()).isEqualTo("prosecutor");
  }

  @Test
  void oneThatIsWithdrawnWhileItIsActiveLeavesNothing() throws Exception {
    detection.watch(approved(1)).until(START).watch(withdrawn(2));

    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.ACTIVE, WatchStep.WITHDRAWN);
    assertThat(detection.stateEntries()).isZero();
  }

  @Test
  void oneThatIsCorrectedNamesWhatTakesItsPlace() throws Exception {
    WatchEntry corrected = withdrawn(2);
    corrected.setCorrectedBy("W-2");
    detection.watch(approved(1)).watch(corrected);

    assertThat(event(WatchStep.CORRECTED).getCorrectedBy()).isEqualTo("W-2");
    assertThat(steps()).doesNotContain(WatchStep.WITHDRAWN);
  }

  @Test
  void anEntryWithFaultsIsRefusedWithAllOfThemAndNeverMatches() throws Exception {
    WatchEntry faulty = approved(1);
    faulty.setLegalBasis("");
    faulty.setOffence("aggravated-thef");
    detection.watch(faulty).pass(passage("2026-03-11T10:00", PLATE, "FR>BE", "EST-1"));

    assertThat(detection.alerts()).isEmpty();
    assertThat(steps()).containsExactly(WatchStep.REFUSED);
    assertThat(event(WatchStep.REFUSED).getFaults())
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("no legal basis"))
        .anyMatch(fault -> fault.contains("did you mean 'aggravated-theft'"));
    assertThat(detection.deadLetters())
        .singleElement()
        .returns(DeadLetterReason.ENTRY_REFUSED, DeadLetter::getReason)
        .returns("watch entry W-1 version 1", DeadLetter::getOrigin)
        .satisfies(letter -> assertThat(letter.getMessage()).hasLineCount(2));
  }

  @Test
  void aVersionThatIsRefusedLeavesTheOneBeforeInForce() throws Exception {
    WatchEntry faulty = approved(2);
    faulty.setRecipients(List.of());
    detection
        .watch(approved(1))
        .watch(faulty)
        .pass(passage("2026-03-11T10:00", PLATE, "FR>BE", "EST-1"));

    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.REFUSED);
    assertThat(detection.alerts()).hasSize(1);
  }

  @Test
  void aWithdrawalIsTakenWhateverItLacks() throws Exception {
    WatchEntry bare = withdrawn(2);
    bare.setLegalBasis("");
    bare.setRecipients(List.of());
    bare.setExpiresAt(Instant.EPOCH);
    detection
        .watch(approved(1))
        .watch(bare)
        .pass(passage("2026-03-11T10:00", PLATE, "FR>BE", "EST-1"));

    assertThat(detection.alerts()).isEmpty();
    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.WITHDRAWN);
  }

  @Test
  void nothingIsToldAgainAfterARestart() throws Exception {
    detection.watch(approved(1)).until("2026-03-11T00:00").restart(3);
    detection.watch(approved(1)).until("2026-03-12T00:00");
    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.ACTIVE);

    detection.until(EXPIRY).restart(1).until("2026-03-30T00:00");
    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.ACTIVE, WatchStep.EXPIRED);
  }

  @Test
  void whatBeginsWhileTheJobIsDownIsToldWhenItIsUp() throws Exception {
    detection.watch(approved(1)).restart(2);
    detection.until("2026-03-12T00:00");

    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.ACTIVE);
  }

  @Test
  void anEntryThatAnOlderBuildKeptMatchesAndExpiresAsBefore() throws Exception {
    WatchEntry old = approved(1);
    old.setOffence("SOMETHING_OF_OLD");
    detection
        .keptByAnOlderBuild(old)
        .restart()
        .pass(passage("2026-03-11T10:00", PLATE, "FR>BE", "EST-1"));
    assertThat(detection.alerts()).hasSize(1);

    detection.until(EXPIRY).pass(passage("2026-03-21T10:00", PLATE, "FR>BE", "EST-1"));
    assertThat(detection.alerts()).hasSize(1);
    assertThat(steps()).containsExactly(WatchStep.ACTIVE, WatchStep.EXPIRED);
  }

  @Test
  void twoEntriesOfOneVehicleLiveTheirOwnLives() throws Exception {
    WatchEntry other = entry("W-2", PLATE, "2026-03-12T00:00", "2026-03-14T00:00");
    detection.watch(approved(1)).watch(other).until("2026-03-11T00:00");
    assertThat(steps()).as("one is active").hasSize(3);

    detection.until("2026-03-15T00:00").until(EXPIRY);
    assertThat(detection.watchEvents())
        .extracting(WatchEvent::getEntryId, WatchEvent::getStep)
        .containsExactly(
            tuple("W-1", WatchStep.APPROVED),
            tuple("W-2", WatchStep.APPROVED),
            tuple("W-1", WatchStep.ACTIVE),
            tuple("W-2", WatchStep.ACTIVE),
            tuple("W-2", WatchStep.EXPIRED),
            tuple("W-1", WatchStep.EXPIRED));
  }

  @Test
  void manyDescriptionsDoNotLieTogether() throws Exception {
    detection.watch(described("W-1")).watch(described("W-2"));

    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.APPROVED);
    assertThat(SubjectKey.ofEntry("W-1")).isNotEqualTo(SubjectKey.ofEntry("W-2"));
  }

  @Test
  void aWildcardHasALifeToo() throws Exception {
    WatchEntry wildcard = entry("W-1", "1AB?2*", START, EXPIRY);
    wildcard.setCountry("");
    detection.watch(wildcard).until(START);
    assertThat(steps()).containsExactly(WatchStep.APPROVED, WatchStep.ACTIVE);

    detection.until(EXPIRY);
    assertThat(steps()).endsWith(WatchStep.EXPIRED).hasSize(3);
  }

  private List<WatchStep> steps() {
    return detection.watchEvents().stream().map(WatchEvent::getStep).toList();
  }

  private WatchEvent event(WatchStep step) {
    return detection.watchEvents().stream()
        .filter(event -> event.getStep() == step)
        .findFirst()
        .orElseThrow();
  }

  private static WatchEntry proposed() {
    WatchEntry entry = approved(1);
    entry.setStatus(WatchStatus.PROPOSED);
    entry.setApprover(null);
    return entry;
  }

  private static WatchEntry approved(int version) {
    WatchEntry entry = entry("W-1", PLATE, START, EXPIRY);
    entry.setVersion(version);
    return entry;
  }

  private static WatchEntry described(String id) {
    WatchEntry entry = entry(id, "", START, EXPIRY);
    entry.setCountry("");
    entry.setType(VehicleType.VAN);
    entry.setColour(Colour.WHITE);
    entry.setToCountry("FR");
    return entry;
  }

  private static WatchEntry withdrawn(int version) {
    WatchEntry entry = approved(version);
    entry.setStatus(WatchStatus.WITHDRAWN);
    entry.setWithdrawnBy("prosecutor");
    entry.setWithdrawnBecause("found");
    return entry;
  }
}
