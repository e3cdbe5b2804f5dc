package eu.passage.cep.fusion;

import static eu.passage.cep.Samples.observation;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Box;
import eu.passage.avro.Direction;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import eu.passage.cep.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackAssignmentTest {

  private static final FusionSettings SETTINGS = FusionSettings.DEFAULT;

  private final List<Track> tracks = new ArrayList<>();

  @Test
  void theSamePlateInTheNextFrameIsTheSameVehicle() {
    Track first = see(at(0, plate("1ABC234", 0.9)));

    assertThat(find(at(300, plate("1ABC234", 0.9)))).isSameAs(first);
  }

  @Test
  void aWellKnownConfusionIsTheSameVehicle() {
    Track first = see(at(0, plate("1ABC234", 0.9)));

    assertThat(find(elsewhere(300, plate("1A8C234", 0.9)))).isSameAs(first);
    assertThat(find(elsewhere(300, plate("1ABC284", 0.9)))).isSameAs(first);
  }

  @Test
  void twoSurePlatesThatDifferInACharacterNobodyConfusesAreTwoVehicles() {
    see(at(0, plate("1ABC234", 0.97)));

    assertThat(find(elsewhere(300, plate("1ABC274", 0.97)))).isNull();
  }

  @Test
  void aDoubtfulCharacterIsTheSameVehicle() {
    Track first = see(at(0, plate("1ABC234", 0.97)));
    PlateReading doubtful = plate("1ABC274", 0.4);
    doubtful.setCharacterConfidences(List.of(0.99f, 0.99f, 0.99f, 0.99f, 0.99f, 0.42f, 0.99f));

    assertThat(find(elsewhere(300, doubtful))).isSameAs(first);
  }

  @Test
  void aTextThatTheOtherFrameThoughtOfIsTheSameVehicle() {
    Track first = see(at(0, plate("1ABC234", 0.6, "7AWC234", 0.3)));

    assertThat(find(elsewhere(300, plate("7AWC234", 0.97)))).isSameAs(first);
  }

  @Test
  void twoObservationsOfOneFrameAreNeverOneVehicle() {
    see(observation("EST-1", 0, 0, plate("1ABC234", 0.9)));

    assertThat(find(observation("EST-1", 0, 1, plate("1ABC234", 0.9)))).isNull();
  }

  @Test
  void ofTwoVehiclesThatTravelTogetherEachKeepsItsOwnFrames() {
    Track one = see(observation("EST-1", 0, 0, plate("1ABC234", 0.9)));
    Track other = see(observation("EST-1", 0, 1, plate("1ABC284", 0.9)));

    assertThat(find(observation("EST-1", 300, 0, plate("1ABC234", 0.9)))).isSameAs(one);
    assertThat(find(observation("EST-1", 300, 1, plate("1ABC284", 0.9)))).isSameAs(other);
  }

  @Test
  void theSamePlateAfterTheGapIsAnotherPassage() {
    see(at(0, plate("1ABC234", 0.9)));

    assertThat(find(at(SETTINGS.gap().toMillis() + 1, plate("1ABC234", 0.9)))).isNull();
  }

  @Test
  void theCamerasOwnTrackNumberBridgesABadRead() {
    Observation first = followed(at(0, plate("1ABC234", 0.9)));
    Track track = see(first);

    assertThat(find(followed(elsewhere(300, plate("1AWC23", 0.8))))).isSameAs(track);
  }

  @Test
  void withoutAPlateOnlyTheCamerasTrackNumberTells() {
    Track track = see(followed(at(0, plate("1ABC234", 0.9))));
    Observation bare = at(300, null);
    bare.setNoPlate(NoPlateReason.UNREADABLE);

    assertThat(find(bare)).isNull();
    assertThat(find(followed(bare))).isSameAs(track);
  }

  @Test
  void aTractorsFrontPlateAndItsTrailersRearPlateAreTwoVehiclesHoweverAlike() {
    Observation front = at(0, plate("1ABC234", 0.9));
    front.setVehicleBox(new Box(100, 50, 500, 500));
    front.setPlateBox(new Box(150, 500, 100, 25));
    Observation rear = at(600, plate("QABC231", 0.9));
    rear.setVehicleBox(new Box(120, 50, 500, 500));
    rear.setPlateBox(new Box(480, 350, 100, 25));
    see(front);

    assertThat(find(rear)).isNull();
  }

  private static Observation at(long millis, PlateReading plate) {
    return observation("EST-1", millis, plate);
  }

  /** So far from the place of the first vehicle that only the plate can tell. */
  private static Observation elsewhere(long millis, PlateReading plate) {
    return observation("EST-1", millis, 3, plate);
  }

  private static Observation followed(Observation observation) {
    observation.setCamera(Samples.cameraSays(Direction.UNKNOWN, "17"));
    return observation;
  }

  private Track see(Observation observation) {
    Track track = Track.startedBy(observation, Long.MIN_VALUE, SETTINGS);
    tracks.add(track);
    return track;
  }

  private Track find(Observation observation) {
    return TrackAssignment.find(tracks, observation, SETTINGS).orElse(null);
  }
}
