package eu.passage.jobs.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.console.Json;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * For machines: one JSON object a line, each with the key {@code event}; the last one is the
 * summary. Instants are ISO-8601 in UTC. Notes and progress are left out.
 */
final class JsonOutput implements DemoOutput {

  private final PrintStream out;

  JsonOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void note(String text) {}

  @Override
  public void started(URI flinkUi, String broker, URI registry) {
    print(
        event("started")
            .put("flinkUi", flinkUi.toString())
            .put("broker", broker)
            .put("registry", registry.toString()));
  }

  @Override
  public void alert(Alert alert) {
    ObjectNode node =
        event("alert")
            .put("alertId", alert.getAlertId())
            .put("kind", alert.getKind().name())
            .put("rule", alert.getRuleId())
            .put("version", alert.getRuleVersion())
            .put("severity", alert.getSeverity().name())
            .put("at", alert.getAt().toString())
            .put("late", alert.getLate())
            .put("plate", alert.getPlate())
            .put("country", alert.getCountry())
            .put("reason", alert.getReason());
    ArrayNode passages = node.putArray("passages");
    alert
        .getPassages()
        .forEach(
            passage ->
                passages
                    .addObject()
                    .put("passageId", passage.getPassageId())
                    .put("camera", passage.getCameraId())
                    .put("at", passage.getAt().toString())
                    .put("plate", passage.getPlate())
                    .put("confidence", passage.getConfidence()));
    ArrayNode recipients = node.putArray("recipients");
    alert.getRecipients().forEach(recipients::add);
    print(node);
  }

  @Override
  public void toll(TollEvent event) {
    ObjectNode node =
        event("toll")
            .put("eventId", event.getEventId())
            .put("passageId", event.getPassageId())
            .put("camera", event.getCameraId())
            .put("at", event.getAt().toString())
            .put("plate", event.getPlate())
            .put("country", event.getCountry())
            .put("from", event.getFromCountry())
            .put("to", event.getToCountry());
    if (event.getCharge() == null) {
      node.putNull("charge");
    } else {
      BigDecimal amount = event.getCharge().getAmount();
      node.putObject("charge")
          .put("tariff", event.getCharge().getTariffId())
          .put("version", event.getCharge().getTariffVersion())
          .put("amount", amount.toPlainString())
          .put("currency", event.getCharge().getCurrency());
    }
    print(node);
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    print(
        event("deadLetter")
            .put("deadLetterId", letter.getDeadLetterId())
            .put("reason", letter.getReason().name())
            .put("message", letter.getMessage())
            .put("origin", letter.getOrigin())
            .put("camera", letter.getCameraId()));
  }

  @Override
  public void progress(Progress progress) {}

  @Override
  public void plates(List<ReadPlate> plates) {
    for (ReadPlate plate : plates) {
      print(
          event("plate")
              .put("plate", plate.text())
              .put("country", plate.country().isEmpty() ? null : plate.country())
              .put("confidence", plate.confidence())
              .put("frames", plate.frames()));
    }
  }

  @Override
  public void summary(Summary summary) {
    ObjectNode node =
        event("summary")
            .put("frames", summary.frames())
            .put("observations", summary.observations())
            .put("passages", summary.passages());
    putAll(node.putObject("alerts"), summary.alerts());
    putAll(node.putObject("alertsByKind"), summary.families());
    node.put("tollEvents", summary.tollEvents()).put("deadLetters", summary.deadLetterCount());
    putAll(node.putObject("deadLettersByReason"), summary.deadLetters());
    node.put("duplicates", summary.duplicates());
    summary.score().ifPresent(score -> putScore(node, score));
    ObjectNode latency = node.putObject("latencyMs");
    summary
        .latency()
        .ifPresentOrElse(
            q -> latency.put("p50", q.p50()).put("p99", q.p99()),
            () -> latency.putNull("p50").putNull("p99"));
    print(node.put("seconds", summary.elapsed().toMillis() / 1000.0));
  }

  private static void putScore(ObjectNode node, Score score) {
    node.put("truePassages", score.passages())
        .put("platesRight", score.platesRight())
        .put("alertsExpected", score.alertsExpected())
        .put("alertsMissed", score.alertsMissed())
        .put("alertsUnexpected", score.alertsUnexpected())
        .put("tollsExpected", score.tollsExpected())
        .put("tollsMissed", score.tollsMissed())
        .put("tollsUnexpected", score.tollsUnexpected());
  }

  private static void putAll(ObjectNode node, Map<String, Integer> counts) {
    counts.forEach(node::put);
  }

  private static ObjectNode event(String kind) {
    return Json.object().put("event", kind);
  }

  private void print(ObjectNode node) {
    out.println(Json.line(node));
  }
}
