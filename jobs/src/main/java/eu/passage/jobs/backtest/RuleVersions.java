package eu.passage.jobs.backtest;

import eu.passage.avro.RuleSource;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.model.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules that are tried and, where two versions are held against each other, the old ones. Both
 * run in one job, so the old ones get other names there.
 */
public final class RuleVersions {

  private static final Pattern NAME = Pattern.compile("(?m)^(rule:\\s*)\\S+");
  private static final String AUTHOR = "back-test";

  private final List<Rule> rules;
  private final List<RuleSource> sources = new ArrayList<>();
  private final Map<String, String> oldNames = new HashMap<>();
  private final Map<String, Duration> patience = new HashMap<>();

  /**
   * @param old none: nothing is compared
   * @throws IllegalArgumentException when an old rule's text does not begin with its name
   */
  public RuleVersions(List<RuleDocument> tried, List<RuleDocument> old) {
    rules = tried.stream().map(RuleDocument::rule).toList();
    Set<String> taken = rules.stream().map(Rule::id).collect(Collectors.toSet());
    tried.forEach(document -> sources.add(source(document.rule().id(), document.source())));
    for (RuleDocument document : old) {
      String id = document.rule().id();
      String name = free(taken);
      oldNames.put(name, id);
      sources.add(source(name, renamed(document, name)));
      patience.merge(id, patience(document.rule()), RuleVersions::longer);
    }
    if (!old.isEmpty()) {
      rules.forEach(rule -> patience.merge(rule.id(), patience(rule), RuleVersions::longer));
    }
  }

  /** The rules that are tried. */
  List<Rule> rules() {
    return rules;
  }

  /** All that the job runs. */
  List<RuleSource> sources() {
    return sources;
  }

  /** By the name that an old rule has in the job, its own. */
  Map<String, String> oldNames() {
    return oldNames;
  }

  /** For how long after the closing passage an alert of either version may come, by rule. */
  Map<String, Duration> patience() {
    return patience;
  }

  /** Rules that only one of the two versions has; none when nothing is compared. */
  public Set<String> unmatched() {
    if (oldNames.isEmpty()) {
      return Set.of();
    }
    Set<String> now =
        rules.stream().map(Rule::id).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> before = new LinkedHashSet<>(oldNames.values());
    Set<String> unmatched = new LinkedHashSet<>(now);
    unmatched.removeAll(before);
    before.removeAll(now);
    unmatched.addAll(before);
    return unmatched;
  }

  private static Duration patience(Rule rule) {
    return rule.absence() ? rule.within() : Duration.ZERO;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static String free(Set<String> taken) {
    int number = 1;
    while (!taken.add("old-" + number)) {
      number++;
    }
    return "old-" + number;
  }

  private static String renamed(RuleDocument document, String name) {
    var matcher = NAME.matcher(document.source());
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "the old version of %s must have 'rule: %<s' on a line of its own"
              .formatted(document.rule().id()));
    }
    return matcher.replaceFirst("$1" + name);
  }

  private static RuleSource source(String id, String text) {
    return RuleSource.newBuilder()
        .setRuleId(id)
        .setVersion(1)
        .setSource(text)
        .setAuthor(AUTHOR)
        .setDeployedAt(Instant.EPOCH)
        .build();
  }
}
