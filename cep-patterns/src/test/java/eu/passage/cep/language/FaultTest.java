package eu.passage.cep.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {

  @Test
  void theCaretStandsBelowTheColumn() {
    assertThat(fault(3, "a: b").lines())
        .containsExactly("f.yaml:7:3: Wrong.", "  a: b", "    ^", "  Do it right.");
  }

  @Test
  void withoutAdviceTheCaretIsTheLastLine() {
    assertThat(new Fault("f.yaml", 1, 1, "Wrong.", "", "a").render()).endsWith("  ^");
  }

  @Test
  void aTabBeforeTheCaretStaysATab() {
    assertThat(fault(4, "\ta:\tb").lines()).contains("  \ta:\tb", "  \t  ^");
  }

  @Test
  void ofALongLineThePartAroundTheColumnIsShown() {
    String line = "x".repeat(500) + "HERE" + "y".repeat(500);

    assertThat(fault(501, line).lines().toList())
        .element(1)
        .isEqualTo("  …" + "x".repeat(70) + "HERE" + "y".repeat(66) + "…");
    assertThat(fault(501, line).lines().toList()).element(2).isEqualTo(" ".repeat(73) + "^");
  }

  @Test
  void charactersOfTwoCodeUnitsCountOnce() {
    assertThat(fault(3, "\uD83D\uDE9A b").lines().toList()).element(2).isEqualTo("    ^");
  }

  @Test
  void aTerminalDoesNotObeyTheFile() {
    assertThat(fault(1, "a\u001B[31m\u202Eb"))
        .doesNotContain("\u001B", "\u202E")
        .contains("\uFFFD");
  }

  @Test
  void aColumnBehindTheEndIsItsEnd() {
    assertThat(fault(99, "ab").lines().toList()).element(2).isEqualTo("    ^");
  }

  private static String fault(int column, String line) {
    return new Fault("f.yaml", 7, column, "Wrong.", "Do it right.", line).render();
  }
}
