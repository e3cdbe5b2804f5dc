package eu.passage.cep.language;

import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.predicate.PredicateCompiler;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import eu.passage.cep.predicate.PredicateCompiler.ListedPlate;
import eu.passage.cep.predicate.PredicateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The predicates of one rule: compiled, and their faults put where the author wrote them. */
final class Predicates {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern PROSE = Pattern.compile("[a-z]+[:,]? [\\w'(]");

  private final RuleText rule;
  private final PredicateCompiler compiler;
  private final boolean together;
  private final Map<String, Set<ListedPlate>> lists;

  Predicates(
      RuleText rule,
      PredicateCompiler compiler,
      boolean together,
      Map<String, Set<ListedPlate>> lists) {
    this.rule = rule;
    this.compiler = compiler;
    this.together = together;
    this.lists = lists;
  }

  /** One that can name no step; null where it is faulty. */
  @Nullable Predicate compile(ScalarNode node) {
    return compile(node, "", List.of(), Set.of(), Map.of());
  }

  /** An {@code unless}, which is asked about one passage; null where it is faulty. */
  @Nullable Predicate unless(ScalarNode node, List<String> steps) {
    Map<String, Refusal> refused = new HashMap<>();
    for (String step : steps) {
      refused.put(
          step,
          new Refusal(
              "'unless' is asked about one passage and knows no steps such as '%s'."
                  .formatted(step),
              "Put this condition into a step."));
    }
    return compile(node, "", List.of(), Set.of(), refused);
  }

  /** Any passage there is. */
  Predicate everyPassage() {
    try {
      return compiler.compile("passage", new Context(List.of(), Set.of(), together, lists));
    } catch (PredicateException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One that stands in a rule's step or count; null where it is faulty.
   *
   * @param prefix what the author wrote elsewhere and belongs before the node's text
   * @param earlier names of the steps before, empty for those that may not be named
   * @param optional the steps among them that may be missing
   * @param refused why other words may not be named here
   */
  @Nullable Predicate compile(
      ScalarNode node,
      String prefix,
      List<String> earlier,
      Set<String> optional,
      Map<String, Refusal> refused) {
    String text = node.getValue();
    try {
      Predicate predicate =
          compiler.compile(prefix + text, new Context(earlier, optional, together, lists));
      if (never(predicate.facets())) {
        rule.fault(
            node,
            "This can never be true: its parts exclude each other.",
            "If either is enough, write || (or) instead of && (and).");
      }
      return predicate;
    } catch (PredicateException e) {
      for (PredicateException.Fault fault : e.faults()) {
        int offset = Math.max(0, fault.offset() - prefix.length());
        Refusal reason = refused.get(wordAt(text, offset));
        rule.fault(
            node,
            offset,
            reason == null ? sentence(fault.message()) : reason.message(),
            reason == null ? capital(fault.advice()) : reason.advice());
      }
      return null;
    }
  }

  private static String wordAt(String text, int offset) {
    Matcher word = WORD.matcher(text);
    return offset < text.length() && word.region(offset, text.length()).lookingAt()
        ? word.group()
        : "";
  }

  private static String sentence(String words) {
    return capital(words) + (words.endsWith(".") ? "" : ".");
  }

  /** Unless it begins with a piece of a predicate. */
  private static String capital(String words) {
    return PROSE.matcher(words).lookingAt()
        ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
        : words;
  }

  private static boolean never(Facets facets) {
    return facets.types() == 0
        || facets.colours() == 0
        || facets.hours() == 0
        || facets.crossing() == 0
        || Stream.of(
                java.util.Optional.ofNullable(facets.cameras()),
                java.util.Optional.ofNullable(facets.from()),
                java.util.Optional.ofNullable(facets.to()),
                java.util.Optional.ofNullable(facets.countries()),
                java.util.Optional.ofNullable(facets.plates()))
            .anyMatch(set -> set.isPresent() && set.get().isEmpty());
  }
}
