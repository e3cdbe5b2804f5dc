package eu.passage.cep.wording;

import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Together;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hit as it is told, before it is put into any language.
 *
 * @param vehicles in the order they were first seen; at least one
 * @param passages the evidence, oldest first
 * @param events the same as what happened: passages of one camera and one moment of vehicles
 *     together are one event
 * @param deed what can be said of all events in one word
 * @param at when the rule came true, milliseconds since the epoch
 */
record Story(
    Rule rule,
    CameraTable cameras,
    List<Vehicle> vehicles,
    List<PassageFacts> passages,
    List<Event> events,
    Deed deed,
    long at) {

  static Story of(Hit hit, CameraTable cameras) {
    Rule rule = hit.rule().rule();
    List<Event> events =
        rule.together() == null ? events(hit, cameras) : meetings(hit, rule.together(), cameras);
    Deed deed = Deed.common(events.stream().map(Event::deed).toList());
    return new Story(rule, cameras, vehicles(hit), hit.passages(), events, deed, hit.at());
  }

  Event first() {
    return events.get(0);
  }

  Event last() {
    return events.get(events.size() - 1);
  }

  /** From the first passage to the last. */
  Duration span() {
    return Duration.ofMillis(last().at() - first().at());
  }

  /** The longest time between the first vehicle and the last one at a camera. */
  Duration gap() {
    long longest = events.stream().mapToLong(event -> event.until() - event.at()).max().orElse(0);
    return Duration.ofMillis(longest);
  }

  private static List<Vehicle> vehicles(Hit hit) {
    if (hit.rule().rule().together() == null) {
      return List.of(Vehicle.of(hit.passages()));
    }
    Map<Long, List<PassageFacts>> byVehicle = new LinkedHashMap<>();
    for (PassageFacts passage : hit.passages()) {
      byVehicle.computeIfAbsent(passage.vehicle(), key -> new ArrayList<>()).add(passage);
    }
    return byVehicle.values().stream().map(Vehicle::of).toList();
  }

  private static List<Event> events(Hit hit, CameraTable cameras) {
    List<Event> events = new ArrayList<>(hit.passages().size());
    for (int i = 0; i < hit.passages().size(); i++) {
      PassageFacts passage = hit.passages().get(i);
      Optional<Camera> camera = cameras.find(passage.camera());
      Deed deed = Deed.of(passage, camera);
      events.add(
          new Event(
              hit.steps().get(i), passage.camera(), camera, deed, passage.at(), passage.at()));
    }
    return events;
  }

  private static List<Event> meetings(Hit hit, Together together, CameraTable cameras) {
    List<List<Integer>> meetings = meetings(hit.passages(), together);
    List<Event> events = new ArrayList<>();
    for (List<Integer> meeting : meetings) {
      PassageFacts first = hit.passages().get(meeting.get(0));
      PassageFacts last = hit.passages().get(meeting.get(meeting.size() - 1));
      Optional<Camera> camera = cameras.find(first.camera());
      List<Deed> deeds =
          meeting.stream().map(hit.passages()::get).map(p -> Deed.of(p, camera)).toList();
      int step = hit.steps().get(meeting.get(0));
      events.add(
          new Event(step, first.camera(), camera, Deed.common(deeds), first.at(), last.at()));
    }
    return events;
  }

  /** The places of passages that belong together, in the order of their first ones. */
  private static List<List<Integer>> meetings(List<PassageFacts> passages, Together together) {
    List<List<Integer>> meetings = new ArrayList<>();
    Map<Integer, List<Integer>> open = new LinkedHashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      PassageFacts passage = passages.get(i);
      List<Integer> meeting = open.get(passage.camera());
      if (meeting == null || !joins(passage, meeting, passages, together)) {
        meeting = new ArrayList<>();
        meetings.add(meeting);
        open.put(passage.camera(), meeting);
      }
      meeting.add(i);
    }
    return meetings;
  }

  private static boolean joins(
      PassageFacts passage, List<Integer> meeting, List<PassageFacts> passages, Together together) {
    Set<Long> there = new HashSet<>();
    meeting.forEach(i -> there.add(passages.get(i).vehicle()));
    long since = passage.at() - passages.get(meeting.get(0)).at();
    return since < together.gap().toMillis() && !there.contains(passage.vehicle());
  }
}
