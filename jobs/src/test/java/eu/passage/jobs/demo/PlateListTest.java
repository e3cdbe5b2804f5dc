package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlateListTest {

  private final PlateList list = new PlateList();

  @Test
  void readingsThatDifferByLookAlikesAreOnePlateAsItWasReadMostSurely() {
    list.add(read("frame-1", "1ABC23O", 0.6f));
    list.add(read("frame-2", "1ABC230", 0.9f));
    assertThat(list.plates()).containsExactly(new ReadPlate("1ABC230", "BE", 0.9f, 2));
  }

  @Test
  void theSurestPlateComesFirst() {
    list.add(read("frame-1", "2XYZ987", 0.7f));
    list.add(read("frame-1", "1ABC234", 0.9f));
    assertThat(list.plates()).extracting(ReadPlate::text).containsExactly("1ABC234", "2XYZ987");
  }

  @Test
  void whatIsLikelierWrongThanRightIsNoPlate() {
    list.add(read("frame-1", "EJ6", 0.02f));
    assertThat(list.plates()).isEmpty();
  }

  private static Observation read(String frameId, String text, float confidence) {
    return Observation.newBuilder()
        .setObservationId(frameId + text)
        .setFrameId(frameId)
        .setCameraId("DIR")
        .setCapturedAt(Instant.EPOCH)
        .setReceivedAt(Instant.EPOCH)
        .setPlate(
            PlateReading.newBuilder()
                .setText(text)
                .setCountry("BE")
                .setConfidence(confidence)
                .build())
        .setType(TypeEstimate.newBuilder().setConfidence(0).build())
        .setColour(ColourEstimate.newBuilder().setConfidence(0).build())
        .setImageSha256("0".repeat(64))
        .setFrameWidth(1280)
        .setFrameHeight(720)
        .setModelVersion("test")
        .build();
  }
}
