package eu.passage.cep.flink.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollAccount;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.files.ShippedTariffs;
import eu.passage.cep.toll.rerate.Decision;
import eu.passage.cep.toll.rerate.Decisions;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.TruckSight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was decided by a person, or rated again, when something else becomes known afterwards. */
class DecidedPassagesTest {

  private static final float BILL_AT = 0.8f;

  /** 2.05 a passage, and five of them a day at most. */
  private static final TariffTable TARIFFS = ShippedTariffs.standard();

  private static final TruckSight SIGHT = new TruckSight(Samples.CAMERAS, TruckSettings.DEFAULTS);
  private static final RegistryAnswer KNOWN =
      new RegistryAnswer.Known(new VehicleFacts(6, null, 44_000, 5, Set.of()));
  private static final RegistryAnswer MILITARY =
      new RegistryAnswer.Known(new VehicleFacts(6, null, 44_000, 5, Set.of("military")));

  private final VehiclePricing pricing = new VehiclePricing(TARIFFS);
  private final Map<String, TollEvent> drafts = new TreeMap<>();
  private final Map<String, TollEvent> told = new TreeMap<>();
  private RegistryAnswer registry = KNOWN;

  @Test
  void whoseDoubtfulPlateAPersonBilledStaysFinalWhenALatePassageTakesTheCap() {
    for (int hour = 10; hour < 14; hour++) {
      passes(draft(hour));
    }
    TollEvent doubtful = draft(14);
    doubtful.setPlateConfidence(0.5f);
    passes(doubtful);
    assertThat(of(14).getStatus()).isEqualTo(TollStatus.REVIEW);
    decide(of(14), new Decision.Bill(Map.of()));
    assertThat(of(14).getStatus()).isEqualTo(TollStatus.FINAL);

    List<TollEvent> news = passes(draft(9));

    assertThat(news).hasSize(2);
    assertThat(of(14).getCharge().getAmount()).isEqualByComparingTo("0");
    assertThat(of(14).getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(of(14).getCause()).isEqualTo(CorrectionCause.LATE_PASSAGE);
    assertThat(of(14).getCharge().getInputs())
        .contains(new ChargeInput("reviewed", "bill", InputSource.PERSON));
    assertThat(passes(draft(15))).as("nor is it doubted later").hasSize(1);
  }

  @Test
  void theRegistrysLateAnswerDoesNotOverruleAPerson() {
    registry = new RegistryAnswer.NotAnswered();
    passes(draft(10));
    assertThat(of(10).getStatus()).isEqualTo(TollStatus.PROVISIONAL);
    decide(of(10), new Decision.Bill(Map.of("exemption", "none")));

    registry = MILITARY;
    assertThat(look("", CorrectionCause.REGISTRY)).isEmpty();
    passes(draft(11));

    assertThat(of(10).getCharge().getAmount()).isEqualByComparingTo("2.05");
    assertThat(of(11).getCharge().getExemption()).isEqualTo("military");
  }

  @Test
  void whatAPersonTookBackDoesNotComeAgainAndLeavesItsShareOfTheCap() {
    for (int hour = 10; hour < 15; hour++) {
      passes(draft(hour));
    }
    decide(of(10), new Decision.Withdraw());

    TollEvent more = draft(10);
    more.setLate(true);
    passes(more);
    passes(draft(16));

    assertThat(of(10).getStatus()).isEqualTo(TollStatus.WITHDRAWN);
    assertThat(of(10).getCause()).isEqualTo(CorrectionCause.REVIEW);
    assertThat(of(16).getCharge().getAmount()).isEqualByComparingTo("2.05");
  }

  @Test
  void whatWasRatedByTariffsThatThisJobLacksIsLeftAlone() {
    for (int hour = 10; hour < 15; hour++) {
      passes(draft(hour));
    }
    Charge dearer =
        Charge.newBuilder(of(14).getCharge())
            .setTariffVersion("of tomorrow")
            .setAmount(new BigDecimal("3.0000"))
            .build();
    TollEvent again =
        TollChain.correction(
            TollEvent.newBuilder(of(14)).setCharge(dearer).build(), of(14), CorrectionCause.TARIFF);
    told.put(again.getPassageId(), again);

    assertThat(passes(draft(9))).hasSize(1);

    assertThat(of(14)).isEqualTo(again);
  }

  @Test
  void wherePassingCostsNothingAPersonsWordStaysToo() {
    TollEvent free = draft(10);
    free.setChargingPoint("DOT-1");
    free.setPlateConfidence(0.5f);
    passes(free);
    assertThat(of(10).getStatus()).isEqualTo(TollStatus.REVIEW);
    decide(of(10), new Decision.Bill(Map.of()));

    assertThat(passes(draft(11))).hasSize(1);

    assertThat(of(10).getStatus()).isEqualTo(TollStatus.FINAL);
  }

  private List<TollEvent> passes(TollEvent draft) {
    drafts.put(draft.getPassageId(), draft);
    return look(draft.getPassageId(), CorrectionCause.LATE_PASSAGE);
  }

  private List<TollEvent> look(String changed, CorrectionCause cause) {
    List<TollEvent> news =
        new TollAccount(BILL_AT)
            .news(drafts, told, pricing.with(registry, told), changed, cause, Long.MIN_VALUE);
    news.forEach(event -> told.put(event.getPassageId(), event));
    return news;
  }

  /** As the command hands it in and the toll job takes it. */
  private void decide(TollEvent event, Decision decision) {
    List<TollEvent> standing =
        told.values().stream().filter(one -> one.getStatus() != TollStatus.WITHDRAWN).toList();
    new Decisions(TARIFFS, BILL_AT)
        .of(standing, event, decision)
        .forEach(change -> told.put(change.after().getPassageId(), change.after()));
  }

  private TollEvent of(int hour) {
    return told.get(draft(hour).getPassageId());
  }

  private static TollEvent draft(int hour) {
    return TollDraft.of(
        List.of(
            SIGHT
                .of(
                    Samples.passage(
                        Samples.local("2026-03-10T%02d:00".formatted(hour)),
                        "1TRK555",
                        "FR>BE",
                        "EST-1",
                        VehicleType.TRUCK))
                .orElseThrow()),
        "commune");
  }
}
