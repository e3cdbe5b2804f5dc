package eu.passage.jobs.tolls.reconcile;

import eu.passage.avro.ChargeInput;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.cep.toll.reconcile.DifferenceKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A fault that is planted into the copies of a day, and what the command must tell of it. */
enum Fault {
  AMOUNT_CHANGED_IN_THE_TABLE(
      DifferenceKind.COPIES_DIFFER,
      copies -> {
        TollEvent event = copies.any(Fault::isCharged);
        copies.sql(
            "UPDATE passage.toll_events SET amount = 0.0100 WHERE event_id = '%s'"
                .formatted(event.getEventId()));
        return List.of(event.getEventId());
      }),
  CURRENCY_CHANGED_IN_THE_TABLE(
      DifferenceKind.COPIES_DIFFER,
      copies -> {
        TollEvent event = copies.any(Fault::isCharged);
        copies.sql(
            "UPDATE passage.toll_events SET currency = 'GBP' WHERE event_id = '%s'"
                .formatted(event.getEventId()));
        return List.of(event.getEventId());
      }),
  ROW_DELETED(
      DifferenceKind.NOT_IN_COPY,
      copies -> {
        TollEvent event = copies.any(Fault::isCharged);
        copies.sql(
            "DELETE FROM passage.toll_events WHERE event_id = '%s'".formatted(event.getEventId()));
        return List.of(event.getEventId());
      }),
  FILE_DELETED(
      DifferenceKind.NOT_IN_COPY,
      copies -> {
        copies.delete(copies.files().resolve("day=" + TollWorld.DAY).resolve("tolls-1.parquet"));
        return copies.in(1).stream().filter(TollWorld::isOfDay).map(TollEvent::getEventId).toList();
      }),
  EVENT_DOUBLED_IN_THE_TOPIC(
      DifferenceKind.ID_TWICE,
      copies -> {
        TollEvent event = copies.any(Fault::isCharged);
        copies.copy(Copy.TOPIC).add(event);
        return List.of(event.getEventId());
      }),
  NUMBER_LEFT_OUT(
      DifferenceKind.SEQUENCE_GAP,
      copies -> {
        TollEvent event =
            copies.any(one -> one.getChargingPoint().equals("EST-2") && isCharged(one));
        copies.shift(event, 1);
        return List.of(event.getEventId());
      }),
  MANY_NUMBERS_LEFT_OUT_BEFORE_THE_DAY(
      DifferenceKind.SEQUENCE_GAP,
      copies -> {
        TollEvent event = copies.any(one -> one.getChargingPoint().equals("EST-1"));
        copies.shift(event, 1_000_000_000_000L);
        return List.of(event.getEventId());
      }),
  ANOTHER_VERSION_OF_THE_TARIFF(
      DifferenceKind.OTHER_TARIFF, everywhere(event -> event.getCharge().setTariffVersion("2025"))),
  TARIFF_THAT_NOBODY_KNOWS(
      DifferenceKind.UNKNOWN_TARIFF,
      everywhere(event -> event.getCharge().setTariffVersion("1999"))),
  CHARGE_TAKEN_OUT(DifferenceKind.OTHER_TARIFF, everywhere(event -> event.setCharge(null))),
  AMOUNT_CHANGED_EVERYWHERE(
      DifferenceKind.OTHER_AMOUNT,
      everywhere(event -> event.getCharge().setAmount(new BigDecimal("2.0501")))),
  CURRENCY_CHANGED_EVERYWHERE(
      DifferenceKind.OTHER_CHARGE, everywhere(event -> event.getCharge().setCurrency("GBP"))),
  VAT_CHANGED_EVERYWHERE(
      DifferenceKind.OTHER_CHARGE,
      everywhere(event -> event.getCharge().setVat(VatTreatment.INCLUSIVE))),
  INPUT_CHANGED_EVERYWHERE(
      DifferenceKind.OTHER_CHARGE,
      everywhere(
          event ->
              event
                  .getCharge()
                  .setInputs(
                      event.getCharge().getInputs().stream()
                          .map(
                              input ->
                                  input.getName().equals("price")
                                      ? new ChargeInput("price", "1.9500", InputSource.TARIFF)
                                      : input)
                          .toList()))),
  EVIDENCE_TAKEN_OUT(
      DifferenceKind.NO_EVIDENCE, everywhere(event -> event.setEvidence(new ArrayList<>()))),
  CAR_CHARGED(DifferenceKind.NO_TRUCK, everywhere(event -> event.setVehicleClass("CAR"))),
  PASSAGE_WITHOUT_AN_EVENT(
      DifferenceKind.PASSAGE_WITHOUT_EVENT,
      copies -> {
        TruckPassage passage = copies.passages().get(1);
        copies
            .passages()
            .add(
                TruckPassage.newBuilder(passage)
                    .setPassageId("passage-forgotten")
                    .setAt(copies.any(Fault::isCharged).getAt())
                    .build());
        return List.of("");
      }),
  EVENT_WITHOUT_A_PASSAGE(
      DifferenceKind.EVENT_WITHOUT_PASSAGE,
      copies -> {
        TollEvent event = copies.any(Fault::isCharged);
        copies.passages().removeIf(one -> one.getPassageId().equals(event.getPassageId()));
        return List.of(event.getEventId());
      }),
  PASSAGE_CHARGED_TWICE(
      DifferenceKind.PASSAGE_CHARGED_TWICE,
      copies -> {
        // of the truck that reached the cap: its other amounts are right all the same
        TollEvent event = copies.any(one -> one.getPassageId().equals(TollWorld.passageId(6, 1)));
        copies.book(TollEvent.newBuilder(event).setEventId("toll-made-up").build());
        return List.of("toll-made-up");
      }),
  CORRECTION_OF_AN_UNKNOWN_EVENT(
      DifferenceKind.CORRECTS_UNKNOWN,
      copies -> {
        TollEvent event = copies.any(one -> one.getCause() == CorrectionCause.REGISTRY);
        copies.changeEverywhere(event.getEventId(), one -> one.setCorrects("toll-nobody"));
        return List.of(event.getEventId());
      }),
  CORRECTED_TWICE(
      DifferenceKind.CORRECTED_TWICE,
      copies -> {
        TollEvent event = copies.any(one -> one.getCause() == CorrectionCause.REGISTRY);
        copies.book(TollEvent.newBuilder(event).setEventId("toll-made-up").build());
        return List.of("toll-made-up");
      });

  final DifferenceKind kind;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that holds nothing
  private final Function<StoredCopies, List<String>> plant;

  Fault(DifferenceKind kind, Function<StoredCopies, List<String>> plant) {
    this.kind = kind;
    this.plant = plant;
  }

  /** Plants it; the events that differences must name, one for each. */
  List<String> plant(StoredCopies copies) {
    return plant.apply(copies);
  }

  private static Function<StoredCopies, List<String>> everywhere(Consumer<TollEvent> change) {
    return copies -> {
      TollEvent event = copies.any(Fault::isCharged);
      copies.changeEverywhere(event.getEventId(), change);
      return List.of(event.getEventId());
    };
  }

  /** A first event that stands, at the full price. */
  private static boolean isCharged(TollEvent event) {
    return event.getStatus() == TollStatus.FINAL
        && event.getCorrects() == null
        && event.getPassageId().startsWith("passage-1-");
  }
}
