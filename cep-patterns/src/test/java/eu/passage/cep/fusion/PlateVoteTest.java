package eu.passage.cep.fusion;

import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlateVoteTest {

  @Test
  void oneReadingAloneKeepsItsTextAndItsConfidence() {
    PlateReading fused = PlateVote.fuse(List.of(plate("1ABC234", 0.8)));

    assertThat(fused.getText()).isEqualTo("1ABC234");
    assertThat(fused.getCountry()).isEqualTo("BE");
    assertThat((double) fused.getConfidence()).isCloseTo(0.8, within(0.02));
  }

  @Test
  void twoThatAgreeAreSurerThanEach() {
    PlateReading fused = PlateVote.fuse(List.of(plate("1ABC234", 0.8), plate("1ABC234", 0.7)));

    assertThat(fused.getConfidence()).isGreaterThan(0.95f);
  }

  @Test
  void twoFramesOutvoteOne() {
    PlateReading fused =
        PlateVote.fuse(
            List.of(plate("1ABC284", 0.9), plate("1ABC234", 0.8), plate("1ABC234", 0.8)));

    assertThat(fused.getText()).isEqualTo("1ABC234");
  }

  @Test
  void eachFrameMayHaveAnotherCharacterWrong() {
    PlateReading fused =
        PlateVote.fuse(
            List.of(plate("1A8C234", 0.7), plate("1ABC2E4", 0.7), plate("7ABC234", 0.7)));

    assertThat(fused.getText()).isEqualTo("1ABC234");
  }

  @Test
  void anAlternativeThatOneFrameThoughtOfDecidesATie() {
    PlateReading sayingB = plate("1ABC234", 0.6);
    PlateReading saying8ButThinkingOfB = plate("1A8C234", 0.6, "1ABC234", 0.35);

    PlateReading fused = PlateVote.fuse(List.of(sayingB, saying8ButThinkingOfB));

    assertThat(fused.getText()).isEqualTo("1ABC234");
  }

  @Test
  void aFrameThatSawACharacterTooManyDoesNotShiftTheOthers() {
    PlateReading fused =
        PlateVote.fuse(
            List.of(plate("1ABC234", 0.9), plate("11ABC234", 0.6), plate("1ABC234", 0.9)));

    assertThat(fused.getText()).isEqualTo("1ABC234");
  }

  @Test
  void disagreementMakesUnsureAndLeavesTheOtherTextAsAnAlternative() {
    PlateReading fused = PlateVote.fuse(List.of(plate("1ABC234", 0.9), plate("1ABC284", 0.88)));

    assertThat(fused.getText()).isEqualTo("1ABC234");
    assertThat(fused.getConfidence()).isLessThan(0.7f);
    assertThat(fused.getAlternatives())
        .extracting(PlateAlternative::getText)
        .first()
        .isEqualTo("1ABC284");
  }

  @Test
  void theCountryIsTheOneMostFramesSpeakFor() {
    PlateReading french = plate("AB123CD", 0.8);
    french.setCountry("FR");
    PlateReading nobodys = plate("AB123CD", 0.8);
    nobodys.setCountry(null);
    nobodys.setCountryConfidence(0);

    PlateReading fused = PlateVote.fuse(List.of(french, nobodys));

    assertThat(fused.getCountry()).isEqualTo("FR");
    assertThat(fused.getCountryConfidence()).isBetween(0.4f, 0.5f);
  }

  @Test
  void whatAllFramesSawOutweighsWhatSyntaxMadeOfEach() {
    // each frame saw the 8 a little better, and its syntax turned it into a B
    List<PlateReading> frames =
        List.of(seen("1ABC234", 0.3, "1A8C234", 0.6), seen("1ABC234", 0.25, "1A8C234", 0.7));
    List<PlateReading> many = new ArrayList<>(frames);
    for (int i = 0; i < 14; i++) {
      many.add(seen("1ABC234", 0.005, "1A8C234", 0.99));
    }

    assertThat(PlateVote.fuse(frames).getText()).isEqualTo("1ABC234");
    assertThat(PlateVote.fuse(many).getText()).isEqualTo("1A8C234");
  }

  @Test
  void framesThatEachTellALittleOfTheCountryTellItTogether() {
    PlateReading first = seen("AB123CD", 0.9, "A8123CD", 0.05);
    first.setCountriesSeen(Map.of("FR", 0.5f, "IT", 0.3f, "SK", 0.2f));
    PlateReading second = seen("AB123CD", 0.9, "A8123CD", 0.05);
    second.setCountriesSeen(Map.of("FR", 0.55f, "SK", 0.3f, "IT", 0.15f));

    PlateReading fused = PlateVote.fuse(List.of(first, second, first, second));

    assertThat(fused.getCountry()).isEqualTo("FR");
    assertThat(fused.getCountryConfidence()).isGreaterThan(0.7f);
  }

  /** A reading that tells what was seen of two texts before syntax had its say. */
  private static PlateReading seen(String text, double seen, String other, double otherSeen) {
    PlateReading reading = plate(text, 0.8, other, 0.1);
    reading.setSeen((float) seen);
    reading.getAlternatives().get(0).setSeen((float) otherSeen);
    reading.setCountriesSeen(Map.of("BE", 0.9f));
    return reading;
  }
}
