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
   * Around the three cameras of Estaimpuis. The times are those of the crow's flight at 90 km/h,
   * rounded down: nobody is sooner there, and who knows the roads may say more.
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
    for (String country : List.of("BE", "FR")) { // two cameras are joined on both sides
      both(roads, "EST-1", "EST-2", country, 2);
      both(roads, "EST-2", "EST-3", country, 2);
      both(roads, "EST-1", "EST-3", country, 3);
    }
    one(roads, "EST-1", "Templeuve", "BE", 3);
    one(roads, "EST-2", "Templeuve", "BE", 2);
    one(roads, "EST-3", "Templeuve", "BE", 2);
    one(roads, "EST-1", "Risquons-Tout", "BE", 5);
    one(roads, "EST-1", "Rekkem", "BE", 6);
    one(roads, "Templeuve", "Rekkem", "BE", 8);
    one(roads, "Templeuve", "Lamain", "BE", 5);
    one(roads, "EST-3", "Lamain", "BE", 5);
    one(roads, "EST-1", "Roubaix", "FR", 3);
    one(roads, "EST-2", "Roubaix", "FR", 3);
    one(roads, "EST-3", "Roubaix", "FR", 3);
    one(roads, "Roubaix", "Risquons-Tout", "FR", 5);
    one(roads, "Roubaix", "Rekkem", "FR", 6);
    one(roads, "Roubaix", "Lamain", "FR", 8);
    return new RoadSettings(
        NONE.lookAhead,
        NONE.mostPlaces,
        List.of(new Junction("Templeuve", "BE"), new Junction("Roubaix", "FR")),
        List.of(
            new BorderPoint("Risquons-Tout", "N58", List.of("BE", "FR")),
            new BorderPoint("Rekkem", "E17 - A22", List.of("BE", "FR")),
            new BorderPoint("Lamain", "E42 - A27", List.of("BE", "FR"))),
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
