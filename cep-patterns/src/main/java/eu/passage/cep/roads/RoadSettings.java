package eu.passage.cep.roads;

import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The roads between the cameras, and how far ahead is looked on them. The cameras themselves are
 * those of the catalogue; {@link RoadGraph} holds both together.
 *
 * @param lookAhead places further away are not told; zero: none
 * @param mostPlaces at most so many are told
 * @param junctions where roads meet without a camera
 * @param borders where a border can be crossed without a camera
 * @param roads each one way
 */
public record RoadSettings(
    Duration lookAhead,
    int mostPlaces,
    List<Junction> junctions,
    List<BorderPoint> borders,
    List<Road> roads)
    implements Serializable {

  /** No roads are known: nobody is told where a vehicle can be next. */
  public static final RoadSettings NONE =
      new RoadSettings(Duration.ofMinutes(45), 6, List.of(), List.of(), List.of());

  /**
   * Around the three cameras of Estaimpuis: from each to each other place, on either side of the
   * border. The times are those of {@link CrowsFlight}, rounded down to the minute; where the three
   * border points lie is known to half a kilometre, and that does not change a minute.
   */
  public static final RoadSettings ESTAIMPUIS = estaimpuis();

  public RoadSettings {
    junctions = List.copyOf(junctions);
    borders = List.copyOf(borders);
    roads = List.copyOf(roads);
    if (lookAhead.isNegative()) {
      throw new IllegalArgumentException("lookAhead must not be negative, but is " + lookAhead);
    }
    if (mostPlaces < 0) {
      throw new IllegalArgumentException("mostPlaces must not be negative, but is " + mostPlaces);
    }
  }

  /** The shipped roads where the catalogue holds their cameras, else none. */
  public static RoadSettings shippedFor(CameraCatalogue cameras) {
    boolean fits =
        List.of("EST-1", "EST-2", "EST-3").stream().allMatch(id -> cameras.find(id).isPresent());
    return fits ? ESTAIMPUIS : NONE;
  }

  private static RoadSettings estaimpuis() {
    List<Road> roads = new ArrayList<>();
    for (String country :
        List.of("BE", "FR")) { // two places at the border are joined on both sides
      both(roads, "EST-1", "EST-2", country, 1);
      both(roads, "EST-2", "EST-3", country, 1);
      both(roads, "EST-1", "EST-3", country, 2);
      one(roads, "EST-1", "Risquons-Tout", country, 3);
      one(roads, "EST-2", "Risquons-Tout", country, 4);
      one(roads, "EST-3", "Risquons-Tout", country, 5);
      one(roads, "EST-1", "Rekkem", country, 4);
      one(roads, "EST-2", "Rekkem", country, 5);
      one(roads, "EST-3", "Rekkem", country, 6);
      one(roads, "EST-1", "Lamain", country, 5);
      one(roads, "EST-2", "Lamain", country, 4);
      one(roads, "EST-3", "Lamain", country, 3);
    }
    return new RoadSettings(
        NONE.lookAhead,
        NONE.mostPlaces,
        List.of(),
        List.of(
            new BorderPoint("Risquons-Tout", "N58", List.of("BE", "FR"), 50.758, 3.172),
            new BorderPoint("Rekkem", "E17 - A22", List.of("BE", "FR"), 50.776, 3.150),
            new BorderPoint("Lamain", "E42 - A27", List.of("BE", "FR"), 50.599, 3.268)),
        roads);
  }

  private static void both(
      List<Road> roads, String one, String other, String country, int minutes) {
    one(roads, one, other, country, minutes);
    one(roads, other, one, country, minutes);
  }

  private static void one(List<Road> roads, String from, String to, String country, int minutes) {
    roads.add(new Road(from, to, country, Duration.ofMinutes(minutes)));
  }
}
