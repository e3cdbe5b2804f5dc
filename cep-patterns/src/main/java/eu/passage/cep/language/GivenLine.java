package eu.passage.cep.language;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of {@code given}: {@code [WHEN] HH:MM PLATE [FR>BE] @CAMERA}, and what else is known of
 * the passage.
 */
final class GivenLine {

  static final String EXAMPLE = "02:10 1ABC234 FR>BE @EST-1";

  private final Words words;
  private final CameraCatalogue cameras;
  private boolean range;

  GivenLine(Words words, CameraCatalogue cameras) {
    this.words = words;
    this.cameras = cameras;
  }

  /** Whether it stands for a passage on each of several days. */
  boolean range() {
    return range;
  }

  /** One passage, or one for each day of a range; none where a fault was found. */
  List<PassageFacts> read() {
    List<LocalDate> days = When.days(words);
    range = days.size() > 1;
    Words.Word clock = words.peek();
    Optional<LocalTime> time = days.isEmpty() ? Optional.empty() : When.time(words, EXAMPLE);
    if (time.isEmpty()) {
      return List.of();
    }
    ScenarioPlate plate = ScenarioPlate.read(words);
    if (plate == null) {
      return List.of();
    }
    PassageDetails details = new PassageDetails(words, cameras);
    if (!details.read()) {
      return List.of();
    }
    List<PassageFacts> passages = new ArrayList<>();
    for (LocalDate day : days) {
      Optional<Instant> at = When.moment(words, clock, day, time.get());
      if (at.isEmpty()) {
        return List.of();
      }
      passages.add(
          details
              .apply(new PassageFacts.Builder(at.get().toEpochMilli(), details.camera()))
              .plate(plate.text(), plate.country())
              .build());
    }
    return passages;
  }
}
