package eu.passage.cep.fusion;

import static eu.passage.cep.Samples.observation;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.Box;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageAssemblyTest {

  private static final FusionSettings SETTINGS = FusionSettings.DEFAULT;
  private static final Camera CAMERA = Samples.CAMERAS.find("EST-1").orElseThrow();

  private final PassageAssembly assembly = new PassageAssembly(SETTINGS);

  @Test
  void aPassageRestsOnItsFramesOldestFirst() {
    Passage passage =
        assemble(
            observation("EST-1", 600, plate("1ABC234", 0.9)),
            observation("EST-1", 0, plate("1ABC234", 0.9)),
            observation("EST-1", 300, plate("1ABC234", 0.9)));

    assertThat(passage.getEvidence())
        .extracting(Evidence::getFrameId)
        .containsExactly("EST-1@0", "EST-1@300", "EST-1@600");
    assertThat(passage.getFirstAt().toEpochMilli()).isEqualTo(0);
    assertThat(passage.getAt().toEpochMilli()).isEqualTo(600);
    assertThat(passage.getVehicleKey()).isEqualTo("BE:1A8C234");
    assertThat(passage.getLate()).isFalse();
  }

  @Test
  void itsIdComesFromTheFirstFrameWhateverOrderFramesCameIn() {
    Observation first = observation("EST-1", 0, plate("1ABC234", 0.9));
    Observation second = observation("EST-1", 300, plate("1ABC234", 0.9));

    assertThat(assemble(first, second).getPassageId())
        .isEqualTo(assemble(second, first).getPassageId());
  }

  @Test
  void aGrowingPlateApproachesAndEntersBelgium() {
    Passage passage =
        assemble(
            observation("EST-1", 0, plate("1ABC234", 0.9)),
            observation("EST-1", 1000, plate("1ABC234", 0.9)));

    assertThat(passage.getDirection()).isEqualTo(Direction.APPROACHING);
    assertThat(passage.getFromCountry()).isEqualTo("FR");
    assertThat(passage.getToCountry()).isEqualTo("BE");
  }

  @Test
  void aPlateThatSinksInThePictureApproachesThoughItsBoxTremblesSmaller() {
    Observation first = observation("EST-1", 0, plate("1ABC234", 0.9));
    Observation second = observation("EST-1", 320, plate("1ABC234", 0.9));
    first.setPlateBox(new Box(644, 397, 79, 20));
    second.setPlateBox(new Box(635, 472, 82, 18));

    assertThat(assemble(first, second).getDirection()).isEqualTo(Direction.APPROACHING);
  }

  @Test
  void aPlateThatRisesInThePictureRecedes() {
    Observation first = observation("EST-1", 0, plate("1ABC234", 0.9));
    Observation second = observation("EST-1", 320, plate("1ABC234", 0.9));
    first.setPlateBox(new Box(635, 472, 79, 20));
    second.setPlateBox(new Box(644, 397, 79, 20));

    assertThat(assemble(first, second).getDirection()).isEqualTo(Direction.RECEDING);
  }

  @Test
  void whatTheCameraSaysGoesBeforeWhatTheBoxesShow() {
    Observation first = observation("EST-1", 0, plate("1ABC234", 0.9));
    first.setCamera(Samples.cameraSays(Direction.RECEDING, "1"));

    Passage passage = assemble(first, observation("EST-1", 1000, plate("1ABC234", 0.9)));

    assertThat(passage.getDirection()).isEqualTo(Direction.RECEDING);
    assertThat(passage.getToCountry()).isEqualTo("FR");
    assertThat(passage.getCamera().getTrackId()).isEqualTo("1");
  }

  @Test
  void whatTheCameraSaysOfAnotherVehicleOfTheFrameDoesNotCount() {
    Observation first = observation("EST-1", 0, plate("1ABC234", 0.9));
    first.setCamera(Samples.cameraSays(Direction.RECEDING, "1"));
    first.getCamera().setPlate("2XYZ987");

    Passage passage = assemble(first, observation("EST-1", 1000, plate("1ABC234", 0.9)));

    assertThat(passage.getDirection()).isEqualTo(Direction.APPROACHING);
    assertThat(passage.getCamera()).isNull();
  }

  @Test
  void whatTheOperatorsClassifiersSayIsFusedByAttributeAndClassifier() {
    Passage passage =
        assemble(
            classified(0, said("model", "golf", 0.6, "models/1"), said("axles", "2", 0.9, "a/1")),
            classified(300, said("model", "polo", 0.9, "models/1")),
            classified(600, said("model", "golf", 0.8, "models/1")),
            classified(900, said("model", "fiesta", 0.7, "models/2")));

    assertThat(passage.getAttributes())
        .containsExactly(
            said("axles", "2", 0.9, "a/1"),
            // 0.6 and 0.8 against 0.9, of the three frames that say anything
            said("model", "golf", 1.4 / 3, "models/1"),
            said("model", "fiesta", 0.7, "models/2"));
  }

  @Test
  void whereNoClassifierSaysAnythingAPassageHasNoAttributes() {
    assertThat(assemble(observation("EST-1", 0, plate("1ABC234", 0.9))).getAttributes()).isEmpty();
  }

  private static Observation classified(long atMillis, AttributeEstimate... said) {
    Observation observation = observation("EST-1", atMillis, plate("1ABC234", 0.9));
    observation.setAttributes(new ArrayList<>(List.of(said)));
    return observation;
  }

  private static AttributeEstimate said(
      String name, String value, double confidence, String origin) {
    return new AttributeEstimate(name, value, (float) confidence, origin);
  }

  @Test
  void oneFrameTellsNoDirectionAndMakesNoCrossing() {
    Passage passage = assemble(observation("EST-1", 0, plate("1ABC234", 0.9)));

    assertThat(passage.getDirection()).isEqualTo(Direction.UNKNOWN);
    assertThat(passage.getFromCountry()).isNull();
    assertThat(passage.getToCountry()).isNull();
  }

  @Test
  void typeAndColourAreVotedAndUnknownDoesNotVote() {
    Observation truck = typed(0, VehicleType.TRUCK, 0.8f, Colour.UNKNOWN, 0.9f);
    Observation truckAgain = typed(300, VehicleType.TRUCK, 0.6f, Colour.GREEN, 0.5f);
    Observation van = typed(600, VehicleType.VAN, 0.9f, Colour.UNKNOWN, 0.9f);

    Passage passage = assemble(truck, truckAgain, van);

    assertThat(passage.getType().getValue()).isEqualTo(VehicleType.TRUCK);
    assertThat(passage.getType().getConfidence()).isBetween(0.46f, 0.47f);
    assertThat(passage.getColour()).isEqualTo(new ColourEstimate(Colour.GREEN, 0.5f));
  }

  @Test
  void aPlateThatCannotBeReadBecomesNoPassage() {
    Track doubtful = track(observation("EST-1", 0, plate("1ABC234", 0.3)));
    Track fragment = track(observation("EST-1", 0, plate("1AB", 0.99)));

    assertThat(assembly.assemble(doubtful, CAMERA)).isEmpty();
    assertThat(assembly.assemble(fragment, CAMERA)).isEmpty();
  }

  @Test
  void aCountryThatNobodyReadIsTheOneWhosePlatesLookLikeThat() {
    PlateReading nobodys = plate("1ABC234", 0.9);
    nobodys.setCountry(null);
    nobodys.setCountryConfidence(0);

    assertThat(assemble(observation("EST-1", 0, nobodys)).getVehicleKey()).isEqualTo("BE:1A8C234");
  }

  @Test
  void whatTheGatewayReceivedLongAfterIsMarkedLate() {
    Observation observation = observation("EST-1", 0, plate("1ABC234", 0.9));
    observation.setReceivedAt(observation.getCapturedAt().plus(Duration.ofHours(3)));

    assertThat(assemble(observation).getLate()).isTrue();
  }

  @Test
  void itIsSettledWhenTwoFramesAgreeAndTheDirectionIsKnown() {
    Track one = track(observation("EST-1", 0, plate("1ABC234", 0.95)));
    Track standing =
        track(
            observation("EST-1", 0, plate("1ABC234", 0.95)),
            observation("EST-1", 1, plate("1ABC234", 0.95)));
    Track moving =
        track(
            observation("EST-1", 0, plate("1ABC234", 0.95)),
            observation("EST-1", 400, plate("1ABC234", 0.95)));

    assertThat(settled(one)).isFalse();
    assertThat(settled(standing)).isFalse();
    assertThat(settled(moving)).isTrue();
  }

  @Test
  void twoDoubtfulFramesThatDisagreeAreNotSettled() {
    assertThat(
            settled(
                track(
                    observation("EST-1", 0, plate("1ABC234", 0.9)),
                    observation("EST-1", 400, plate("1ABC284", 0.9)))))
        .isFalse();
  }

  private boolean settled(Track track) {
    Passage passage = assembly.assemble(track, CAMERA).orElse(null);
    return passage != null && assembly.settled(passage, track, CAMERA);
  }

  private Passage assemble(Observation... frames) {
    return assembly.assemble(track(frames), CAMERA).orElseThrow();
  }

  private static Track track(Observation... frames) {
    Track track = Track.startedBy(frames[0], Long.MIN_VALUE, SETTINGS);
    for (int i = 1; i < frames.length; i++) {
      track.add(frames[i], Long.MIN_VALUE, SETTINGS);
    }
    return track;
  }

  private static Observation typed(
      long at, VehicleType type, float sureOfType, Colour colour, float sureOfColour) {
    Observation observation = observation("EST-1", at, plate("1ABC234", 0.9));
    observation.setType(new TypeEstimate(type, sureOfType));
    observation.setColour(new ColourEstimate(colour, sureOfColour));
    return observation;
  }
}
