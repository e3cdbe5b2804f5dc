package eu.passage.cep.patterns;

import eu.passage.avro.AlertKind;
import eu.passage.avro.Passage;
import eu.passage.avro.Severity;
import eu.passage.avro.VehicleType;
import eu.passage.cep.rules.Guard;
import eu.passage.cep.rules.Rule;
import eu.passage.cep.rules.RuleHeader;
import eu.passage.cep.rules.RuleHeader.Completion;
import eu.passage.cep.wording.Wording;
import java.time.Duration;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * A truck that entered Belgium and has not left within twelve hours. Whatever leaves with its plate
 * counts as its return, also where the classifier took it for something else.
 */
public final class TruckDidNotReturn implements Rule {

  private static final long serialVersionUID = 1L;

  private static final String HOME = "BE";

  /** A type the classifier is less sure of than this is no ground to ask where a truck is. */
  private static final double SURE = 0.5;

  private static final RuleHeader HEADER =
      new RuleHeader(
          "truck-did-not-return",
          1,
          "A truck that entered Belgium and has not left within 12 hours",
          AlertKind.SCHEDULE,
          Severity.LOW,
          "operations",
          List.of("transport-authority"),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Completion.ABSENCE);

  @Override
  public Pattern<Passage, ?> pattern() {
    return Pattern.<Passage>begin("enter")
        .where(SimpleCondition.of(TruckDidNotReturn::truckEnters))
        .notFollowedBy("leave")
        .where(SimpleCondition.of(TruckDidNotReturn::leaves))
        .within(HEADER.within());
  }

  @Override
  public Guard guard() {
    return new Guard(
        passage -> truckEnters(passage) || leaves(passage),
        TruckDidNotReturn::truckEnters,
        TruckDidNotReturn::leaves,
        1);
  }

  @Override
  public RuleHeader header() {
    return HEADER;
  }

  @Override
  public String reason(List<Passage> evidence) {
    Passage enter = evidence.get(0);
    return "%s entered Belgium at %s at %s and had not left by %s, %s later."
        .formatted(
            Wording.vehicle(enter),
            Wording.dayAndTime(enter.getAt()),
            Wording.place(enter),
            Wording.time(enter.getAt().plus(HEADER.within())),
            Wording.span(HEADER.within()));
  }

  private static boolean truckEnters(Passage passage) {
    return passage.getType().getValue() == VehicleType.TRUCK
        && passage.getType().getConfidence() >= SURE
        && Crossings.enters(passage, HOME);
  }

  private static boolean leaves(Passage passage) {
    return Crossings.leaves(passage, HOME);
  }
}
