package eu.passage.recognition.evaluate;

import eu.passage.avro.PlateReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The transcribed boxes of {@code plates-romania}, as a person marked them: how well does the
 * reader read, whatever the detector finds? The reader was trained on no frame of any ride.
 */
public final class TranscribedBoxes implements EvaluationSet {

  private static final String SET = "plates-romania, transcribed boxes";
  private static final Set<String> RIDES = Set.of(Ride.NIGHT, Ride.DAY_2, Ride.DAY_3);
  private static final int NARROW = 95;
  private static final Target EXACT = Target.atLeast(0.98, 0.995);
  private static final Target NARROW_EXACT = Target.atLeast(0.92, 0.96);

  @Override
  public String name() {
    return "transcribed";
  }

  @Override
  public List<String> needs() {
    return Ride.NEEDS;
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    List<Ride.Transcribed> plates = Ride.transcribed(lab);
    List<Optional<PlateReading>> readings =
        lab.read(plates.stream().map(p -> new Lab.Marked(p.file(), Optional.of(p.box()))).toList());
    Groups byRide = new Groups();
    Groups narrow = new Groups();
    Groups byPlate = new Groups();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < plates.size(); i++) {
      Ride.Transcribed plate = plates.get(i);
      boolean right = Texts.same(readings.get(i), plate.text());
      byRide.add(plate.ride(), right);
      byPlate.add(plate.text(), right);
      if (plate.box().width() < NARROW) {
        narrow.add(plate.ride(), right);
      }
      if (!right) {
        String where = "%s, %.0f px".formatted(plate.file().getFileName(), plate.box().width());
        mistakes.add(Texts.mistake(where, plate.text(), readings.get(i)));
      }
    }
    Counts exact = RIDES.stream().map(byRide::of).reduce(Counts.NONE, Counts::plus);
    List<Detail> details = new ArrayList<>(byRide.details(SET + ": exact by ride"));
    details.addAll(narrow.details(SET + ": exact by ride, under 95 px wide"));
    details.add(
        Detail.of(SET + ": distinct plates", "read exactly in most boxes", byPlate.mostly()));
    return new Result(
        List.of(
            Row.of(SET, "night ride and day rides 002, 003: exact, single frame", exact, EXACT),
            Row.of(SET, "all rides, under 95 px wide: exact", narrow.all(), NARROW_EXACT)),
        details,
        mistakes);
  }
}
