package eu.passage.jobs.evaluate;

import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.recognition.evaluate.Counts;
import eu.passage.recognition.evaluate.Detail;
import eu.passage.recognition.evaluate.Reliability;
import java.util.ArrayList;
import java.util.List;

/** Counts how rendered passages were told, beside what each of their frames alone would tell. */
final class PassageScore {

  private Counts passages = Counts.NONE;
  private Counts frames = Counts.NONE;
  private Counts country = Counts.NONE;
  private Counts direction = Counts.NONE;
  private Counts type = Counts.NONE;
  private Counts colour = Counts.NONE;
  private final List<String> mistakes = new ArrayList<>();
  private final Reliability reliability = new Reliability("rendered frames");

  /**
   * A passage and what became of it.
   *
   * @param observations of all its frames
   */
  void add(TruePassage truth, List<Observation> observations, List<Passage> told) {
    String plate = truth.vehicle().plate();
    boolean one = told.size() == 1;
    boolean exact = one && told.get(0).getPlate().getText().equals(plate);
    passages = passages.plus(exact);
    if (exact) {
      country = country.plus(truth.vehicle().country().equals(told.get(0).getPlate().getCountry()));
    } else {
      List<String> texts = told.stream().map(p -> p.getPlate().getText()).toList();
      mistakes.add("%s told as %s".formatted(plate, texts));
    }
    if (one) {
      Passage passage = told.get(0);
      direction = direction.plus(passage.getDirection() == truth.direction());
      type = type.plus(passage.getType().getValue() == truth.vehicle().type());
      colour = colour.plus(passage.getColour().getValue() == truth.vehicle().colour());
    }
    long right =
        observations.stream()
            .filter(o -> o.getPlate() != null && o.getPlate().getText().equals(plate))
            .map(Observation::getFrameId)
            .distinct()
            .count();
    frames = frames.plus(new Counts((int) right, truth.frames()));
    for (Observation observation : observations) {
      PlateReading read = observation.getPlate();
      if (read != null) {
        reliability.add(read.getConfidence(), read.getText().equals(plate));
      }
    }
  }

  /** Passages told as exactly one, with the right text. */
  Counts passages() {
    return passages;
  }

  /** Frames in which some vehicle has the right text. */
  Counts frames() {
    return frames;
  }

  /** The share of wrong passages over the share of wrong frames; 1 where no frame was wrong. */
  double errorRatio() {
    return frames.misses().hits() == 0 ? 1 : passages.misses().share() / frames.misses().share();
  }

  List<Detail> details(String heading) {
    List<Detail> lines = new ArrayList<>(reliability.details());
    lines.addAll(
        List.of(
            new Detail(heading, "plate exact after fusion", passages.toString()),
            new Detail(heading, "plate exact in one frame", frames.toString()),
            new Detail(heading, "country right where the plate is", country.toString()),
            new Detail(heading, "direction right where told once", direction.toString()),
            new Detail(heading, "type right where told once", type.toString()),
            new Detail(heading, "colour right where told once", colour.toString())));
    return lines;
  }

  /** Of the single frames. */
  Reliability reliability() {
    return reliability;
  }

  List<String> mistakes() {
    return mistakes;
  }
}
