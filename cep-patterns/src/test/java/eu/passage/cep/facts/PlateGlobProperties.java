package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlateGlobProperties {

  @Property(tries = 5000)
  void itMatchesWhatTheRegularExpressionMatches(
      @ForAll("patterns") String glob, @ForAll("plates") String plate) {
    Pattern regex = Pattern.compile(glob.replace("?", ".").replaceAll("\\*+", ".*"));

    assertThat(new PlateGlob(glob).matches(PlateCode.of(plate)))
        .as("%s like %s", plate, glob)
        .isEqualTo(regex.matcher(plate).matches());
  }

  @Test
  void aThousandStarsCostNoMoreThanOne() {
    PlateGlob hostile = new PlateGlob("*A".repeat(11) + "*".repeat(1000) + "B");

    assertThat(hostile.matches(PlateCode.of("AAAAAAAAAAAA"))).isFalse();
    assertThat(hostile.matches(PlateCode.of("AAAAAAAAAAAB"))).isTrue();
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("AB1Ö?**").ofMinLength(1).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.strings().withChars("AB1Ö").ofMaxLength(12);
  }
}
