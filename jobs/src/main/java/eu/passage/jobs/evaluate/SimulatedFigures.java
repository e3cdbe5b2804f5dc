package eu.passage.jobs.evaluate;

import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.jobs.scenario.TruePassage;
import java.util.ArrayList;
import java.util.List;

/**
 * How simulated passages were recognised.
 *
 * @param passages in all
 * @param plateExact told as exactly one passage, with the right text
 * @param countryRight of these, with the right country too
 * @param directionRight told as exactly one passage that goes the right way
 * @param typeRight told as exactly one passage of the right vehicle type
 * @param colourRight told as exactly one passage of the right colour
 * @param frames in all
 * @param frameExact frames in which some vehicle has the right text
 * @param misses what went wrong with plates, "truth → told" each
 */
record SimulatedFigures(
    int passages,
    int plateExact,
    int countryRight,
    int directionRight,
    int typeRight,
    int colourRight,
    int frames,
    int frameExact,
    List<String> misses) {

  static final SimulatedFigures NONE = new SimulatedFigures(0, 0, 0, 0, 0, 0, 0, 0, List.of());

  SimulatedFigures plus(TruePassage truth, List<Observation> observations, List<Passage> told) {
    String plate = truth.vehicle().plate();
    boolean one = told.size() == 1;
    boolean exact = one && told.get(0).getPlate().getText().equals(plate);
    boolean country =
        exact && truth.vehicle().country().equals(told.get(0).getPlate().getCountry());
    boolean direction = one && told.get(0).getDirection() == truth.direction();
    boolean type = one && told.get(0).getType().getValue() == truth.vehicle().type();
    boolean colour = one && told.get(0).getColour().getValue() == truth.vehicle().colour();
    long frameHits =
        observations.stream()
            .filter(o -> o.getPlate() != null && o.getPlate().getText().equals(plate))
            .map(Observation::getFrameId)
            .distinct()
            .count();
    List<String> wrong = new ArrayList<>(misses);
    if (!exact) {
      wrong.add(plate + " → " + told.stream().map(p -> p.getPlate().getText()).toList());
    }
    return new SimulatedFigures(
        passages + 1,
        plateExact + (exact ? 1 : 0),
        countryRight + (country ? 1 : 0),
        directionRight + (direction ? 1 : 0),
        typeRight + (type ? 1 : 0),
        colourRight + (colour ? 1 : 0),
        frames + truth.frames(),
        frameExact + (int) frameHits,
        wrong);
  }

  /** A table for people. */
  String table() {
    return """
        simulated passages: %d, of %d frames
          plate exact after fusion     %s
          and country right            %s
          direction right              %s
          type right                   %s
          colour right                 %s
          plate exact in one frame     %s
          wrong: %s
        """
        .formatted(
            passages,
            frames,
            share(plateExact, passages),
            share(countryRight, passages),
            share(directionRight, passages),
            share(typeRight, passages),
            share(colourRight, passages),
            share(frameExact, frames),
            misses.isEmpty() ? "none" : String.join(", ", misses));
  }

  private static String share(int part, int of) {
    return of == 0 ? "-" : "%d (%.1f %%)".formatted(part, 100.0 * part / of);
  }
}
