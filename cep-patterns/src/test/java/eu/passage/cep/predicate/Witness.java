package eu.passage.cep.predicate;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.Camera;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A passage in words, from which both the facts and CEL's variables are made. */
record Witness(
    Instant at,
    Camera camera,
    String plate,
    String country,
    List<String> crossing,
    VehicleType type,
    Colour colour,
    String make,
    String model,
    int percent,
    int occupants,
    boolean late) {

  /** The days on which clocks change, a holiday of each country, and a plain one. */
  private static final List<String> DAYS =
      List.of(
          "2026-03-29T00:00:00Z",
          "2026-10-25T00:00:00Z",
          "2026-07-14T00:00:00Z",
          "2026-07-21T00:00:00Z",
          "2026-09-16T00:00:00Z");

  static Arbitrary<Witness> any() {
    // whole seconds: CEL's own runtime fails on a negative span that has a fraction of one
    Arbitrary<Instant> times =
        Combinators.combine(Arbitraries.of(DAYS), Arbitraries.integers().between(-90, 1530))
            .as((day, minutes) -> Instant.parse(day).plusSeconds(60L * minutes));
    Arbitrary<List<String>> crossings =
        Arbitraries.of(
            List.of("", ""), List.of("FR", "BE"), List.of("BE", "FR"), List.of("BE", "NL"));
    return Combinators.combine(
            Combinators.combine(times, Arbitraries.of(Scenes.CAMERAS.all())).as(Map::entry),
            Combinators.combine(
                    Arbitraries.of("1ABC234", "AB123CD", "XYZ1"), Arbitraries.of("BE", "FR", ""))
                .as(Map::entry),
            crossings,
            Combinators.combine(
                    Arbitraries.of(VehicleType.class),
                    Arbitraries.of(Colour.WHITE, Colour.BLACK, Colour.UNKNOWN))
                .as(Map::entry),
            Combinators.combine(
                    Arbitraries.of("RENAULT", "DAF", ""), Arbitraries.of("MASTER", "XF", ""))
                .as(Map::entry),
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(-1, 4),
            Arbitraries.of(true, false))
        .as(
            (place, plate, crossing, looks, made, percent, occupants, late) ->
                new Witness(
                    place.getKey(),
                    place.getValue(),
                    plate.getKey(),
                    plate.getValue(),
                    crossing,
                    looks.getKey(),
                    looks.getValue(),
                    made.getKey(),
                    made.getValue(),
                    percent,
                    occupants,
                    late));
  }

  PassageFacts facts() {
    PassageFacts.Builder builder =
        new PassageFacts.Builder(at.toEpochMilli(), camera.id())
            .plate(plate, country)
            .crossing(crossing.get(0), crossing.get(1))
            .type(type)
            .colour(colour)
            .make(make)
            .model(model)
            .confidence(percent / 100.0)
            .late(late);
    return (occupants < 0 ? builder : builder.occupants(occupants)).build();
  }

  /** As CEL's own runtime wants it. */
  Map<String, Object> variables() {
    return Map.ofEntries(
        Map.entry("at", at),
        Map.entry(
            "camera",
            Map.of(
                "id",
                camera.id(),
                "road",
                camera.road(),
                "zone",
                camera.zone(),
                "country",
                camera.country())),
        Map.entry("plate", plate),
        Map.entry("country", country),
        Map.entry("from", crossing.get(0)),
        Map.entry("to", crossing.get(1)),
        Map.entry("crossing", !crossing.get(1).isEmpty()),
        Map.entry("type", type.name()),
        Map.entry("colour", colour.name()),
        Map.entry("make", make),
        Map.entry("model", model),
        Map.entry("confidence", percent / 100.0),
        Map.entry("occupants", (long) occupants),
        Map.entry("late", late));
  }
}
