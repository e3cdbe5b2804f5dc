package eu.passage.cep.patterns;

import eu.passage.avro.AlertKind;
import eu.passage.avro.Passage;
import eu.passage.avro.Severity;
import eu.passage.cep.rules.Guard;
import eu.passage.cep.rules.Rule;
import eu.passage.cep.rules.RuleHeader;
import eu.passage.cep.rules.RuleHeader.Completion;
import eu.passage.cep.wording.Wording;
import java.time.Duration;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** Six crossings of the border within a day, in whatever direction and at whatever cameras. */
public final class RecurringCrossings implements Rule {

  private static final long serialVersionUID = 1L;

  private static final int CROSSINGS = 6;

  private static final RuleHeader HEADER =
      new RuleHeader(
          "recurring-crossings",
          1,
          "Six crossings within a day",
          AlertKind.RECURRING,
          Severity.MEDIUM,
          "judicial",
          List.of("police-be"),
          Duration.ofHours(24),
          Duration.ofHours(24),
          Completion.PASSAGE);

  @Override
  public Pattern<Passage, ?> pattern() {
    return Pattern.<Passage>begin("crossing")
        .where(SimpleCondition.of(Crossings::crosses))
        .times(CROSSINGS)
        .within(HEADER.within());
  }

  @Override
  public Guard guard() {
    return Guard.ofEqualSteps(Crossings::crosses, CROSSINGS);
  }

  @Override
  public RuleHeader header() {
    return HEADER;
  }

  @Override
  public String reason(List<Passage> evidence) {
    Passage first = evidence.get(0);
    Passage last = evidence.get(evidence.size() - 1);
    return "%s crossed the border %d times within %s, first at %s at %s, last at %s at %s."
        .formatted(
            Wording.vehicle(last),
            evidence.size(),
            Wording.span(Duration.between(first.getAt(), last.getAt())),
            Wording.dayAndTime(first.getAt()),
            Wording.place(first),
            Wording.dayAndTime(last.getAt()),
            Wording.place(last));
  }
}
