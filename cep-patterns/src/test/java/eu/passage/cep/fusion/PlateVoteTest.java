package eu.passage.cep.fusion;

import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.List;
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
}
