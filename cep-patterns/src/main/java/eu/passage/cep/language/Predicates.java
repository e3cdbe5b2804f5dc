package eu.passage.cep.language;

import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.predicate.PredicateCompiler;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import eu.passage.cep.predicate.PredicateCompiler.ListedPlate;
import eu.passage.cep.predicate.PredicateException;
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

  /** Any passage there is. */
  Predicate everyPassage() {
    try {
      return compiler.compile("passage", new Context(List.of(), Set.of(), together, lists));
    } catch (PredicateException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param prefix what the author wrote elsewhere and belongs before the node's text
   * @param earlier names of the steps before, empty for those that may not be named
   * @param optional the steps among them that may be missing
   * @param refused why other words may not be named here
   * @return null where it is faulty
   */
  @Nullable Predicate compile(
      ScalarNode node,
      String prefix,
      List<String> earlier,
      Set<String> optional,
      Map<String, String> refused) {
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
        String reason = refused.get(wordAt(text, offset));
        rule.fault(
            node,
            offset,
            reason == null ? sentence(fault.message()) : reason,
            reason == null
                ? capital(fault.advice())
                : "A step may only look back, at steps that have matched when it is asked.");
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

  /** Unless it begins with a word of the language itself. */
  private static String capital(String words) {
    Matcher first = WORD.matcher(words);
    return first.lookingAt() && !PredicateCompiler.reservedNames().contains(first.group())
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
