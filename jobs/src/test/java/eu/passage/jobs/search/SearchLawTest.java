package eu.passage.jobs.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchLawTest {

  private static final Instant NOW = Instant.parse("2026-03-11T11:00:00Z");

  @Test
  void whoSaysWhyForWhichCaseAndWhoAsksMaySearchTheLastMonth() {
    assertThat(refusals(question("judicial", "2026/117", "police-be", "", 30))).isEmpty();
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    assertThat(refusals(question("", " ", "", "", 1)))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("--by is missing"),
            one -> assertThat(one).startsWith("--case is missing"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "--purpose is missing: administrative, border-control, customs, judicial"));
  }

  @Test
  void aPurposeThatTheLawDoesNotListAllowsNoSearch() {
    assertThat(refusals(question("operations", "1", "police-be", "a decision", 1)))
        .singleElement()
        .asString()
        .startsWith("the purpose 'operations' allows no search");
  }

  @Test
  void furtherBackThanAMonthNeedsADecision() {
    assertThat(refusals(question("judicial", "1", "police-be", "", 31)))
        .singleElement()
        .asString()
        .startsWith("--decision is missing: whoever looks back further than 30 days");
    assertThat(refusals(question("judicial", "1", "police-be", "PK 2026/9", 31))).isEmpty();
  }

  @Test
  void noDecisionOpensWhatMustBeGoneOrWhatThePurposeNeverAllows() {
    assertThat(refusals(question("judicial", "1", "police-be", "PK 2026/9", 366))).hasSize(1);
    assertThat(refusals(question("administrative", "1", "police-be", "PK 2026/9", 31))).hasSize(1);
  }

  @Test
  void aQuestionOfEverythingIsNone() {
    assertThatThrownBy(
            () -> new SearchQuestion(" - ", "", NOW.minusSeconds(9), NOW, "", "", "", ""))
        .hasMessage("a search needs a plate or a camera");
    assertThatThrownBy(() -> new SearchQuestion("1ABC", "", NOW, NOW, "", "", "", ""))
        .hasMessage("a search needs a since before its until");
  }

  private static List<String> refusals(SearchQuestion question) {
    return SearchLaw.SHIPPED.refusals(question, NOW);
  }

  private static SearchQuestion question(
      String purpose, String caseNumber, String by, String decision, int days) {
    return new SearchQuestion(
        "1-abc-234", "", NOW.minus(Duration.ofDays(days)), NOW, purpose, caseNumber, by, decision);
  }
}
