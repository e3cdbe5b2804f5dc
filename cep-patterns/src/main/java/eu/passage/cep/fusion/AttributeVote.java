package eu.passage.cep.fusion;

import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.Observation;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Type, colour, make and further attributes of a vehicle: the value with the most confidence over
 * all frames that say anything; its confidence is its sum over the number of those frames.
 */
public final class AttributeVote {

  private AttributeVote() {}

  static TypeEstimate type(List<Observation> frames) {
    return ofTypes(frames.stream().map(Observation::getType).toList());
  }

  /** What the types told of one vehicle come to; UNKNOWN where none of them says anything. */
  public static TypeEstimate ofTypes(List<TypeEstimate> types) {
    Tally<VehicleType> tally = new Tally<>();
    for (TypeEstimate type : types) {
      if (type.getValue() != VehicleType.UNKNOWN) {
        tally.add(type.getValue(), type.getConfidence());
      }
    }
    return tally
        .winner()
        .map(w -> new TypeEstimate(w.getKey(), w.getValue().floatValue()))
        .orElseGet(() -> new TypeEstimate(VehicleType.UNKNOWN, 0f));
  }

  static ColourEstimate colour(List<Observation> frames) {
    Tally<Colour> tally = new Tally<>();
    for (Observation frame : frames) {
      ColourEstimate colour = frame.getColour();
      if (colour.getValue() != Colour.UNKNOWN) {
        tally.add(colour.getValue(), colour.getConfidence());
      }
    }
    return tally
        .winner()
        .map(w -> new ColourEstimate(w.getKey(), w.getValue().floatValue()))
        .orElseGet(() -> new ColourEstimate(Colour.UNKNOWN, 0f));
  }

  static Optional<MakeEstimate> make(List<Observation> frames) {
    Tally<String> tally = new Tally<>();
    for (Observation frame : frames) {
      MakeEstimate make = frame.getMake();
      if (make != null) {
        tally.add(make.getValue(), make.getConfidence());
      }
    }
    return tally.winner().map(w -> new MakeEstimate(w.getKey(), w.getValue().floatValue()));
  }

  /** One answer for each attribute and classifier that says anything of it, by name and origin. */
  static List<AttributeEstimate> attributes(List<Observation> frames) {
    record Question(String name, String origin) {}
    Map<Question, Tally<String>> tallies = new HashMap<>();
    for (Observation frame : frames) {
      for (AttributeEstimate said : frame.getAttributes()) {
        tallies
            .computeIfAbsent(new Question(said.getName(), said.getOrigin()), q -> new Tally<>())
            .add(said.getValue(), said.getConfidence());
      }
    }
    List<AttributeEstimate> answers = new ArrayList<>();
    tallies.forEach(
        (question, tally) ->
            tally
                .winner()
                .map(
                    w ->
                        new AttributeEstimate(
                            question.name, w.getKey(), w.getValue().floatValue(), question.origin))
                .ifPresent(answers::add));
    answers.sort(
        Comparator.comparing(AttributeEstimate::getName)
            .thenComparing(AttributeEstimate::getOrigin));
    return answers;
  }

  private static final class Tally<K extends Comparable<? super K>> {
    private final TreeMap<K, Double> sums = new TreeMap<>();
    private int voters;

    void add(K value, float confidence) {
      sums.merge(value, (double) confidence, Double::sum);
      voters++;
    }

    Optional<Map.Entry<K, Double>> winner() {
      return sums.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(best -> Map.entry(best.getKey(), best.getValue() / voters));
    }
  }
}
