package eu.passage.cep.toll.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import eu.passage.avro.TollEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;

class ReconciliationTest {

  @Property(tries = 30)
  void aDayOnWhichEverythingAgreesGivesNothing(@ForAll @IntRange(min = 5, max = 80) int trucks) {
    assertThat(differences(new TollDay(trucks).books())).isEmpty();
  }

  @Property(tries = 600)
  void anySingleFaultGivesItsDifferenceAndNoOther(
      @ForAll PlantedFault fault,
      @ForAll @IntRange(min = 8, max = 60) int trucks,
      @ForAll long seed) {
    TollDay day = new TollDay(trucks);

    String event = fault.plant(day, new Random(seed));

    assertThat(differences(day.books()))
        .extracting(Difference::kind, Difference::eventId)
        .containsExactly(tuple(fault.kind, event));
  }

  @Example
  void ofTenFaultsInOneDayEachIsFoundAndNothingElse() {
    TollDay day = new TollDay(200);
    List<PlantedFault> faults =
        List.of(
            PlantedFault.AMOUNT_CHANGED_IN_THE_TABLE,
            PlantedFault.AMOUNT_CHANGED_EVERYWHERE,
            PlantedFault.ROW_DELETED,
            PlantedFault.EVENT_DOUBLED,
            PlantedFault.NUMBER_LEFT_OUT,
            PlantedFault.OLD_TARIFF,
            PlantedFault.EVIDENCE_GONE,
            PlantedFault.CORRECTED_TWICE,
            PlantedFault.PASSAGE_FORGOTTEN,
            PlantedFault.CAR_CHARGED);
    Random random = new Random(7);

    List<Tuple> planted = new ArrayList<>();
    faults.forEach(fault -> planted.add(tuple(fault.kind, fault.plant(day, random))));

    assertThat(differences(day.books()))
        .extracting(Difference::kind, Difference::eventId)
        .containsExactlyInAnyOrderElementsOf(planted);
  }

  @Example
  void aDifferenceNamesTheEventAndBothValues() {
    TollDay day = new TollDay(10);
    TollEvent event = day.standing().get(0);
    day.change(
        Copy.TABLE,
        event.getEventId(),
        said -> {
          said.getCharge().setAmount(new BigDecimal("9.9900"));
          return said;
        });

    assertThat(differences(day.books()))
        .extracting(Difference::says)
        .containsExactly(
            "event %s: charge.amount is %s in the topic and 9.9900 in the table"
                .formatted(event.getEventId(), event.getCharge().getAmount()));
  }

  @Example
  void theSameMoneyWithFewerDecimalsIsNoDifference() {
    TollDay day = new TollDay(10);
    for (TollEvent event : day.standing()) {
      day.change(
          Copy.TABLE,
          event.getEventId(),
          said -> {
            said.getCharge().setAmount(said.getCharge().getAmount().stripTrailingZeros());
            return said;
          });
    }

    assertThat(differences(day.books())).isEmpty();
  }

  @Example
  void aFaultOfAnotherDayIsNotToldOfThisOne() {
    TollDay day = new TollDay(10);
    DayBooks books = day.books();
    for (List<TollEvent> copy : books.copies().values()) {
      copy.replaceAll(
          event ->
              books.isOfDay(event)
                  ? event
                  : TollEvent.newBuilder(event).setVehicleClass("CAR").build());
    }
    day.copy(Copy.TABLE).removeIf(event -> !books.isOfDay(event));

    assertThat(differences(day.books())).isEmpty();
  }

  @Example
  void withoutTheEventsOfOtherDaysTheirNumbersAreMissing() {
    TollDay day = new TollDay(10);
    DayBooks books = day.books();
    books.copies().values().forEach(copy -> copy.removeIf(event -> !books.isOfDay(event)));

    assertThat(differences(books))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found.kind()).isEqualTo(DifferenceKind.SEQUENCE_GAP));
  }

  @Example
  void withOneCopyAloneTheOtherChecksAreMade() {
    for (Copy copy : Copy.values()) {
      TollDay day = new TollDay(20);
      String event = PlantedFault.AMOUNT_CHANGED_EVERYWHERE.plant(day, new Random(1));
      Map<Copy, List<TollEvent>> alone = new EnumMap<>(Map.of(copy, day.copy(copy)));

      assertThat(differences(new DayBooks(TollDay.DAY, TollDay.ZONE, Optional.empty(), alone)))
          .extracting(Difference::kind, Difference::eventId)
          .containsExactly(tuple(DifferenceKind.OTHER_AMOUNT, event));
    }
  }

  @Example
  void withoutAnyCopyThereIsNothingToCompare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayBooks(TollDay.DAY, TollDay.ZONE, Optional.empty(), Map.of()));
  }

  private static List<Difference> differences(DayBooks books) {
    return Reconciliation.differences(books, TollDay::check);
  }
}
