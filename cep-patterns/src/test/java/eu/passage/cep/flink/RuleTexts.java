package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.cep.rules.ShippedRules;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Rules as analysts deploy them. */
final class RuleTexts {

  private static final String HEAD =
      """
      rule: %s
      title: A rule of the tests
      severity: low
      purpose: judicial
      notify: [police-be]
      """;

  /** One passage. */
  static final RuleSource BY_NIGHT =
      rule("by-night", "when: crossing where to == 'BE' && during('02:00', '04:00')");

  /** The very next passage. */
  static final RuleSource TURNS_ROUND =
      rule(
          "turns-round",
          """
          sequence:
            - out: crossing where from == 'BE'
            - next back: crossing where to == 'BE'
          within: 3h
          """);

  /** Something that must not lie in the middle. */
  static final RuleSource ENTERS_TWICE =
      rule(
          "enters-twice",
          """
          sequence:
            - enter: crossing where to == 'BE'
            - not leave: crossing where from == 'BE'
            - then again: crossing where to == 'BE' && camera.id != enter.camera.id
          within: 8h
          once: 12h
          """);

  /** An absence. */
  static final RuleSource STAYS =
      rule(
          "stays",
          """
          sequence:
            - enter: crossing where to == 'BE'
            - not leave: crossing where from == 'BE'
          within: 5h
          """);

  /** Different values, excused by habits. */
  static final RuleSource THREE_CAMERAS =
      rule(
          "three-cameras",
          """
          count: {of: crossing, distinct: camera.id, atLeast: 3, within: 12h}
          once: 6h
          unless: daysSeen('28d') >= 2
          """);

  /** Repetition. */
  static final RuleSource SCOUT =
      rule(
          "scout",
          """
          sequence:
            - enter: crossing where to == 'BE'
              times: 2..3
            - then leave: crossing where from == 'BE'
          within: 6h
          """);

  /** Two vehicles. */
  static final RuleSource TOGETHER =
      rule(
          "together",
          """
          pair: {at: camera, gap: 20s}
          count: {of: crossing, distinct: camera.id, atLeast: 2, within: 8h}
          once: 4h
          """);

  /** A rule of every kind, and those that come with Passage. */
  static final List<RuleSource> ALL_KINDS =
      Stream.concat(
              Stream.of(BY_NIGHT, TURNS_ROUND, ENTERS_TWICE, STAYS, THREE_CAMERAS, SCOUT, TOGETHER),
              ShippedRules.standard().stream())
          .toList();

  private RuleTexts() {}

  /** Version 1 of a rule. */
  static RuleSource rule(String id, String body) {
    return source(id, 1, Instant.EPOCH, HEAD.formatted(id) + body);
  }

  /** The next version of a rule, with another body. */
  static RuleSource next(RuleSource rule, String body) {
    return next(rule, HEAD.formatted(rule.getRuleId()) + body, true);
  }

  /** The next version of a rule, its text the same. */
  static RuleSource again(RuleSource rule) {
    return next(rule, rule.getSource(), true);
  }

  /** What takes a rule out of force: a text of nothing, the version as it was. */
  static RuleSource removed(RuleSource rule) {
    return next(rule, "", false);
  }

  private static RuleSource next(RuleSource rule, String text, boolean counts) {
    int version = rule.getVersion() + (counts ? 1 : 0);
    return source(rule.getRuleId(), version, rule.getDeployedAt().plusSeconds(60), text);
  }

  static RuleSource source(String id, int version, Instant deployedAt, String text) {
    return RuleSource.newBuilder()
        .setRuleId(id)
        .setVersion(version)
        .setSource(text)
        .setAuthor("analyst")
        .setDeployedAt(deployedAt)
        .build();
  }
}
