package eu.passage.cep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.kit.RuleTestKit;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLanguage;
import eu.passage.cep.predicate.PredicateCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows to analysts is right. */
class ReadmeTest {

  private static final Pattern RULES = Pattern.compile("(?ms)^```yaml$\n(.*?)^```$");

  /** A row of a table whose last cell is a predicate in back quotes. */
  private static final Pattern PREDICATES =
      Pattern.compile("(?m)^\\| `([\\w.]+|[\\w.]+\\([^`]*\\))`.* \\| `((?:[^`|]|\\|\\|)+)` \\|$");

  private static final RuleLanguage LANGUAGE =
      new RuleLanguage(Estaimpuis.CAMERAS, DetectionSettings.of(Estaimpuis.CAMERAS).ruleLimits());

  @Test
  void itsRulesPassTheirTests() throws Exception {
    List<String> blocks = blocks();

    assertThat(blocks).hasSizeGreaterThanOrEqualTo(2);
    for (String block : blocks) {
      for (RuleDocument rule : LANGUAGE.parse("README.md", block)) {
        assertThat(rule.tests()).isNotEmpty();
        assertThat(new RuleTestKit(Estaimpuis.CAMERAS).run(rule))
            .as(rule.rule().id())
            .allMatch(outcome -> outcome.passed());
      }
    }
  }

  @Test
  void itsPredicatesCompile() throws IOException, RuleException {
    List<String> predicates =
        PREDICATES.matcher(readme()).results().map(match -> match.group(2)).toList();

    assertThat(predicates).hasSizeGreaterThan(20);
    for (String predicate : predicates) {
      String rule =
          """
          rule: example
          title: Example
          lists: {case-117: [1ABC234]}
          sequence:
            - enter: crossing
            - then there: >-
                %s
          within: 1h
          """
              .formatted(predicate);
      assertThat(LANGUAGE.parse(predicate, rule)).hasSize(1);
    }
  }

  @Test
  void itExplainsEveryNameThatPredicatesKnow() throws IOException {
    String reference = readme().substring(readme().indexOf("### Predicates"));

    assertThat(
            PredicateCompiler.reservedNames().stream()
                .filter(LANGUAGE_WORDS.asPredicate().negate())
                .filter(
                    name -> !Pattern.compile("`[^`]*\\b" + name + "\\b").matcher(reference).find())
                .collect(Collectors.toList()))
        .isEmpty();
  }

  /** Words that are reserved because CEL reserves them. */
  private static final Pattern LANGUAGE_WORDS =
      Pattern.compile(
          "^(and|or|not|as|break|const|continue|else|false|for|function|if|import|in|let|loop"
              + "|package|namespace|null|return|true|var|void|while)$");

  @Test
  void itListsEveryShippedRule() throws IOException {
    assertThat(readme()).contains(ShippedRules.ALL.stream().map(id -> "| `" + id + "` |").toList());
  }

  private static List<String> blocks() throws IOException {
    return RULES.matcher(readme()).results().map(match -> match.group(1)).toList();
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
