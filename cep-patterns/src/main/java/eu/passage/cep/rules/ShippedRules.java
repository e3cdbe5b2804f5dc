package eu.passage.cep.rules;

import eu.passage.avro.RuleSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The rules that come with Passage: texts beside this class, under {@code /rules}. */
public final class ShippedRules {

  /** All of them, by id. */
  public static final List<String> ALL =
      List.of(
          "night-dash",
          "recurring-crossings",
          "truck-did-not-return",
          "odd-schedule",
          "scout",
          "travelling-together",
          "convoy-of-three",
          "cloned-plate",
          "changed-vehicle",
          "first-seen-at-night",
          "waiting-near-the-border",
          "transit-truck-on-closed-road");

  private static final List<String> STANDARD =
      List.of("night-dash", "recurring-crossings", "truck-did-not-return");

  private ShippedRules() {}

  /** Those that are in force unless the configuration says otherwise. */
  public static List<RuleSource> standard() {
    return STANDARD.stream().map(ShippedRules::source).toList();
  }

  /**
   * A shipped rule, version 1.
   *
   * @throws IllegalArgumentException when there is none of this id
   */
  public static RuleSource source(String id) {
    return RuleSource.newBuilder()
        .setRuleId(id)
        .setVersion(1)
        .setSource(text(id))
        .setAuthor(RuleBook.SHIPPED)
        .setDeployedAt(Instant.EPOCH)
        .build();
  }

  /** Its text. */
  public static String text(String id) {
    if (!ALL.contains(id)) {
      throw new IllegalArgumentException("no rule '" + id + "' is shipped; there are " + ALL);
    }
    try (InputStream in = ShippedRules.class.getResourceAsStream("/rules/" + id + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("rules/" + id + ".yaml is part of this module");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
