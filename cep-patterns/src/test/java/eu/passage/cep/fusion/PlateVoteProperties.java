package eu.passage.cep.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.cep.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PlateVoteProperties {

  @Property(tries = 500)
  void theOrderOfFramesDoesNotChangeTheFusedPlate(
      @ForAll("readings") List<PlateReading> readings, @ForAll Random random) {
    List<PlateReading> shuffled = new ArrayList<>(readings);
    Collections.shuffle(shuffled, random);

    assertThat(PlateVote.fuse(shuffled)).isEqualTo(PlateVote.fuse(readings));
  }

  @Property(tries = 500)
  void everyProbabilityIsOneAndAllTextsTogetherAreAtMostOne(
      @ForAll("readings") List<PlateReading> readings) {
    PlateReading fused = PlateVote.fuse(readings);

    double sum = fused.getConfidence();
    for (PlateAlternative alternative : fused.getAlternatives()) {
      assertThat(alternative.getConfidence()).isBetween(0f, 1f);
      assertThat(alternative.getText()).isNotEqualTo(fused.getText());
      sum += alternative.getConfidence();
    }
    assertThat(fused.getConfidence()).isBetween(0f, 1f);
    assertThat(sum).isLessThanOrEqualTo(1.0001);
    assertThat(fused.getCharacterConfidences()).hasSize(fused.getText().length());
  }

  @Property(tries = 200)
  void oneMoreSureFrameThatAgreesDoesNotChangeThePlate(
      @ForAll("readings") List<PlateReading> readings) {
    PlateReading fused = PlateVote.fuse(readings);
    List<PlateReading> more = new ArrayList<>(readings);
    more.add(Samples.plate(fused.getText(), 0.95));

    assertThat(PlateVote.fuse(more).getText()).isEqualTo(fused.getText());
  }

  @Property(tries = 300)
  void aTextThatEveryFrameThinksLikeliestBySightIsTheFusedOne(
      @ForAll @IntRange(min = 2, max = 8) int frames,
      @ForAll @DoubleRange(min = 0.4, max = 0.9) double seen) {
    PlateReading reading = Samples.plate("1ABC234", 0.9, "1A8C234", 0.05);
    reading.setSeen((float) seen);
    reading.getAlternatives().get(0).setSeen((float) (seen / 3));
    reading.setCountriesSeen(Map.of("BE", 0.6f, "FR", 0.3f));

    PlateReading fused = PlateVote.fuse(Collections.nCopies(frames, reading));

    assertThat(fused.getText()).isEqualTo("1ABC234");
    assertThat(fused.getCountry()).isEqualTo("BE");
  }

  @Provide
  Arbitrary<List<PlateReading>> readings() {
    Arbitrary<String> texts =
        Arbitraries.of("1ABC234", "1A8C234", "1ABC284", "IABC234", "1ABC23", "11ABC234");
    Arbitrary<Double> sure = Arbitraries.doubles().between(0.2, 0.6);
    return Combinators.combine(texts, sure, texts)
        .as(
            (text, confidence, alternative) ->
                text.equals(alternative)
                    ? Samples.plate(text, confidence)
                    : Samples.plate(text, confidence, alternative, confidence / 2))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
