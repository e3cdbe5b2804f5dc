package eu.passage.cep.toll.rerate;

import static eu.passage.cep.toll.rerate.Stored.BILL_AT;
import static eu.passage.cep.toll.rerate.Stored.NOT_KNOWN;
import static eu.passage.cep.toll.rerate.Stored.amounts;
import static eu.passage.cep.toll.rerate.Stored.at;
import static eu.passage.cep.toll.rerate.Stored.drafts;
import static eu.passage.cep.toll.rerate.Stored.euro;
import static eu.passage.cep.toll.rerate.Stored.inputs;
import static eu.passage.cep.toll.rerate.Stored.nobody;
import static eu.passage.cep.toll.rerate.Stored.registry;
import static eu.passage.cep.toll.rerate.Stored.table;
import static eu.passage.cep.toll.rerate.Stored.told;
import static eu.passage.cep.toll.rerate.Stored.version;
import static eu.passage.cep.toll.rerate.Stored.with;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReratingTest {

  private static final String TWO =
      """
      at: {points: [P, Q]}
      per: passage
      price: "2"
      cap: "5"
      """;
  private static final String THREE = TWO.replace("price: \"2\"", "price: \"3\"");
  private static final String BY_EURO =
      """
      at: {points: [P, Q]}
      per: passage
      by: {euroClass: [0..4, 5..]}
      prices: {0..4: "4", 5..: "1"}
      assume: {euroClass: 0}
      """;
  private static final String MILITARY = TWO + "exempt: {military: {uses: [military]}}\n";
  private static final String FARMERS =
      TWO + "exempt: {military: {uses: [military]}, agricultural: {uses: [agricultural]}}\n";

  private static final TariffTable ONLY_OLD = table(version("1", "2026-01-01", "2027-01-01", TWO));

  /** The new version holds since the 11th. */
  private static TariffTable changedTo(String body) {
    return changed(TWO, body);
  }

  private static TariffTable changed(String before, String body) {
    return table(
        version("1", "2026-01-01", "2026-03-11", before),
        version("2", "2026-03-11", "2027-01-01", body));
  }

  private static Rerating.Result again(TariffTable tariffs, List<TollEvent> events) {
    return again(tariffs, nobody(), events);
  }

  private static Rerating.Result again(
      TariffTable tariffs, MissingFacts facts, List<TollEvent> events) {
    return new Rerating(tariffs, BILL_AT, Instant.EPOCH, facts).of(events);
  }

  private static List<TollEvent> after(List<TollEvent> events, Rerating.Result result) {
    return StandingEvents.of(with(events, result.changes()));
  }

  @Test
  void onlyEventsOfTheNewVersionsDaysAreCorrected() {
    List<TollEvent> events =
        told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-10T23:59@P", "2026-03-11T00:00@P"));

    List<Change> changes = again(changedTo(THREE), events).changes();

    assertThat(changes).hasSize(1);
    TollEvent correction = changes.get(0).after();
    assertThat(correction.getCorrects()).isEqualTo(events.get(1).getEventId());
    assertThat(correction.getCause()).isEqualTo(CorrectionCause.TARIFF);
    assertThat(correction.getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(correction.getSequence()).isZero();
    assertThat(correction.getCharge().getTariffVersion()).isEqualTo("2");
    assertThat(correction.getCharge().getAmount()).isEqualByComparingTo("3");
  }

  @Test
  void theSameAmountByAnotherVersionIsCorrectedSinceItIsComputedAgainByThat() {
    List<TollEvent> events = told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-11T08:00@P"));

    List<Change> changes = again(changedTo(TWO), events).changes();

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).after().getCharge().getTariffVersion()).isEqualTo("2");
  }

  @Test
  void whatOnlyIsWordedOtherwiseIsNoChange() {
    TariffTable named = table(version("1", "2026-01-01", "2027-01-01", "region: Wallonia\n" + TWO));
    List<TollEvent> events = told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-11T08:00@P"));

    assertThat(again(named, events).changes()).isEmpty();
  }

  @Test
  void aDaysCapIsGivenOutAgainByTheNewTariff() {
    List<TollEvent> events =
        told(
            ONLY_OLD,
            NOT_KNOWN,
            drafts("2026-03-11T08:00@P", "2026-03-11T09:00@P", "2026-03-11T10:00@Q"));
    assertThat(amounts(events)).containsExactly("2.0000", "2.0000", "1.0000");

    Rerating.Result result = again(changedTo(THREE), events);

    assertThat(amounts(after(events, result))).containsExactly("3.0000", "2.0000", "0.0000");
    assertThat(result.changes()).hasSize(3);
  }

  @Test
  void aWayThatBeganBeforeTheNewVersionIsPaidByTheVersionAtItsExit() {
    String way = "per: way\nways: [{from: P, to: Q, within: 1h, price: \"%s\"}]\n";
    TariffTable old = table(version("1", "2026-01-01", "2027-01-01", way.formatted("7")));
    List<TollEvent> events =
        told(old, NOT_KNOWN, drafts("2026-03-10T23:50@P", "2026-03-11T00:10@Q"));

    Rerating.Result result = again(changed(way.formatted("7"), way.formatted("9")), events);

    assertThat(amounts(after(events, result))).containsExactly("nothing", "9.0000");
    assertThat(result.changes()).hasSize(1);
    assertThat(result.changes().get(0).after().getPassageIds()).containsExactly("p0", "p1");
  }

  @Test
  void whatWasTakenBackStaysSoAndTakesNoShare() {
    List<TollEvent> events =
        new ArrayList<>(
            told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-11T08:00@P", "2026-03-11T09:00@P")));
    events.add(TollChain.withdrawal(events.get(0), CorrectionCause.REVIEW));

    List<TollEvent> after = after(events, again(changedTo(THREE), events));

    assertThat(amounts(after)).containsExactly("3.0000");
    assertThat(after.get(0).getPassageId()).isEqualTo("p1");
  }

  @Test
  void twiceIsOnceWhetherTheFirstWasTakenMeanwhileOrNot() {
    List<TollEvent> events =
        told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-11T08:00@P", "2026-03-11T09:00@P"));
    Rerating.Result first = again(changedTo(THREE), events);

    assertThat(again(changedTo(THREE), events)).isEqualTo(first);
    List<TollEvent> half = with(events, first.changes().subList(0, 1));
    assertThat(again(changedTo(THREE), half).changes()).isEqualTo(first.changes().subList(1, 2));
    assertThat(again(changedTo(THREE), with(events, first.changes())).changes()).isEmpty();
  }

  @Test
  void whatIsInReviewStaysThereWithAnotherAmount() {
    List<TollEvent> events =
        told(
            table(version("1", "2026-01-01", "2027-01-01", BY_EURO)),
            NOT_KNOWN,
            drafts("2026-03-11T08:00@P"));
    assertThat(events.get(0).getStatus()).isEqualTo(TollStatus.REVIEW);

    Rerating.Result result = again(changed(BY_EURO, THREE), events);

    TollEvent after = after(events, result).get(0);
    assertThat(after.getStatus()).isEqualTo(TollStatus.REVIEW);
    assertThat(amounts(List.of(after))).containsExactly("3.0000");
  }

  @Test
  void whatWasProvisionalIsFinalWhenTheTariffNoLongerAsksForIt() {
    List<TollEvent> events =
        told(
            table(version("1", "2026-01-01", "2027-01-01", BY_EURO)),
            new RegistryAnswer.NotAnswered(),
            drafts("2026-03-11T08:00@P"));
    assertThat(events.get(0).getStatus()).isEqualTo(TollStatus.PROVISIONAL);

    assertThat(after(events, again(changed(BY_EURO, THREE), events)).get(0).getStatus())
        .isEqualTo(TollStatus.FINAL);
    String dearer = BY_EURO.replace("\"4\"", "\"5\"");
    assertThat(after(events, again(changed(BY_EURO, dearer), events)).get(0).getStatus())
        .isEqualTo(TollStatus.PROVISIONAL);
  }

  @Test
  void whatTheRegistryHadSaidCountsAgainWithoutAskingIt() {
    List<TollEvent> events =
        told(
            table(version("1", "2026-01-01", "2027-01-01", BY_EURO)),
            euro(6),
            drafts("2026-03-11T08:00@P"));
    String dearer = BY_EURO.replace("\"1\"", "\"1.5\"");

    List<TollEvent> after = after(events, again(changed(BY_EURO, dearer), nobody(), events));

    assertThat(amounts(after)).containsExactly("1.5000");
    assertThat(inputs(after.get(0))).contains("euroClass=6 (REGISTRY)");
  }

  @Test
  void factsThatWereNotStoredAreAskedFor() {
    List<TollEvent> events = told(ONLY_OLD, euro(6), drafts("2026-03-11T08:00@P"));
    TariffTable tariffs = changedTo(BY_EURO);

    Rerating.Result known = again(tariffs, registry(euro(6)), events);
    assertThat(amounts(after(events, known))).containsExactly("1.0000");
    assertThat(after(events, known).get(0).getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(again(tariffs, nobody(), with(events, known.changes())).changes()).isEmpty();

    Rerating.Result unknown = again(tariffs, registry(NOT_KNOWN), events);
    assertThat(amounts(after(events, unknown))).containsExactly("4.0000");
    assertThat(after(events, unknown).get(0).getStatus()).isEqualTo(TollStatus.REVIEW);

    Rerating.Result silent = again(tariffs, registry(new RegistryAnswer.NotAnswered()), events);
    assertThat(silent.changes()).isEmpty();
    assertThat(silent.left()).containsExactly(new Left(events.get(0), Left.Why.REGISTRY_SILENT));
  }

  @Test
  void aNewExemptionIsLookedUpAndTheOldOneIsNot() {
    TariffTable old = table(version("1", "2026-01-01", "2027-01-01", MILITARY));
    List<TollEvent> events = told(old, euro(6, "agricultural"), drafts("2026-03-11T08:00@P"));
    assertThat(amounts(events)).containsExactly("2.0000");

    assertThat(amounts(after(events, again(changed(MILITARY, MILITARY), nobody(), events))))
        .containsExactly("2.0000");
    Rerating.Result result =
        again(changed(MILITARY, FARMERS), registry(euro(6, "agricultural")), events);

    TollEvent after = after(events, result).get(0);
    assertThat(amounts(List.of(after))).containsExactly("0.0000");
    assertThat(after.getCharge().getExemption()).isEqualTo("agricultural");
  }

  @Test
  void whatAPersonSaidSurvivesANewTariff() {
    TariffTable old = table(version("1", "2026-01-01", "2027-01-01", BY_EURO));
    List<TollEvent> events = told(old, NOT_KNOWN, drafts("2026-03-11T08:00@P"));
    List<TollEvent> decided =
        with(
            events,
            new Decisions(old, BILL_AT)
                .of(
                    events,
                    events.get(0),
                    new Decision.Bill(SaidFacts.read(List.of("euroClass=6")))));
    String dearer = BY_EURO.replace("\"1\"", "\"1.5\"");

    List<TollEvent> after = after(decided, again(changed(BY_EURO, dearer), decided));

    assertThat(amounts(after)).containsExactly("1.5000");
    assertThat(after.get(0).getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(inputs(after.get(0))).contains("euroClass=6 (PERSON)", "reviewed=bill (PERSON)");
  }

  @Test
  void aTariffThatWasForgottenTakesNothingBack() {
    List<TollEvent> events = told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-10T08:00@P"));
    TariffTable onlyNew = table(version("2", "2026-03-11", "2027-01-01", THREE));

    Rerating.Result result = again(onlyNew, events);

    assertThat(result.changes()).isEmpty();
    assertThat(result.left()).containsExactly(new Left(events.get(0), Left.Why.TARIFF_MISSING));
  }

  @Test
  void whatIsBeforeTheDateIsThePastOfTheOthersAndStays() {
    List<TollEvent> events =
        told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-11T08:00@P", "2026-03-11T09:00@P"));

    List<Change> changes =
        new Rerating(changedTo(THREE), BILL_AT, at("2026-03-11T09:00"), nobody())
            .of(events)
            .changes();

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).after().getCharge().getAmount()).isEqualByComparingTo("2");
  }

  @Test
  void whereTwoEventsHoldOfOnePassageNothingIsDone() {
    List<TollEvent> events =
        new ArrayList<>(told(ONLY_OLD, NOT_KNOWN, drafts("2026-03-11T08:00@P")));
    events.add(TollEvent.newBuilder(events.get(0)).setEventId("toll-other").build());

    Rerating.Result result = again(changedTo(THREE), events);

    assertThat(result.changes()).isEmpty();
    assertThat(result.left()).extracting(Left::why).containsExactly(Left.Why.TWO_HOLD);
  }
}
