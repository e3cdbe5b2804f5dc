package eu.passage.jobs.tolls.review;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.ClassReason;
import eu.passage.avro.Evidence;
import eu.passage.avro.InputSource;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.wording.Wording;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.TextTable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for a person, in words: why they wait, what speaks for and against, what is
 * missing.
 *
 * @param zone of the times
 * @param billAt plate or class less sure than this are doubtful
 */
record ReviewWords(ZoneId zone, float billAt) {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final List<String> HEAD =
      List.of("PASSED", "POINT", "VEHICLE", "OWES", "WHY IT WAITS", "EVENT");

  /** What waits, a line for each. */
  List<String> list(List<TollEvent> waiting) {
    List<List<String>> cells = new ArrayList<>(List.of(HEAD));
    for (TollEvent event : waiting) {
      cells.add(
          List.of(
              at(event),
              Shown.text(event.getChargingPoint()),
              vehicle(event),
              owes(event),
              String.join("; ", why(event)),
              event.getEventId()));
    }
    return TextTable.lines(cells, Set.of());
  }

  /** Why an event waits; at least one reason. */
  List<String> why(TollEvent event) {
    List<String> why = new ArrayList<>();
    if (event.getPlateConfidence() < billAt) {
      why.add("the plate is only %s sure".formatted(percent(event.getPlateConfidence())));
    }
    if (event.getClassConfidence() < billAt) {
      why.add("that it is a truck is only %s sure".formatted(percent(event.getClassConfidence())));
    }
    for (ChargeInput input : inputs(event)) {
      if (input.getSource() == InputSource.ASSUMED) {
        why.add(
            "nobody knows the %s, %s is assumed"
                .formatted(input.getName(), Shown.text(input.getValue())));
      }
    }
    if (event.getStatus() == TollStatus.PROVISIONAL) {
      why.add("the vehicle registry did not answer while it was asked");
    }
    if (why.isEmpty()) {
      why.add(
          event.getLate()
              ? "it came when its day was settled"
              : "what it rests on was settled when it came");
    }
    return why;
  }

  /** All that a person has to see of one. */
  List<String> card(TollEvent event) {
    List<String> card = new ArrayList<>();
    card.add("%s  %s".formatted(event.getEventId(), event.getStatus()));
    card.add(
        "%s passed %s on the %s at %s, give or take %d ms"
            .formatted(
                vehicle(event),
                Shown.text(event.getChargingPoint()),
                Shown.text(event.getRoad()),
                at(event),
                event.getUncertaintyMs()));
    card.add(
        "Plate %s sure; a truck %s sure"
            .formatted(percent(event.getPlateConfidence()), percent(event.getClassConfidence())));
    side(card, "Front", event.getFront());
    side(card, "Rear", event.getRear());
    reasons(card, "For a truck", event, 1);
    reasons(card, "Against", event, -1);
    if (event.getStatus() != TollStatus.FINAL && event.getStatus() != TollStatus.WITHDRAWN) {
      card.add("It waits because " + String.join("; ", why(event)));
    }
    card.add("It owes " + owes(event));
    List<List<String>> cells = new ArrayList<>();
    for (ChargeInput input : inputs(event)) {
      cells.add(
          List.of(
              "  " + input.getName(),
              Shown.text(input.getValue()),
              SourceWords.of(input.getSource())));
    }
    if (!cells.isEmpty()) {
      card.addAll(TextTable.lines(cells, Set.of()));
    }
    card.add(event.getEvidence().isEmpty() ? "No evidence" : "Evidence");
    event.getEvidence().forEach(one -> card.add("  " + evidence(one)));
    return card;
  }

  /** Its amount and tariff. */
  String owes(TollEvent event) {
    Charge charge = event.getCharge();
    if (charge == null) {
      return "nothing";
    }
    String amount = charge.getAmount().toPlainString() + " " + charge.getCurrency();
    return "%s by %s %s%s"
        .formatted(
            amount,
            charge.getTariffId(),
            charge.getTariffVersion(),
            charge.getExemption() == null ? "" : ", exempt: " + charge.getExemption());
  }

  private static void side(List<String> card, String side, @Nullable SidePlate plate) {
    if (plate != null) {
      card.add(
          "%s: %s, %s sure, by %s"
              .formatted(
                  side,
                  Wording.plate(plate.getText(), plate.getCountry()),
                  percent(plate.getConfidence()),
                  Shown.text(plate.getCameraId())));
    }
  }

  private static void reasons(List<String> card, String head, TollEvent event, int sign) {
    for (ClassReason reason : event.getClassReasons()) {
      if (Math.signum(reason.getWeight()) == sign) {
        card.add(
            "%s: %s (%s)"
                .formatted(
                    head,
                    Shown.text(reason.getSays()),
                    reason.getSource().name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  private String evidence(Evidence one) {
    return "%s at %s, SHA-256 %s%s"
        .formatted(
            Shown.text(one.getFrameId()),
            AT.format(one.getCapturedAt().atZone(zone)),
            one.getSha256(),
            one.getUri() == null ? "" : ", " + Shown.text(one.getUri()));
  }

  private static List<ChargeInput> inputs(TollEvent event) {
    Charge charge = event.getCharge();
    return charge == null ? List.of() : charge.getInputs();
  }

  private static String vehicle(TollEvent event) {
    return Wording.plate(event.getPlate(), event.getCountry());
  }

  private String at(TollEvent event) {
    return AT.format(event.getAt().atZone(zone));
  }

  private static String percent(float probability) {
    return "%d %%".formatted((int) Math.floor(100 * probability));
  }
}
