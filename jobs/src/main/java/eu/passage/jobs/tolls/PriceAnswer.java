package eu.passage.jobs.tolls;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.TextTable;
import eu.passage.jobs.tolls.review.SourceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a passage owes and why, for people and for scripts. */
final class PriceAnswer {

  private final Rated rated;
  private final List<TariffDocument> tariffs;

  PriceAnswer(Rated rated, List<TariffDocument> tariffs) {
    this.rated = rated;
    this.tariffs = tariffs;
  }

  List<String> words() {
    Optional<Charge> charge = rated.charge();
    if (charge.isEmpty()) {
      return List.of(
          "Nothing is owed: no tariff applies to this passage, or it is at an exit without an entry"
              + " (--from).");
    }
    List<String> lines = new ArrayList<>();
    lines.add(amount(charge.get()));
    lines.add("by " + tariff(charge.get()));
    List<List<String>> cells = new ArrayList<>();
    for (ChargeInput input : charge.get().getInputs()) {
      cells.add(
          List.of("  " + input.getName(), input.getValue(), SourceWords.of(input.getSource())));
    }
    lines.addAll(TextTable.lines(cells, Set.of()));
    lines.add(status());
    return lines;
  }

  private static String amount(Charge charge) {
    String vat =
        charge.getVat() == VatTreatment.EXCLUSIVE
            ? ", value added tax comes on top"
            : charge.getVat() == VatTreatment.INCLUSIVE ? ", with value added tax" : "";
    String exemption = charge.getExemption() == null ? "" : ", exempt: " + charge.getExemption();
    return "%s %s%s%s"
        .formatted(charge.getAmount().toPlainString(), charge.getCurrency(), vat, exemption);
  }

  private String tariff(Charge charge) {
    TariffDocument document = document(charge);
    String source = document.source().isEmpty() ? "" : "; " + document.source();
    return "%s: %s%s".formatted(document.tariff().name(), document.tariff().title(), source);
  }

  private TariffDocument document(Charge charge) {
    return tariffs.stream()
        .filter(one -> one.tariff().id().equals(charge.getTariffId()))
        .filter(one -> one.tariff().version().equals(charge.getTariffVersion()))
        .findFirst()
        .orElseThrow();
  }

  private String status() {
    if (rated.atBest() == TollStatus.FINAL) {
      return "Final: it rests on nothing assumed.";
    }
    String assumed = String.join(", ", rated.assumed());
    return rated.atBest() == TollStatus.PROVISIONAL
        ? "Provisional: the vehicle registry is asked again for " + assumed + "."
        : "For review: a person must look, since nobody knows " + assumed + ".";
  }

  String json() {
    ObjectNode answer = Json.object();
    rated
        .charge()
        .ifPresentOrElse(
            charge -> answer.set("charge", json(charge)), () -> answer.putNull("charge"));
    answer.put("status", rated.atBest().name());
    ArrayNode assumed = answer.putArray("assumed");
    rated.assumed().forEach(assumed::add);
    return Json.line(answer);
  }

  private ObjectNode json(Charge charge) {
    ObjectNode node =
        Json.object()
            .put("tariff", charge.getTariffId())
            .put("version", charge.getTariffVersion())
            .put("title", document(charge).tariff().title())
            .put("source", document(charge).source())
            .put("amount", charge.getAmount().toPlainString())
            .put("currency", charge.getCurrency())
            .put("vat", charge.getVat().name())
            .put("exemption", charge.getExemption());
    ArrayNode inputs = node.putArray("inputs");
    for (ChargeInput input : charge.getInputs()) {
      inputs
          .addObject()
          .put("name", input.getName())
          .put("value", input.getValue())
          .put("source", input.getSource().name());
    }
    return node;
  }
}
