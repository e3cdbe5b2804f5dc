package eu.passage.schemas.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdsTest {

  /** Ids outlive versions of Passage: this one must never change. */
  @Test
  void anIdIsTheSameInEveryVersionOfPassage() {
    assertThat(Ids.of("passage", "EST-1", "frame-1"))
        .isEqualTo("passage-b1af77ceebe69c5ce0323e5625431351");
  }

  @Test
  void theHashOfNothingIsTheOneTheStandardGives() {
    assertThat(Ids.sha256Hex(new byte[0]))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Ids.sha256Hex("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Property
  void sameKindAndPartsGiveTheSameId(@ForAll String kind, @ForAll List<String> parts) {
    assertThat(id(kind, parts)).isEqualTo(id(kind, parts)).startsWith(kind + "-");
  }

  @Property
  void anotherCutOfTheSameCharactersIsAnotherId(@ForAll String a, @ForAll String b) {
    if (!b.isEmpty()) {
      assertThat(Ids.of("k", a, b))
          .isNotEqualTo(Ids.of("k", a + b))
          .isNotEqualTo(Ids.of("k", a + b, ""));
    }
  }

  @Property
  void anotherKindOrOrderIsAnotherId(@ForAll String a, @ForAll String b) {
    if (!a.equals(b)) {
      assertThat(Ids.of("k", a, b)).isNotEqualTo(Ids.of("k", b, a));
    }
    assertThat(Ids.of("alert", a, b)).isNotEqualTo(Ids.of("toll", a, b));
  }

  private static String id(String kind, List<String> parts) {
    return Ids.of(kind, parts.toArray(String[]::new));
  }
}
