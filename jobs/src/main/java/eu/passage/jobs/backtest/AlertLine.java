package eu.passage.jobs.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.jobs.backtest.tally.Told;
import eu.passage.jobs.console.Json;
import eu.passage.schemas.cameras.Camera;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as {@code --json} prints it: {@code {"rule","at","plate","country","passages":[…]}}, the
 * plate that of the closing passage.
 */
public final class AlertLine {

  private AlertLine() {}

  public static String of(RuleAlert alert, CameraTable cameras) {
    PassageFacts closing = Told.closing(alert);
    ObjectNode line = Json.object();
    line.put("rule", alert.ruleId());
    line.put("at", Instant.ofEpochMilli(alert.at()).toString());
    line.put("plate", PlateCode.text(closing.plate()));
    line.put("country", CountryCode.text(closing.country()));
    ArrayNode passages = line.putArray("passages");
    for (PassageFacts passage : alert.passages()) {
      ObjectNode one = passages.addObject();
      one.put("at", Instant.ofEpochMilli(passage.at()).toString());
      one.put("camera", id(cameras, passage));
      one.put("from", CountryCode.text(passage.from()));
      one.put("to", CountryCode.text(passage.to()));
      one.put("plate", PlateCode.text(passage.plate()));
      one.put("country", CountryCode.text(passage.country()));
    }
    return Json.line(line);
  }

  private static @Nullable String id(CameraTable cameras, PassageFacts passage) {
    return cameras.find(passage.camera()).map(Camera::id).orElse(null);
  }
}
