package eu.passage.recognition.evaluate;

import eu.passage.avro.PlateReading;
import eu.passage.recognition.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code plates-europe}: crops of plates of many countries, each a picture of its own. Never
 * trained on. What is wrong among the sure ones is counted here too.
 */
public final class PlatesEurope implements EvaluationSet {

  /** The name of this set and of its folder. */
  public static final String NAME = "plates-europe";

  /** From this confidence on a reading is meant to be relied on. */
  static final double SURE = 0.9;

  private static final Target EXACT = Target.atLeast(0.94, 0.97);
  private static final Target COUNTRY = Target.atLeast(0.92, 0.96);
  private static final Target WRONG_OF_SURE = Target.atMost(0.03, 0.03);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of("plates-europe/texts.csv", "plates-europe/crops");
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    List<Map<String, String>> labels = Labels.read(lab.data(NAME, "texts.csv"));
    List<Path> files = new ArrayList<>();
    for (Map<String, String> row : labels) {
      files.add(lab.data(NAME, "crops", Labels.text(row, "image")));
    }
    List<List<Sighting>> seen = lab.recognise(files);
    Groups exact = new Groups();
    Groups country = new Groups();
    Reliability reliability = new Reliability(NAME);
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String text = Labels.text(labels.get(i), "text");
      String truth = Labels.text(labels.get(i), "country"); // empty where nobody could tell
      Optional<PlateReading> read = surest(seen.get(i));
      boolean right = Texts.same(read, text);
      exact.add(truth.isEmpty() ? "not given" : truth, right);
      read.ifPresent(reading -> reliability.add(reading.getConfidence(), right));
      if (!truth.isEmpty()) {
        country.add(truth, read.filter(r -> truth.equals(r.getCountry())).isPresent());
      }
      if (!right) {
        mistakes.add(Texts.mistake(Labels.text(labels.get(i), "image"), text, read));
      }
    }
    List<Row> rows =
        List.of(
            Row.of(NAME, "exact, 0/O and 1/I folded", exact.all(), EXACT),
            Row.of(NAME, "country, where given", country.all(), COUNTRY),
            Row.of(
                NAME,
                "wrong among those of confidence 0.9 and more",
                reliability.from(SURE).misses(),
                WRONG_OF_SURE));
    List<Detail> details = new ArrayList<>(exact.details(NAME + ": exact by country"));
    details.addAll(country.details(NAME + ": country right"));
    details.addAll(reliability.details());
    return new Result(rows, details, mistakes, Optional.of(reliability));
  }

  /** What is read of a picture that shows one plate. */
  static Optional<PlateReading> surest(List<Sighting> seen) {
    return seen.stream()
        .flatMap(sighting -> sighting.plate().stream())
        .max(Comparator.comparingDouble(PlateReading::getConfidence));
  }
}
