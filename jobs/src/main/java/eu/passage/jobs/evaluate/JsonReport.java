package eu.passage.jobs.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import eu.passage.recognition.evaluate.Detail;
import eu.passage.recognition.evaluate.Report;
import eu.passage.recognition.evaluate.Result;
import eu.passage.recognition.evaluate.Row;

/**
 * An evaluation as one JSON object:
 *
 * <pre>{@code
 * {"models":"1/1/1","holds":false,
 *  "rows":[{"set":"…","measure":"…","value":"215 of 229 (93.9 %)","share":0.939,"sense":"AT_LEAST","required":0.94,"stretch":0.97,"mark":"FAIL"}],
 *  "details":[{"group":"…","name":"…","value":"…"}]}
 * }</pre>
 *
 * <p>{@code share} is null where nothing was measured.
 */
final class JsonReport {

  private JsonReport() {}

  static String of(Report report) {
    ObjectNode all = Json.object();
    all.put("models", report.models()).put("holds", report.holds());
    ArrayNode rows = all.putArray("rows");
    report.rows().forEach(row -> add(rows.addObject(), row));
    ArrayNode details = all.putArray("details");
    for (Result result : report.results()) {
      for (Detail detail : result.details()) {
        details
            .addObject()
            .put("group", detail.group())
            .put("name", detail.name())
            .put("value", detail.value());
      }
    }
    return Json.line(all);
  }

  private static void add(ObjectNode node, Row row) {
    node.put("set", row.set())
        .put("measure", row.measure())
        .put("value", row.value())
        .put("share", row.share().orElse(null))
        .put("sense", row.target().sense().name())
        .put("required", row.target().required())
        .put("stretch", row.target().stretch())
        .put("mark", row.mark().name());
  }
}
