package eu.passage.recognition.read;

import eu.passage.avro.PlateReading;
import eu.passage.schemas.plates.PlateText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** From the reader net's numbers for one plate to a reading. */
final class PlateDecoder {

  /** Shorter than any plate: such a text is a badge or a phone number's end. */
  private static final int MIN_LENGTH = 2;

  /** The right text is among the first four beams in 96-99 % of cases; twelve leave room. */
  private static final int BEAMS = 12;

  /** A symbol below this at a step changes no text's rank. */
  private static final double FLOOR = 1e-4;

  /** Against the best, a prefix this improbable leaves no text that could still win. */
  private static final double HOPELESS = 1e-6;

  private final LookAlikes lookAlikes;
  private final PlateJudge judge;
  private final CtcBeams beams = new CtcBeams(BEAMS, FLOOR, HOPELESS);

  PlateDecoder(
      String alphabet,
      List<String> countries,
      Function<String, Map<String, Double>> bonuses,
      Calibration calibration) {
    lookAlikes = new LookAlikes(alphabet);
    judge = new PlateJudge(countries, bonuses, calibration);
  }

  /**
   * Reads one plate.
   *
   * @param glances what the net said of its views, at least one; each may be the right one
   * @return empty when no text of a plate's length can be read
   */
  Optional<PlateReading> decode(List<Glance> glances) {
    return judge.judge(glances.stream().map(this::sight).toList());
  }

  private PlateJudge.Sight sight(Glance glance) {
    double[][] merged = lookAlikes.merge(glance.steps());
    List<CtcBeams.Beam> texts = beams.decode(merged);
    double nothing =
        texts.stream()
            .filter(beam -> beam.symbols().length() < MIN_LENGTH)
            .mapToDouble(CtcBeams.Beam::probability)
            .sum();
    List<Candidate> candidates =
        texts.stream()
            .filter(PlateDecoder::hasLengthOfPlate)
            .map(
                beam ->
                    new Candidate(
                        beam.symbols(),
                        beam.probability(),
                        Spelling.of(beam, glance.steps(), merged, lookAlikes)))
            .toList();
    return new PlateJudge.Sight(candidates, nothing, glance.countries());
  }

  private static boolean hasLengthOfPlate(CtcBeams.Beam beam) {
    int length = beam.symbols().length();
    return length >= MIN_LENGTH && length <= PlateText.MAX_LENGTH;
  }
}
