package eu.passage.cep.trucks.bans;

import eu.passage.avro.ControlKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Roads closed to trucks in transit. Who comes in by one border point and goes out by another a
 * short while later has delivered nothing. Who goes back by the point it came by was sent away, and
 * who stays longer had something to do here: both are left alone. A way in counts with the way out
 * that comes next, so that three ways through are three breaches.
 *
 * @param enter the points by which trucks come in
 * @param leave the points by which they go out
 * @param country where points are ways in and out alike: the way over the border tells which; null
 *     where every point leads one way
 * @param within what took longer is no transit. The clocks' uncertainty speaks for the truck
 */
public record Transit(
    Set<String> enter, Set<String> leave, @Nullable String country, Duration within)
    implements Restriction {

  public Transit {
    enter = Set.copyOf(enter);
    leave = Set.copyOf(leave);
  }

  @Override
  public ControlKind kind() {
    return ControlKind.TRANSIT;
  }

  @Override
  public Set<String> points() {
    Set<String> points = new HashSet<>(enter);
    points.addAll(leave);
    return points;
  }

  @Override
  public Duration span() {
    return within;
  }

  @Override
  public List<List<Sighting>> breaches(List<Sighting> passages) {
    List<List<Sighting>> breaches = new ArrayList<>();
    Sighting in = null;
    for (Sighting passage : passages) {
      if (isIn(passage)) {
        in = passage;
      } else if (isOut(passage)) {
        if (in != null && !in.point().equals(passage.point()) && isInTime(in, passage)) {
          breaches.add(List.of(in, passage));
        }
        in = null;
      }
    }
    return breaches;
  }

  private boolean isIn(Sighting passage) {
    return enter.contains(passage.point()) && (country == null || country.equals(passage.to()));
  }

  private boolean isOut(Sighting passage) {
    return leave.contains(passage.point()) && (country == null || country.equals(passage.from()));
  }

  private boolean isInTime(Sighting in, Sighting out) {
    return Duration.between(in.earliest(), out.latest()).compareTo(within) <= 0;
  }
}
