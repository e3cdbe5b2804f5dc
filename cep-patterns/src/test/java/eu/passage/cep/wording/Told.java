package eu.passage.cep.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Severity;
import eu.passage.avro.VehicleType;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import eu.passage.cep.model.Together;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A hit made by hand and what is said of it. Expected sentences write ~ for the blank that holds.
 */
final class Told {

  static final CameraTable CAMERAS =
      new CameraTable(
          new CameraCatalogue(
              List.of(
                  camera("EST-1", "BE", "N511", "estaimpuis", 50.70, 3.25),
                  camera("EST-2", "BE", "Leers-Nord - Leers", "estaimpuis", 50.69, 3.27),
                  camera("TOU-1", "BE", "A17", "tournai", 50.60, 3.39),
                  camera("LIL-1", "FR", "D700", "lille", 50.63, 3.06))));

  private static final Map<String, String> TITLES =
      Map.of("en", "Title", "fr", "Titre", "nl", "Titel");

  private final Body body;
  private final Map<String, String> titles;
  private final @Nullable Together together;

  private Told(Body body, Map<String, String> titles, @Nullable Together together) {
    this.body = body;
    this.titles = titles;
    this.together = together;
  }

  static Told when(String text) {
    return new Told(new Body.When(predicate(text)), TITLES, null);
  }

  static Told sequence(Step... steps) {
    return new Told(new Body.Sequence(List.of(steps)), TITLES, null);
  }

  /** One passage that another must not follow. */
  static Told absence(String missing) {
    return sequence(step("a", Link.FIRST), step("b", Link.NOT, missing));
  }

  static Told count(@Nullable Distinct distinct, int atLeast) {
    return new Told(new Body.Count(predicate("true"), distinct, atLeast), TITLES, null);
  }

  Told titled(Map<String, String> others) {
    return new Told(body, others, together);
  }

  Told together(int vehicles) {
    return new Told(body, titles, new Together(vehicles, Duration.ofSeconds(20)));
  }

  static Step step(String name, Link link) {
    return step(name, link, "true");
  }

  static Step step(String name, Link link, String text) {
    return new Step(name, link, predicate(text));
  }

  /** Sentences for passages that matched one step each, in turn. */
  Sentences of(PassageFacts... passages) {
    List<PassageFacts> evidence = List.of(passages);
    boolean steps = body instanceof Body.Sequence;
    List<Integer> places =
        steps
            ? IntStream.range(0, passages.length).boxed().toList()
            : Collections.nCopies(passages.length, 0);
    return at(evidence.get(evidence.size() - 1).at(), places, evidence);
  }

  /** Sentences for a moment at which nothing passed. */
  Sentences due(String local, PassageFacts... passages) {
    return at(instant(local), Collections.nCopies(passages.length, 0), List.of(passages));
  }

  Sentences at(long at, List<Integer> steps, List<PassageFacts> passages) {
    Rule rule =
        new Rule(
            "rule",
            titles,
            Severity.LOW,
            "judicial",
            List.of("police-be"),
            together,
            body,
            Duration.ofDays(30),
            Duration.ZERO,
            null);
    ActiveRule active = new ActiveRule(rule, 1, "analyst", Instant.EPOCH);
    return new Sentences(new ReasonWriter(CAMERAS).of(new Hit(active, passages, steps, at)));
  }

  /** A car of Belgium; crossing is {@code FR>BE} or empty. */
  static PassageFacts.Builder passage(String local, String camera, String crossing) {
    PassageFacts.Builder builder =
        new PassageFacts.Builder(instant(local), camera)
            .plate("1ABC234", "BE")
            .type(VehicleType.CAR);
    return crossing.isEmpty()
        ? builder
        : builder.crossing(crossing.substring(0, 2), crossing.substring(3));
  }

  /** A local time such as {@code 2026-03-10T02:10}, or an instant with its Z. */
  static long instant(String text) {
    return text.endsWith("Z")
        ? Instant.parse(text).toEpochMilli()
        : LocalDateTime.parse(text).atZone(Wording.ZONE).toInstant().toEpochMilli();
  }

  private static Predicate predicate(String text) {
    return Predicate.of(text, (passage, scene) -> true);
  }

  private static Camera camera(
      String id, String country, String road, String zone, double latitude, double longitude) {
    return new Camera(id, country, road, zone, latitude, longitude, null, null, false);
  }

  /** What was said, by language. */
  record Sentences(Map<String, String> byLanguage) {

    void are(String english, String french, String dutch) {
      Map<String, String> expected = new LinkedHashMap<>();
      expected.put("en", english);
      expected.put("fr", french);
      expected.put("nl", dutch);
      Map<String, String> said = new LinkedHashMap<>(byLanguage);
      said.replaceAll((language, sentence) -> sentence.replace('\u00a0', '~'));
      assertThat(said).containsExactlyEntriesOf(expected);
    }

    String english() {
      return byLanguage.getOrDefault("en", "");
    }

    String french() {
      return byLanguage.getOrDefault("fr", "").replace('\u00a0', '~');
    }

    String dutch() {
      return byLanguage.getOrDefault("nl", "");
    }
  }
}
