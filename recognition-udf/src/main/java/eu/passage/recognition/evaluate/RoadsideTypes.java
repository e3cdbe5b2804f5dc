package eu.passage.recognition.evaluate;

import static eu.passage.avro.VehicleType.CAR;
import static eu.passage.avro.VehicleType.MOTORCYCLE;
import static eu.passage.avro.VehicleType.TRUCK;
import static eu.passage.avro.VehicleType.VAN;

import eu.passage.avro.VehicleType;
import eu.passage.recognition.classify.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code vehicles-roadside}, the fifth that training leaves out: is the type right? */
public final class RoadsideTypes implements EvaluationSet {

  private static final String NAME = "vehicles-roadside";
  private static final Target TYPE = Target.atLeast(0.97, 0.99);

  /** What the folders count as, as in {@code training/attributes/crops.py}. */
  private static final Map<String, VehicleType> FOLDERS =
      new TreeMap<>(
          Map.of(
              "bike",
              MOTORCYCLE,
              "car",
              CAR,
              "juggernaut",
              TRUCK,
              "minibus",
              VAN,
              "pickup",
              CAR,
              "truck",
              TRUCK));

  private record Crop(String folder, Path file, VehicleType type) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    List<String> needs = new ArrayList<>(List.of("colours.csv"));
    FOLDERS.keySet().forEach(folder -> needs.add(NAME + "/" + folder));
    return needs;
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    List<Crop> crops = crops(lab);
    List<Attributes> seen =
        lab.classify(
            crops.stream().map(crop -> new Lab.Marked(crop.file, Optional.empty())).toList());
    Groups byFolder = new Groups();
    Groups taken = new Groups();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < crops.size(); i++) {
      Crop crop = crops.get(i);
      VehicleType type = seen.get(i).type().getValue();
      boolean right = type == crop.type;
      byFolder.add(crop.folder, right);
      if (!right) {
        taken.add("%s taken for %s".formatted(crop.folder, type), true);
        mistakes.add("%s/%s: %s".formatted(crop.folder, crop.file.getFileName(), type));
      }
    }
    List<Detail> details = new ArrayList<>(byFolder.details(NAME + ": type right by folder"));
    taken.details(NAME + ": confusions").stream()
        .map(d -> new Detail(d.group(), d.name(), d.value().replaceAll(" of .*", "")))
        .forEach(details::add);
    Row row = Row.of(NAME, "type, a fifth held out", byFolder.all(), TYPE);
    return new Result(List.of(row), details, mistakes);
  }

  private static List<Crop> crops(Lab lab) throws IOException {
    Set<String> unusable = ColourLabels.unusable(lab, NAME);
    List<Crop> crops = new ArrayList<>();
    for (Map.Entry<String, VehicleType> folder : FOLDERS.entrySet()) {
      String name = folder.getKey();
      try (Stream<Path> files = Files.list(lab.data(NAME, name))) {
        files
            .filter(file -> file.toString().endsWith(".jpg"))
            .filter(file -> HeldOut.roadside(name, file.getFileName().toString()))
            .filter(file -> !unusable.contains(name + "/" + file.getFileName()))
            .sorted()
            .forEach(file -> crops.add(new Crop(name, file, folder.getValue())));
      }
    }
    return crops;
  }
}
