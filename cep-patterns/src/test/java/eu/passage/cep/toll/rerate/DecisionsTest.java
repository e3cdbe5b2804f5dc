package eu.passage.cep.toll.rerate;

import static eu.passage.cep.toll.rerate.Stored.BILL_AT;
import static eu.passage.cep.toll.rerate.Stored.NOT_KNOWN;
import static eu.passage.cep.toll.rerate.Stored.amounts;
import static eu.passage.cep.toll.rerate.Stored.drafts;
import static eu.passage.cep.toll.rerate.Stored.euro;
import static eu.passage.cep.toll.rerate.Stored.inputs;
import static eu.passage.cep.toll.rerate.Stored.told;
import static eu.passage.cep.toll.rerate.Stored.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.rating.Recount;
import eu.passage.cep.toll.reconcile.AmountVerdict;
import eu.passage.cep.toll.reconcile.RecountedAmounts;
import eu.passage.cep.toll.tariff.TariffTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final TariffTable TARIFFS =
      Stored.table(
          Stored.version(
              "1",
              "2026-01-01",
              "2027-01-01",
              """
              at: {points: [P, Q]}
              per: passage
              by: {euroClass: [0..4, 5..]}
              prices: {0..4: "4", 5..: "1"}
              assume: {euroClass: 0}
              exempt: {military: {uses: [military]}, diplomats: {plates: ["BE:CD*"]}}
              cap: "7"
              """));

  private final List<TollEvent> day =
      told(TARIFFS, NOT_KNOWN, drafts("2026-03-11T08:00@P", "2026-03-11T09:00@Q"));

  private List<TollEvent> after(List<TollEvent> events, int which, Decision decision) {
    return StandingEvents.of(
        with(events, new Decisions(TARIFFS, BILL_AT).of(events, events.get(which), decision)));
  }

  private static Decision bill(String... facts) {
    return new Decision.Bill(SaidFacts.read(List.of(facts)));
  }

  @Test
  void aFactGivesTheAmountByTheTariffAndItIsFinal() {
    List<Change> changes = new Decisions(TARIFFS, BILL_AT).of(day, day.get(0), bill("euroClass=6"));

    TollEvent decided = changes.get(0).after();
    assertThat(decided.getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(decided.getCause()).isEqualTo(CorrectionCause.REVIEW);
    assertThat(decided.getCorrects()).isEqualTo(day.get(0).getEventId());
    assertThat(decided.getCharge().getAmount()).isEqualByComparingTo("1");
    assertThat(inputs(decided))
        .contains("euroClass=6 (PERSON)", "reviewed=bill (PERSON)")
        .doesNotContain("euroClass=0 (ASSUMED)");
    assertThat(new Recount(TARIFFS).differences(decided.getCharge())).isEmpty();
  }

  @Test
  void whoSharesTheDaysCapWithItIsCorrectedToo() {
    assertThat(amounts(day)).containsExactly("4.0000", "3.0000");

    List<TollEvent> after = after(day, 0, bill("euroClass=6"));

    assertThat(amounts(after)).containsExactly("1.0000", "4.0000");
    assertThat(after.get(1).getStatus()).isEqualTo(TollStatus.REVIEW);
    RecountedAmounts check = new RecountedAmounts(TARIFFS);
    assertThat(after)
        .allSatisfy(
            event -> assertThat(check.check(event, after)).isEqualTo(new AmountVerdict.Holds()));
  }

  @Test
  void withoutFactsWhatTheTariffAssumesIsTakenForTrue() {
    List<TollEvent> after = after(day, 1, bill());

    assertThat(amounts(after)).containsExactly("4.0000", "3.0000");
    assertThat(inputs(after.get(1))).contains("euroClass=0 (PERSON)");
    assertThat(after.get(1).getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(after.get(0).getStatus()).isEqualTo(TollStatus.REVIEW);
  }

  @Test
  void whatIsTakenBackLeavesItsShareToTheOthers() {
    List<TollEvent> after = after(day, 0, new Decision.Withdraw());

    assertThat(amounts(after)).containsExactly("4.0000");
    assertThat(after.get(0).getPassageId()).isEqualTo("p1");
    assertThat(after.get(0).getCause()).isEqualTo(CorrectionCause.REVIEW);
  }

  @Test
  void aPersonMaySayThatAVehicleIsExemptAndThatItIsNot() {
    List<TollEvent> exempt = after(day, 0, bill("use=military"));
    assertThat(exempt.get(0).getCharge().getExemption()).isEqualTo("military");
    assertThat(amounts(exempt)).containsExactly("0.0000", "4.0000");

    List<TollEvent> soldiers = told(TARIFFS, euro(6, "military"), drafts("2026-03-11T08:00@P"));
    assertThat(soldiers.get(0).getCharge().getExemption()).isEqualTo("military");
    List<TollEvent> owing = after(soldiers, 0, bill("use=none", "euroClass=6"));
    assertThat(amounts(owing)).containsExactly("1.0000");
    assertThat(inputs(owing.get(0))).contains("exemption=none (PERSON)");
    assertThat(new Recount(TARIFFS).differences(owing.get(0).getCharge())).isEmpty();
  }

  @Test
  void aDecisionWhileTheRegistryIsSilentRestsOnNothingAssumed() {
    List<TollEvent> silent =
        told(TARIFFS, new RegistryAnswer.NotAnswered(), drafts("2026-03-11T08:00@P"));

    TollEvent decided = after(silent, 0, bill("euroClass=6")).get(0);

    assertThat(inputs(decided)).contains("exemption=none (PERSON)", "euroClass=6 (PERSON)");
    assertThat(decided.getStatus()).isEqualTo(TollStatus.FINAL);
  }

  @Test
  void aSecondDecisionKeepsWhatTheFirstSaid() {
    TollEvent first = after(day, 0, bill("use=taxi")).get(0);

    TollEvent second = after(List.of(first), 0, bill("euroClass=6")).get(0);

    assertThat(inputs(second)).contains("use=taxi (PERSON)", "euroClass=6 (PERSON)");
    assertThat(second.getCharge().getAmount()).isEqualByComparingTo("1");
  }

  @Test
  void aFactWithoutAPriceIsRefused() {
    TariffTable byCo2Class =
        Stored.table(
            Stored.version(
                "1",
                "2026-01-01",
                "2027-01-01",
                """
                at: {points: [P]}
                per: passage
                by: {co2Class: ["1", "2"]}
                prices: {"1": "4", "2": "3"}
                assume: {co2Class: "1"}
                """));
    List<TollEvent> events = told(byCo2Class, NOT_KNOWN, drafts("2026-03-11T08:00@P"));
    Decisions decisions = new Decisions(byCo2Class, BILL_AT);

    assertThatThrownBy(() -> decisions.of(events, events.get(0), bill("co2Class=9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t 1 has no price for co2Class 9");
  }

  @Test
  void whereNothingIsOwedFactsAreRefusedAndADecisionWithoutIsNot() {
    List<TollEvent> elsewhere = told(TARIFFS, NOT_KNOWN, drafts("2026-03-11T08:00@X"));

    assertThatThrownBy(() -> after(elsewhere, 0, bill("euroClass=6")))
        .hasMessageContaining("decide without facts");
    assertThat(after(elsewhere, 0, bill()).get(0).getStatus()).isEqualTo(TollStatus.FINAL);
  }

  @Test
  void whatIsNoFactIsToldWithWhatToWrite() {
    assertThatThrownBy(() -> SaidFacts.read(List.of("amount=1")))
        .hasMessageContaining("'amount' is no fact of a vehicle; there are euroClass");
    assertThatThrownBy(() -> SaidFacts.read(List.of("time=12:00")))
        .hasMessageContaining("is no fact of a vehicle");
    assertThatThrownBy(() -> SaidFacts.read(List.of("euroClass=clean")))
        .hasMessage("euroClass must be a whole number from 0 to 7, got 'clean'");
    assertThatThrownBy(() -> SaidFacts.read(List.of("euroClass")))
        .hasMessageContaining("write NAME=VALUE");
    assertThatThrownBy(() -> SaidFacts.read(List.of("axles=5", "axles=4")))
        .hasMessage("axles is said twice: 5 and 4");
    assertThatThrownBy(() -> SaidFacts.read(List.of("use=none", "use=taxi")))
        .hasMessageContaining("write one of them");
    assertThat(SaidFacts.read(List.of("use=none", "weightKg=44000")))
        .isEqualTo(Map.of("exemption", "none", "weightKg", "44000"));
  }
}
