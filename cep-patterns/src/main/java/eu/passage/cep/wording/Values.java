package eu.passage.cep.wording;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Distinct;
import eu.passage.schemas.cameras.Camera;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The different values among passages, as far as they are known.
 *
 * @param words in words, in the order they were first seen; empty where they are told elsewhere
 */
record Values(int number, List<String> words) {

  static final Values NONE = new Values(0, List.of());

  static Values of(Distinct distinct, Story story, Tongue tongue) {
    List<PassageFacts> passages = story.passages();
    return switch (distinct) {
      case CAMERA -> untold(passages.stream().map(PassageFacts::camera));
      case ROAD -> untold(cameras(story, Camera::road));
      case ZONE -> untold(cameras(story, Camera::zone));
      case DAY -> untold(passages.stream().map(p -> Moment.local(p.at()).toLocalDate()));
      case COUNTRY -> told(cameras(story, Camera::country).map(tongue::name));
      case TYPE -> types(passages, tongue);
      case COLOUR -> colours(passages, tongue);
    };
  }

  static Values types(List<PassageFacts> passages, Tongue tongue) {
    return told(
        passages.stream()
            .map(PassageFacts::type)
            .filter(type -> type != VehicleType.UNKNOWN)
            .map(tongue::noun));
  }

  static Values colours(List<PassageFacts> passages, Tongue tongue) {
    return told(
        passages.stream()
            .map(PassageFacts::colour)
            .filter(colour -> colour != Colour.UNKNOWN)
            .map(tongue::colour));
  }

  private static Stream<String> cameras(Story story, Function<Camera, String> value) {
    return story.events().stream().flatMap(event -> event.camera().stream()).map(value);
  }

  private static Values told(Stream<String> values) {
    Set<String> different = new LinkedHashSet<>(values.toList());
    return new Values(different.size(), List.copyOf(different));
  }

  private static Values untold(Stream<?> values) {
    return new Values((int) values.distinct().count(), List.of());
  }
}
