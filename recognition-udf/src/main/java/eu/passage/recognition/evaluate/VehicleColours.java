package eu.passage.recognition.evaluate;

import eu.passage.avro.Colour;
import eu.passage.recognition.classify.Attributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The colours of {@code colours.csv} that training leaves out: how many of the answers are right,
 * and how often is there none? By source, since each source is another kind of camera.
 */
public final class VehicleColours implements EvaluationSet {

  private static final String SET = "colours.csv";
  private static final Target RIGHT = Target.atLeast(0.85, 0.90);
  private static final Target ABSTAINED = Target.atMost(0.15, 0.15);

  /** The sources of which a fifth is held out; London is evaluation only and told apart. */
  private static final Map<String, String> SOURCES =
      new TreeMap<>(
          Map.of(
              ColourLabels.ROADSIDE, "roadside",
              ColourLabels.BUS, "bus",
              ColourLabels.OPEN_IMAGES, "Open Images"));

  @Override
  public String name() {
    return "colours";
  }

  @Override
  public List<String> needs() {
    return List.of(
        ColourLabels.FILE,
        "vehicles-roadside",
        "vehicles-bus/crops",
        "plates-openimages/images",
        "vehicles-london/crops");
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    List<ColourLabels.Labelled> labelled = ColourLabels.heldOut(lab);
    List<Attributes> seen =
        lab.classify(labelled.stream().map(ColourLabels.Labelled::crop).toList());
    Groups right = new Groups();
    Groups abstained = new Groups();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < labelled.size(); i++) {
      ColourLabels.Labelled truth = labelled.get(i);
      Colour colour = seen.get(i).colour().getValue();
      abstained.add(truth.source(), colour == Colour.UNKNOWN);
      if (colour != Colour.UNKNOWN) {
        right.add(truth.source(), truth.colours().contains(colour));
        if (!truth.colours().contains(colour)) {
          mistakes.add(
              "%s %s: %s taken for %s"
                  .formatted(truth.source(), truth.image(), truth.colours(), colour));
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(SET, "held-out fifth: right of those answered", together(right), RIGHT));
    rows.add(Row.of(SET, "held-out fifth: abstained", together(abstained), ABSTAINED));
    SOURCES.forEach((source, name) -> rows.addAll(rows(source, name, right, abstained)));
    rows.addAll(rows(ColourLabels.LONDON, "London (all)", right, abstained));
    return new Result(rows, List.of(), mistakes);
  }

  private static List<Row> rows(String source, String name, Groups right, Groups abstained) {
    return List.of(
        Row.of(SET, name + ": right of those answered", right.of(source), RIGHT),
        Row.of(SET, name + ": abstained", abstained.of(source), ABSTAINED));
  }

  private static Counts together(Groups groups) {
    return SOURCES.keySet().stream().map(groups::of).reduce(Counts.NONE, Counts::plus);
  }
}
