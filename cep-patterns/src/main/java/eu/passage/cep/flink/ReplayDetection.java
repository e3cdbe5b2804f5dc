package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Rules over recorded passages. A subject's passages come in the order of time, as batch mode gives
 * them, so what waits for event time is settled by the next passage.
 */
final class ReplayDetection extends DetectionOperator<RuleAlert> {

  private static final long serialVersionUID = 1L;

  private final List<RuleSource> sources;

  ReplayDetection(DetectionSettings settings, List<RuleSource> sources, boolean company) {
    super(settings, company);
    this.sources = List.copyOf(sources);
  }

  @Override
  List<ActiveRule> rules() {
    return settings().ruleBook(sources).rules();
  }

  @Override
  boolean failed(ActiveRule rule) {
    return false;
  }

  @Override
  long graceMillis() {
    return 0;
  }

  @Override
  boolean keepsRecords() {
    return false;
  }

  @Override
  boolean forgets() {
    return false;
  }

  @Override
  long settledBefore(PassageFacts passage) {
    return passage.at() - 1;
  }

  @Override
  public void processElement(StreamRecord<DetectionInput> element) throws Exception {
    if (element.getValue() instanceof DetectionInput.OfPassage passage) {
      passage(passage);
    } else if (element.getValue() instanceof DetectionInput.OfCompany company) {
      company(company);
    }
  }

  @Override
  void candidate(Candidate candidate) {
    emit(SideOutputs.CANDIDATES, candidate, candidate.witness().facts().at());
  }

  @Override
  public void told(Hit hit) {
    tell(hit, Outcome.TOLD);
  }

  @Override
  public void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit) {
    tell(hit.get(), why);
  }

  private void tell(Hit hit, Outcome outcome) {
    emit(
        new RuleAlert(
            hit.rule().rule().id(),
            hit.rule().version(),
            outcome,
            hit.at(),
            subjectRecords().complete(hit).passages()),
        hit.at());
  }

  @Override
  public void failed(ActiveRule rule, RuntimeException why) {
    String message = why.getMessage() == null ? why.toString() : why.getMessage();
    IllegalStateException named =
        new IllegalStateException("rule " + rule.rule().id() + ": " + message);
    named.addSuppressed(why); // as its cause it would be all that people are told
    throw named;
  }
}
