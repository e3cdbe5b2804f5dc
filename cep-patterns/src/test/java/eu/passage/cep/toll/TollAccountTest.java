package eu.passage.cep.toll;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.Samples;
import eu.passage.cep.toll.TollAccount.Priced;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.TruckSight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TollAccountTest {

  private static final TruckSight SIGHT = new TruckSight(Samples.CAMERAS, TruckSettings.DEFAULTS);

  private final Told told = new Told();

  /** Two euros a passage and at most five a day. */
  private static Map<String, Priced> capped(Collection<TollEvent> drafts) {
    Map<String, Priced> prices = new HashMap<>();
    Map<LocalDate, BigDecimal> days = new HashMap<>();
    drafts.stream()
        .sorted(Comparator.comparing(TollEvent::getAt).thenComparing(TollEvent::getPassageId))
        .forEach(
            draft -> {
              LocalDate day = LocalDate.ofInstant(draft.getAt(), ZoneOffset.UTC);
              BigDecimal left =
                  new BigDecimal("5.0000").subtract(days.getOrDefault(day, BigDecimal.ZERO));
              BigDecimal owed = left.min(new BigDecimal("2.0000"));
              days.merge(day, owed, BigDecimal::add);
              prices.put(
                  draft.getPassageId(),
                  new Priced(
                      Optional.of(charge(owed)), TollStatus.FINAL, List.of(draft.getPassageId())));
            });
    return prices;
  }

  private static Charge charge(BigDecimal amount) {
    return Charge.newBuilder()
        .setTariffId("t")
        .setTariffVersion("1")
        .setAmount(amount.setScale(4))
        .setCurrency("EUR")
        .setVat(VatTreatment.NONE)
        .build();
  }

  @Test
  void aFirstPassageIsToldOnceHoweverOftenItIsLookedAt() {
    told.passes("08:00");
    told.passes("08:00");

    assertThat(told.events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getEventId()).startsWith("toll-");
              assertThat(event.getCorrects()).isNull();
              assertThat(event.getCause()).isEqualTo(CorrectionCause.NONE);
              assertThat(event.getStatus()).isEqualTo(TollStatus.FINAL);
            });
  }

  @Test
  void aPassageThatComesLateMovesTheCapToWhoeverIsLast() {
    told.passes("08:00").passes("10:00").passes("12:00");
    assertThat(told.amounts()).containsExactly("2.0000", "2.0000", "1.0000");
    TollEvent last = told.of("12:00");

    told.passes("09:00");

    assertThat(told.amounts()).containsExactly("2.0000", "2.0000", "1.0000", "0.0000");
    assertThat(told.of("12:00").getCorrects()).isEqualTo(last.getEventId());
    assertThat(told.of("12:00").getCause()).isEqualTo(CorrectionCause.LATE_PASSAGE);
    assertThat(told.of("08:00").getCorrects()).isNull();
    assertThat(told.events).hasSize(6); // 10:00 and 12:00 were corrected
  }

  @Test
  void whatTurnsOutToBePartOfAnotherIsTakenBack() {
    told.passes("08:00");
    TollEvent first = told.of("08:00");

    told.gone("08:00").gone("08:00");

    assertThat(told.events).hasSize(2);
    assertThat(told.of("08:00").getStatus()).isEqualTo(TollStatus.WITHDRAWN);
    assertThat(told.of("08:00").getCorrects()).isEqualTo(first.getEventId());
    assertThat(told.of("08:00").getCharge()).isNull();
  }

  @Test
  void whatComesBackCorrectsItsWithdrawal() {
    told.passes("08:00").gone("08:00");
    TollEvent gone = told.of("08:00");

    told.passes("08:00");

    assertThat(told.of("08:00").getCorrects()).isEqualTo(gone.getEventId());
    assertThat(told.of("08:00").getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(told.events).extracting(TollEvent::getEventId).doesNotHaveDuplicates();
  }

  @Test
  void whatAnotherCameraAddsCorrectsTheEvent() {
    told.passes("08:00");
    TollEvent more = draft("08:00");
    more.setLate(true);

    told.add(more);

    assertThat(told.events).hasSize(2);
    assertThat(told.of("08:00").getLate()).isTrue();
  }

  @Test
  void aDoubtfulPlateOrClassIsForAPerson() {
    TollEvent draft = draft("08:00");
    draft.setPlateConfidence(0.79f);
    told.add(draft);
    TollEvent other = draft("09:00");
    other.setClassConfidence(0.79f);
    told.add(other);

    assertThat(told.of("08:00").getStatus()).isEqualTo(TollStatus.REVIEW);
    assertThat(told.of("09:00").getStatus()).isEqualTo(TollStatus.REVIEW);
  }

  @Test
  void whatAPersonTookBackStaysSoWhateverAnotherCameraAdds() {
    told.passes("08:00");
    TollEvent gone = TollChain.withdrawal(told.of("08:00"), CorrectionCause.REVIEW);
    told.last.put(gone.getPassageId(), gone);
    TollEvent more = draft("08:00");
    more.setLate(true);

    told.add(more);

    assertThat(told.of("08:00")).isEqualTo(gone);
  }

  @Test
  void whatIsSettledStaysAndWhatComesToItThenIsForAPerson() {
    told.passes("08:00").passes("10:00").passes("12:00");

    told.settledBefore = at("23:00").toEpochMilli();
    told.passes("09:00");

    assertThat(told.of("12:00").getCorrects()).isNull();
    assertThat(told.of("09:00").getStatus()).isEqualTo(TollStatus.REVIEW);
  }

  @Property(tries = 300)
  void theOrderOfArrivalMakesNoDifferenceInTheEnd(@ForAll("arrivals") List<Integer> minutes) {
    Told one = new Told();
    Told other = new Told();
    minutes.forEach(minute -> one.add(draft(minute)));
    minutes.stream().sorted().forEach(minute -> other.add(draft(minute)));

    assertThat(one.balance()).isEqualTo(other.balance());
    assertThat(one.events).extracting(TollEvent::getEventId).doesNotHaveDuplicates();
    one.requireOneChainForEachPassage();
  }

  @Provide
  Arbitrary<List<Integer>> arrivals() {
    return Arbitraries.integers().between(0, 2 * 24 * 60).list().ofMaxSize(12);
  }

  private static TollEvent draft(int minute) {
    return draft(Samples.local("2026-03-10T00:00").plusSeconds(60L * minute));
  }

  private static TollEvent draft(String time) {
    return draft(at(time));
  }

  private static Instant at(String time) {
    return Samples.local("2026-03-10T" + time);
  }

  private static TollEvent draft(Instant at) {
    return TollDraft.of(
        List.of(
            SIGHT
                .of(
                    Samples.passage(
                        at, "1TRK555", "FR>BE", "EST-1", eu.passage.avro.VehicleType.TRUCK))
                .orElseThrow()),
        "commune");
  }

  /** A vehicle's account as its operator keeps it. */
  private static final class Told {
    final Map<String, TollEvent> drafts = new LinkedHashMap<>();
    final Map<String, TollEvent> last = new TreeMap<>();
    final List<TollEvent> events = new ArrayList<>();
    long settledBefore = Long.MIN_VALUE;

    Told passes(String time) {
      add(draft(time));
      return this;
    }

    Told gone(String time) {
      drafts.remove(draft(time).getPassageId());
      look(draft(time).getPassageId());
      return this;
    }

    void add(TollEvent draft) {
      drafts.put(draft.getPassageId(), draft);
      look(draft.getPassageId());
    }

    private void look(String changed) {
      new TollAccount(0.8f)
          .news(
              drafts,
              last,
              TollAccountTest::capped,
              changed,
              CorrectionCause.LATE_PASSAGE,
              settledBefore)
          .forEach(
              event -> {
                events.add(event);
                last.put(event.getPassageId(), event);
              });
    }

    TollEvent of(String time) {
      return last.get(draft(time).getPassageId());
    }

    List<String> amounts() {
      return last.values().stream()
          .sorted(Comparator.comparing(TollEvent::getAt))
          .map(event -> event.getCharge().getAmount().toPlainString())
          .toList();
    }

    Map<String, String> balance() {
      Map<String, String> balance = new TreeMap<>();
      last.forEach((id, event) -> balance.put(id, event.getStatus() + " " + event.getCharge()));
      return balance;
    }

    void requireOneChainForEachPassage() {
      Map<String, String> ends = new HashMap<>();
      for (TollEvent event : events) {
        assertThat(event.getCorrects())
            .isEqualTo(ends.put(event.getPassageId(), event.getEventId()));
      }
    }
  }
}
