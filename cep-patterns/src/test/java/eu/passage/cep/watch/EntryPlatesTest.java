package eu.passage.cep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryPlatesTest {

  @Test
  void wildcardsAreKeptAndSeparatorsGo() {
    assertThat(EntryPlates.normalise("1-ab?-2*")).isEqualTo("1AB?2*");
    assertThat(EntryPlates.normalise("1-abc-234")).isEqualTo("1ABC234");
    assertThat(EntryPlates.normalise("?*")).isEqualTo("?*");
    assertThat(EntryPlates.normalise("")).isEmpty();
  }

  @Test
  void onlyAPlateWithoutWildcardsIsExact() {
    assertThat(EntryPlates.isExact("1ABC234")).isTrue();
    assertThat(EntryPlates.isExact("1ABC23?")).isFalse();
    assertThat(EntryPlates.isExact("1ABC*")).isFalse();
    assertThat(EntryPlates.isExact("")).isFalse();
  }
}
