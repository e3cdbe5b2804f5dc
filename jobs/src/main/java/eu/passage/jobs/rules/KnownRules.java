package eu.passage.jobs.rules;

import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.jobs.kafka.CompactedTopic.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the topics {@code rules} and {@code rule-status} tell, put together. For one thread. */
final class KnownRules {

  private final Set<String> configured;
  private final Map<String, Entry<RuleSource>> newest = new HashMap<>();
  private final Map<String, Integer> highest = new HashMap<>();
  private final Map<String, RuleStatus> statuses = new HashMap<>();

  /**
   * @param configured the shipped rules that the configuration has in force from the start
   */
  KnownRules(List<String> configured) {
    this.configured = Set.copyOf(configured);
    configured.forEach(id -> highest.put(id, ShippedRules.source(id).getVersion()));
  }

  /** A record of topic {@code rules}. */
  void source(Entry<RuleSource> entry) {
    newest.put(entry.key(), entry);
    entry.value().ifPresent(source -> seen(source.getRuleId(), source.getVersion()));
  }

  /** A record of topic {@code rule-status}. */
  void status(Entry<RuleStatus> entry) {
    entry
        .value()
        .ifPresentOrElse(
            status -> {
              statuses.put(entry.key(), status);
              seen(status.getRuleId(), status.getVersion());
            },
            () -> statuses.remove(entry.key()));
  }

  /** One more than the highest version that was ever seen of a rule. */
  int nextVersion(String id) {
    return highest.getOrDefault(id, 0) + 1;
  }

  /** The rule as it was deployed last and not removed since; shipped ones as they are shipped. */
  Optional<RuleSource> current(String id) {
    Entry<RuleSource> entry = newest.get(id);
    if (entry != null) {
      return entry.value();
    }
    boolean shipped = statuses.isEmpty() ? configured.contains(id) : row(id).isPresent();
    return shipped && ShippedRules.ALL.contains(id)
        ? Optional.of(ShippedRules.source(id))
        : Optional.empty();
  }

  /** When anybody last changed a rule; a later change must not seem to be earlier. */
  Instant changedAt(String id) {
    Entry<RuleSource> entry = newest.get(id);
    if (entry == null) {
      return Instant.EPOCH;
    }
    return entry.value().map(RuleSource::getDeployedAt).orElse(entry.at());
  }

  /** Whether the configuration brings this rule. */
  boolean isConfigured(String id) {
    return configured.contains(id);
  }

  /** Whether any job ever told anything. */
  boolean anyJobAnswered() {
    return !statuses.isEmpty();
  }

  /** The rules there are, by id; a rule that was removed is none. */
  List<RuleRow> rows() {
    Set<String> ids = new TreeSet<>(newest.keySet());
    if (statuses.isEmpty()) {
      ids.addAll(configured);
    }
    statuses.values().forEach(status -> ids.add(status.getRuleId()));
    return ids.stream().flatMap(id -> row(id).stream()).toList();
  }

  /** A rule, unless there is none of this id. */
  Optional<RuleRow> row(String id) {
    List<RuleStatus> told = told(id);
    Entry<RuleSource> entry = newest.get(id);
    if (entry == null && told.isEmpty()) {
      return statuses.isEmpty() && configured.contains(id)
          ? Optional.of(rowOf(ShippedRules.source(id), told))
          : Optional.empty();
    }
    boolean gone = told.stream().allMatch(status -> status.getState() == RuleState.REMOVED);
    if (entry == null) {
      RuleStatus latest = latest(told);
      return gone ? Optional.empty() : Optional.of(rowOf(sourceOf(latest), told));
    }
    if (entry.value().isEmpty()) {
      return gone ? Optional.empty() : Optional.of(removing(entry, told));
    }
    return Optional.of(rowOf(entry.value().get(), told));
  }

  private void seen(String id, int version) {
    highest.merge(id, version, Math::max);
  }

  /** What the subtasks that there are now tell; a job that had more left the others behind. */
  private List<RuleStatus> told(String id) {
    List<RuleStatus> all =
        statuses.values().stream().filter(status -> status.getRuleId().equals(id)).toList();
    if (all.isEmpty()) {
      return all;
    }
    int subtasks = latest(all).getSubtasks();
    return all.stream().filter(status -> status.getSubtasks() == subtasks).toList();
  }

  private static RuleStatus latest(List<RuleStatus> some) {
    return some.stream().max(Comparator.comparing(RuleStatus::getAt)).orElseThrow();
  }

  /** Of a rule whose text is not on the topic, since it was shipped with the job. */
  private static RuleSource sourceOf(RuleStatus status) {
    return RuleSource.newBuilder()
        .setRuleId(status.getRuleId())
        .setVersion(status.getVersion())
        .setSource("")
        .setAuthor(status.getAuthor())
        .setDeployedAt(status.getSince())
        .build();
  }

  private static RuleRow rowOf(RuleSource source, List<RuleStatus> told) {
    List<RuleStatus> answers =
        told.stream()
            .filter(s -> s.getVersion() == source.getVersion())
            .filter(s -> s.getState() != RuleState.REMOVED)
            .toList();
    int subtasks = told.isEmpty() ? 0 : told.get(0).getSubtasks();
    Optional<RuleStatus> bad =
        Stream.of(RuleState.FAILED, RuleState.REFUSED)
            .flatMap(state -> answers.stream().filter(answer -> answer.getState() == state))
            .findFirst();
    boolean waits = subtasks == 0 || answers.size() < subtasks;
    RuleRow.State state =
        bad.map(status -> RuleRow.State.valueOf(status.getState().name()))
            .orElse(waits ? RuleRow.State.WAITING : RuleRow.State.ACTIVE);
    return new RuleRow(
        source.getRuleId(),
        source.getVersion(),
        state,
        source.getAuthor(),
        state == RuleRow.State.WAITING
            ? source.getDeployedAt()
            : bad.map(RuleStatus::getSince).orElseGet(() -> lastOf(answers)),
        answers.stream().mapToLong(RuleStatus::getMatches).sum(),
        answers.stream().mapToLong(RuleStatus::getSuppressed).sum(),
        bad.map(RuleStatus::getMessage).orElse(""),
        answers.size(),
        subtasks);
  }

  private static RuleRow removing(Entry<RuleSource> removal, List<RuleStatus> told) {
    RuleStatus latest = latest(told);
    int answered = (int) told.stream().filter(s -> s.getState() == RuleState.REMOVED).count();
    return new RuleRow(
        removal.key(),
        latest.getVersion(),
        RuleRow.State.REMOVING,
        latest.getAuthor(),
        removal.at(),
        0,
        0,
        "",
        answered,
        latest.getSubtasks());
  }

  /** All subtasks have it from here on. */
  private static Instant lastOf(List<RuleStatus> answers) {
    return answers.stream().map(RuleStatus::getSince).max(Instant::compareTo).orElseThrow();
  }
}
