package eu.passage.cep.rules;

import eu.passage.avro.RuleSource;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.EngineSink;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.engine.RuleEngine;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLanguage;
import eu.passage.cep.language.RuleLimits;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Together;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rules in force, by id. A later version takes the place of an earlier one; a text that does
 * not compile changes nothing.
 */
public final class RuleBook {

  /** Who deployed a rule that came with the software or its configuration. */
  public static final String SHIPPED = "shipped";

  private final RuleLanguage language;
  private final CameraTable cameras;
  private final Map<String, ActiveRule> active = new LinkedHashMap<>();
  private final Map<String, RuleSource> sources = new LinkedHashMap<>();

  private RuleBook(CameraCatalogue cameras, RuleLimits limits) {
    this.language = new RuleLanguage(cameras, limits);
    this.cameras = new CameraTable(cameras);
  }

  /**
   * The rules that a job starts with.
   *
   * @throws IllegalArgumentException with every fault of the first that does not compile
   */
  public RuleBook(
      CameraCatalogue cameras, RuleLimits limits, List<JavaRule> java, List<RuleSource> texts) {
    this(cameras, limits);
    java.forEach(this::add);
    for (RuleSource text : texts) {
      if (apply(text) instanceof Change.Refused refused) {
        throw new IllegalArgumentException(refused.why());
      }
    }
  }

  /** What a text of a rule did. */
  public sealed interface Change {

    /** The rule is in force from here on. */
    record Active(ActiveRule rule) implements Change {}

    /** The rule is no longer asked. */
    record Removed(RuleSource source) implements Change {}

    /** The text does not compile; what was in force goes on. */
    record Refused(RuleSource source, String why) implements Change {}

    /** It was known already, or is older than what is in force. */
    record Nothing() implements Change {}
  }

  private void add(JavaRule java) {
    Rule rule = java.rule(cameras);
    active.put(rule.id(), new ActiveRule(rule, 1, SHIPPED, Instant.EPOCH));
  }

  /** Takes the text of a rule; an empty text removes the rule. */
  public Change apply(RuleSource source) {
    RuleSource known = sources.get(source.getRuleId());
    if (known != null && !isNewer(source, known)) {
      return new Change.Nothing();
    }
    if (source.getSource().isBlank()) {
      sources.put(source.getRuleId(), source);
      boolean wasActive = active.remove(source.getRuleId()) != null;
      return wasActive || known != null ? new Change.Removed(source) : new Change.Nothing();
    }
    try {
      ActiveRule rule = compile(source);
      sources.put(source.getRuleId(), source);
      active.put(source.getRuleId(), rule);
      return new Change.Active(rule);
    } catch (RuleException e) {
      sources.put(source.getRuleId(), source);
      return new Change.Refused(source, String.valueOf(e.getMessage()));
    }
  }

  /** The rules in force, in the order in which they came. */
  public List<ActiveRule> rules() {
    return List.copyOf(active.values());
  }

  /** The rule of this id that is in force. */
  public Optional<ActiveRule> find(String id) {
    return Optional.ofNullable(active.get(id));
  }

  private ActiveRule compile(RuleSource source) throws RuleException {
    String file = source.getRuleId() + " version " + source.getVersion();
    List<RuleDocument> documents = language.parse(file, source.getSource());
    Rule rule = documents.get(0).rule();
    if (documents.size() != 1 || !rule.id().equals(source.getRuleId())) {
      throw RuleException.of(
          file, "the text must be the one rule '" + source.getRuleId() + "', as its key says");
    }
    ActiveRule active =
        new ActiveRule(rule, source.getVersion(), source.getAuthor(), source.getDeployedAt());
    try {
      new RuleEngine(List.of(active), cameras, new NobodyListens());
    } catch (RuntimeException e) {
      throw RuleException.of(file, "flink-cep does not take it: " + e.getMessage());
    }
    return active;
  }

  /** An engine that is only built, to see whether it can be. */
  private static final class NobodyListens implements EngineSink {

    @Override
    public void told(Hit hit) {}

    @Override
    public void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit) {}

    @Override
    public void failed(ActiveRule rule, RuntimeException why) {}

    @Override
    public void candidates(Together together, long within, List<PassageFacts> passages) {}
  }

  /** A removal has no version of its own: the time decides. */
  private static boolean isNewer(RuleSource source, RuleSource known) {
    return source.getDeployedAt().isAfter(known.getDeployedAt())
        || source.getVersion() > known.getVersion();
  }
}
