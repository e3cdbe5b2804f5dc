package eu.passage.jobs.backtest.input;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.nio.charset.StandardCharsets;
import org.apache.flink.util.Collector;

/** Whole passages to what rules may ask of them. */
final class AvroPassages {

  private AvroPassages() {}

  /** Hands the facts on, or reports why there are none. */
  static void read(
      Passage passage, CameraCatalogue cameras, RangeReport report, Collector<PassageFacts> out) {
    if (cameras.find(passage.getCameraId()).isEmpty()) {
      byte[] shown =
          (passage.getPassageId() + " of camera " + passage.getCameraId())
              .getBytes(StandardCharsets.UTF_8);
      report.refused(Refusal.CAMERA, shown, 0, shown.length);
      return;
    }
    PassageFacts facts = PassageFacts.of(passage);
    report.passage(facts.at());
    out.collect(facts);
  }
}
