package eu.passage.jobs.scenario;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.roads.RoadGraph;
import eu.passage.cep.roads.RoadSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A timeline of passages over the border with the truth about each of them: a pure function of its
 * settings and of the cameras. A longer scenario begins with the days of a shorter one.
 *
 * @param seed what it was drawn from
 * @param passages in order of time, numbered from 0
 * @param watchlist what the police have listed when it begins
 */
public record Scenario(long seed, List<TruePassage> passages, List<WatchEntry> watchlist) {

  /**
   * Draws a scenario.
   *
   * <p>Errors: {@link IllegalArgumentException} when the catalogue has fewer than three cameras
   * that see both ways over the border.
   */
  public static Scenario of(ScenarioSettings settings, CameraCatalogue catalogue) {
    return of(settings, catalogue, RoadSettings.NONE);
  }

  /**
   * The same, and where a camera inland lies before the border, a wanted car that passes it.
   *
   * @param roads of the catalogue's cameras
   */
  public static Scenario of(
      ScenarioSettings settings, CameraCatalogue catalogue, RoadSettings roads) {
    BorderCameras cameras = new BorderCameras(catalogue);
    Fleet fleet = new Fleet(new PlateIssuer());
    Random lot = new Random(settings.seed());
    Watched watched = Watched.draw(fleet, lot);
    EverydayTraffic everyday = new EverydayTraffic(settings.perDay(), cameras, fleet, lot);
    BorderStories stories = new BorderStories(cameras, fleet, watched);
    Optional<WantedByNight> wanted =
        InlandApproach.find(catalogue, new RoadGraph(catalogue, roads))
            .map(approach -> new WantedByNight(approach, fleet, settings.seed()));
    Timeline timeline = new Timeline();
    for (int i = 0; i < settings.days(); i++) {
      Day day = new Day(i, settings.firstDay().plusDays(i));
      stories.tell(day, timeline, lot);
      everyday.tell(day, timeline, lot);
      wanted.ifPresent(car -> car.tell(day, timeline));
    }
    Day first = new Day(0, settings.firstDay());
    Instant begins = first.at("00:00");
    List<WatchEntry> watchlist = new ArrayList<>(watched.entries(begins));
    wanted.ifPresent(car -> watchlist.add(car.entry(begins)));
    return new Scenario(settings.seed(), timeline.inOrder(), List.copyOf(watchlist));
  }

  /** The frames of one passage, the oldest first. */
  public List<TrueFrame> framesOf(TruePassage passage) {
    return TrueFrame.of(seed, passage);
  }

  /** The frames of all passages, in the order in which they are taken. */
  public List<TrueFrame> frames() {
    return passages.stream()
        .flatMap(passage -> framesOf(passage).stream())
        .sorted(Comparator.comparing(TrueFrame::capturedAt))
        .toList();
  }
}
