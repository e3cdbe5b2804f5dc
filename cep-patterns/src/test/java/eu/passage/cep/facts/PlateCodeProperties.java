package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlateCodeProperties {

  @Property(tries = 1000)
  void aTextComesBackAndItsRestIsTheTextWithoutItsFirstCharacter(@ForAll("plates") String plate) {
    long code = PlateCode.of(plate);

    assertThat(PlateCode.text(code)).isEqualTo(plate);
    assertThat(PlateCode.rest(code)).isEqualTo(PlateCode.of(plate.substring(1)));
  }

  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.strings()
        .withChars("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")
        .ofMinLength(1)
        .ofMaxLength(12);
  }
}
