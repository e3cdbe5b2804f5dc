package eu.passage.cep.flink;

import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.cep.alerts.OperatorAlerts;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.rules.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules' part of live detection: those in force, the texts of those that were deployed
 * (broadcast state: the same in every subtask), and how each fares.
 */
final class LiveRules {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

  private final LiveDetection detection;
  private final RuleBook book;
  private final BroadcastState<String, RuleSource> deployed;
  private final ListState<RuleStatus> savedAccounts;
  private final RuleAccounts accounts;
  private Set<String> unknownToState = Set.of();

  LiveRules(LiveDetection detection, OperatorStateStore store) throws Exception {
    this.detection = detection;
    book = detection.settings().ruleBook(detection.settings().rules());
    deployed =
        store.getBroadcastState(
            new MapStateDescriptor<>("rules", Types.STRING, StreamTypes.RULE_SOURCE));
    savedAccounts =
        store.getUnionListState(
            new ListStateDescriptor<>("rule-accounts", StreamTypes.RULE_STATUS));
    var task = detection.getRuntimeContext().getTaskInfo();
    accounts =
        new RuleAccounts(
            detection.company(), task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks());
  }

  /**
   * What was deployed before goes on, over what the configuration brings now, some of which may be
   * in force for the first time.
   *
   * @param restored whether there is state from before
   */
  void restore(boolean restored) throws Exception {
    List<RuleBook.Change.Refused> noLongerCompile = new ArrayList<>();
    for (var entry : deployed.immutableEntries()) {
      if (book.apply(entry.getValue()) instanceof RuleBook.Change.Refused refused) {
        noLongerCompile.add(refused);
      }
    }
    accounts.restore(savedAccounts.get(), this::together);
    unknownToState =
        book.rules().stream()
            .filter(rule -> restored && answersFor(rule))
            .filter(rule -> !accounts.knows(rule.rule().id(), rule.version()))
            .map(rule -> rule.rule().id())
            .collect(Collectors.toSet());
    Instant now = detection.clock();
    accounts.retain(id -> book.find(id).isPresent(), now);
    for (ActiveRule rule : book.rules()) {
      if (!failed(rule)) {
        account(rule, now);
      }
    }
    for (RuleBook.Change.Refused refused : noLongerCompile) {
      refuse(refused.source(), refused.why(), now);
    }
  }

  /** What the state has not heard of yet is enforced on it. */
  void enforceNew() throws Exception {
    if (!unknownToState.isEmpty()) {
      detection.enforce(unknownToState.stream().anyMatch(this::waits));
    }
  }

  void snapshot() throws Exception {
    savedAccounts.update(accounts.all());
  }

  /** Those in force. */
  List<ActiveRule> all() {
    return book.rules();
  }

  /** Those that the state was made with. */
  List<ActiveRule> ofState() {
    return book.rules().stream()
        .filter(rule -> !unknownToState.contains(rule.rule().id()))
        .toList();
  }

  boolean failed(ActiveRule rule) {
    return accounts.failed(rule.rule().id(), rule.version());
  }

  /** One comes, changes or goes. */
  void onRule(RuleSource source) throws Exception {
    boolean waits = waits(source.getRuleId());
    RuleBook.Change change = book.apply(source);
    if (change instanceof RuleBook.Change.Nothing) {
      return;
    }
    Instant now = detection.clock();
    if (change instanceof RuleBook.Change.Refused refused) {
      refuse(source, refused.why(), now);
    } else {
      deployed.put(source.getRuleId(), source);
      detection.enforce(waits || waits(source.getRuleId()));
      if (change instanceof RuleBook.Change.Active active) {
        account(active.rule(), now);
      } else {
        accounts.removed(source, now);
      }
    }
    tellAccounts();
  }

  void matched(ActiveRule rule) {
    accounts.match(rule.rule().id());
  }

  void suppressed(ActiveRule rule) {
    accounts.suppressed(rule.rule().id());
  }

  /** One broke: it is switched off, and people are told. */
  void broke(ActiveRule rule, RuntimeException why) {
    String id = rule.rule().id();
    String message = why.getMessage() == null ? why.toString() : why.getMessage();
    Instant now = detection.clock();
    LOG.error("rule {} version {} failed and is switched off", id, rule.version(), why);
    accounts.failed(rule, message, now);
    deadLetter(DeadLetterReason.RULE_FAILED, id, rule.version(), message);
    detection.tellOperators(OperatorAlerts.ruleFailed(rule, message, now));
    tellAccounts();
  }

  /** What is new of how rules fare. */
  void tellAccounts() {
    Instant now = detection.clock();
    for (RuleStatus status : accounts.news(now)) {
      detection.tell(status, now);
    }
  }

  private boolean waits(String ruleId) {
    return book.find(ruleId).filter(rule -> rule.rule().waits()).isPresent();
  }

  private boolean together(String ruleId) {
    return book.find(ruleId).filter(rule -> rule.rule().together() != null).isPresent();
  }

  private void refuse(RuleSource source, String why, Instant now) {
    boolean together = together(source.getRuleId());
    if (detection.company() && !together) {
      accounts.drop(source.getRuleId());
    } else {
      accounts.refused(source, together, why, now);
    }
    if (!detection.company()) {
      deadLetter(DeadLetterReason.RULE_REFUSED, source.getRuleId(), source.getVersion(), why);
    }
  }

  private void account(ActiveRule rule, Instant now) {
    if (answersFor(rule)) {
      accounts.active(rule, now);
    } else {
      accounts.drop(rule.rule().id());
    }
  }

  /** Vehicles are asked about every rule, vehicles together about those that look for them. */
  private boolean answersFor(ActiveRule rule) {
    return !detection.company() || rule.rule().together() != null;
  }

  private void deadLetter(DeadLetterReason reason, String rule, int version, String message) {
    Instant now = detection.clock();
    detection.refuse(RuleLetters.of(reason, rule, version, message, now), now);
  }
}
