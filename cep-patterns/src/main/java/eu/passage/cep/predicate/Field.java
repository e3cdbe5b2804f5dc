package eu.passage.cep.predicate;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What a passage says as text. */
enum Field {
  PLATE("plate", Kind.PLATE),
  COUNTRY("country", Kind.COUNTRY),
  TYPE("type", Kind.TYPE),
  COLOUR("colour", Kind.COLOUR),
  MAKE("make", Kind.MAKE),
  MODEL("model", Kind.MODEL),
  FROM("from", Kind.COUNTRY),
  TO("to", Kind.COUNTRY),
  CAMERA("camera.id", Kind.CAMERA),
  ROAD("camera.road", Kind.ROAD),
  ZONE("camera.zone", Kind.ZONE),
  CAMERA_COUNTRY("camera.country", Kind.COUNTRY);

  private static final Map<String, Field> BY_NAME =
      Arrays.stream(values()).collect(toMap(f -> f.path, Function.identity()));

  private final String path;
  private final Kind kind;

  Field(String path, Kind kind) {
    this.path = path;
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** By its name in expressions, such as {@code camera.id}. */
  static Field of(String path) {
    return Objects.requireNonNull(BY_NAME.get(path), path);
  }
}
