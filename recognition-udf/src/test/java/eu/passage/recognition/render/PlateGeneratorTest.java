package eu.passage.recognition.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.VehicleType;
import eu.passage.schemas.plates.PlateLayouts;
import eu.passage.schemas.plates.PlateText;
import eu.passage.schemas.plates.Series;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlateGeneratorTest {

  private final PlateGenerator generator = new PlateGenerator();

  @Provide
  Arbitrary<String> countries() {
    return Arbitraries.of(generator.countries());
  }

  @Provide
  Arbitrary<VehicleType> types() {
    return Arbitraries.of(VehicleType.class).filter(type -> type != VehicleType.UNKNOWN);
  }

  @Property(tries = 500)
  void aPlateMatchesItsSeriesAndIsInNormalForm(
      @ForAll("countries") String country, @ForAll("types") VehicleType type, @ForAll long seed) {
    NumberPlate plate = generator.generate(country, type, new SplittableRandom(seed));

    Series layout = PlateLayouts.shipped().series(plate.country(), plate.series());
    assertThat(plate.text()).matches(layout.pattern());
    assertThat(PlateText.normalise(plate.text())).isEqualTo(plate.text());
  }

  @Property(tries = 200)
  void everyPlateCanBePaintedAtBothEnds(
      @ForAll("countries") String country, @ForAll("types") VehicleType type, @ForAll long seed) {
    NumberPlate plate = generator.generate(country, type, new SplittableRandom(seed));
    PlatePainter painter = new PlatePainter();
    double[] size = painter.size(plate);

    for (boolean rear : new boolean[] {false, true}) {
      var image = painter.paint(plate, rear, 0.4, 0.3, seed);
      assertThat(image.getWidth()).isEqualTo((int) Math.round(size[0] * 0.4));
      assertThat(image.getHeight()).isEqualTo((int) Math.round(size[1] * 0.4));
    }
  }

  @Test
  void theSameSeedGivesTheSamePlate() {
    assertThat(generator.generate("FR", VehicleType.CAR, new SplittableRandom(1)))
        .isEqualTo(generator.generate("FR", VehicleType.CAR, new SplittableRandom(1)));
  }

  @Test
  void aTrailerBearsATrailersPlateWhereItsCountryHasThem() {
    assertThat(generator.generateTrailer("BE", new SplittableRandom(1)).series())
        .isEqualTo("be-trailer");
    assertThat(generator.generateTrailer("FR", new SplittableRandom(1)).country()).isEqualTo("FR");
  }

  @Test
  void anUnknownCountryIsRefusedByName() {
    assertThatThrownBy(() -> generator.generate("XX", VehicleType.CAR, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XX")
        .hasMessageContaining("BE");
  }
}
