package eu.passage.recognition.evaluate;

import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.classify.Attributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code vehicles-london}: crops of vehicles that a traffic camera followed, those of one vehicle
 * voted together. Never trained on.
 */
public final class LondonTracks implements EvaluationSet {

  private static final String NAME = "vehicles-london";
  private static final Target TYPE = Target.atLeast(0.75, 0.90);

  private final Function<List<TypeEstimate>, TypeEstimate> vote;

  /**
   * @param vote makes one of what was said of each crop of a vehicle, as a passage does
   */
  public LondonTracks(Function<List<TypeEstimate>, TypeEstimate> vote) {
    this.vote = vote;
  }

  private record Track(String type, List<Lab.Marked> crops) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of(NAME + "/types.csv", NAME + "/crops");
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    Map<String, Track> tracks = tracks(lab);
    List<Attributes> seen =
        lab.classify(tracks.values().stream().flatMap(track -> track.crops.stream()).toList());
    Groups byType = new Groups();
    List<String> mistakes = new ArrayList<>();
    int next = 0;
    for (Map.Entry<String, Track> entry : tracks.entrySet()) {
      Track track = entry.getValue();
      List<TypeEstimate> said =
          seen.subList(next, next + track.crops.size()).stream().map(Attributes::type).toList();
      next += track.crops.size();
      VehicleType type = vote.apply(said).getValue();
      byType.add(track.type, type.name().equals(track.type));
      if (!type.name().equals(track.type)) {
        mistakes.add("track %s: %s taken for %s".formatted(entry.getKey(), track.type, type));
      }
    }
    Row row = Row.of(NAME, "type by track, crops voted together", byType.all(), TYPE);
    return new Result(List.of(row), byType.details(NAME + ": tracks right by type"), mistakes);
  }

  /** Tracks whose type somebody could tell. */
  private static Map<String, Track> tracks(Lab lab) throws IOException {
    List<String> types = Stream.of(VehicleType.values()).map(Enum::name).toList();
    Map<String, Track> tracks = new LinkedHashMap<>();
    for (Map<String, String> row : Labels.read(lab.data(NAME, "types.csv"))) {
      String type = Labels.text(row, "type").toUpperCase(Locale.ROOT);
      if (types.contains(type)) {
        tracks
            .computeIfAbsent(Labels.text(row, "track"), t -> new Track(type, new ArrayList<>()))
            .crops
            .add(
                new Lab.Marked(
                    lab.data(NAME, "crops", Labels.text(row, "image")), Optional.empty()));
      }
    }
    return tracks;
  }
}
