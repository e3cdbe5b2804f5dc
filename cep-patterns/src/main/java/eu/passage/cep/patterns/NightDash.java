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
import java.time.LocalTime;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Into Belgium between midnight and five, local time, and out of it again within 90 minutes by
 * another camera: the schedule of a burglary across the border.
 */
public final class NightDash implements Rule {

  private static final long serialVersionUID = 1L;

  private static final String HOME = "BE";
  private static final LocalTime FROM = LocalTime.MIDNIGHT;
  private static final LocalTime TO = LocalTime.of(5, 0);

  private static final RuleHeader HEADER =
      new RuleHeader(
          "night-dash",
          1,
          "Into Belgium by night and gone again within 90 minutes",
          AlertKind.SCHEDULE,
          Severity.HIGH,
          "judicial",
          List.of("police-be", "ccpd-tournai"),
          Duration.ofMinutes(90),
          Duration.ofHours(24),
          Completion.PASSAGE);

  @Override
  public Pattern<Passage, ?> pattern() {
    return Pattern.<Passage>begin("enter")
        .where(SimpleCondition.of(NightDash::entersByNight))
        .followedBy("leave")
        .where(SimpleCondition.of(NightDash::leaves))
        .where(new AtAnotherCamera())
        .within(HEADER.within());
  }

  @Override
  public Guard guard() {
    return new Guard(
        passage -> entersByNight(passage) || leaves(passage),
        NightDash::entersByNight,
        NightDash::leaves,
        2);
  }

  @Override
  public RuleHeader header() {
    return HEADER;
  }

  @Override
  public String reason(List<Passage> evidence) {
    Passage enter = evidence.get(0);
    Passage leave = evidence.get(1);
    return "%s entered Belgium at %s at %s and left again at %s at %s, %s later, by night."
        .formatted(
            Wording.vehicle(leave),
            Wording.time(enter.getAt()),
            Wording.place(enter),
            Wording.time(leave.getAt()),
            Wording.place(leave),
            Wording.span(Duration.between(enter.getAt(), leave.getAt())));
  }

  private static boolean entersByNight(Passage passage) {
    return Crossings.enters(passage, HOME) && Crossings.during(passage, FROM, TO);
  }

  private static boolean leaves(Passage passage) {
    return Crossings.leaves(passage, HOME);
  }

  /** Who turns round at the same camera has only lost the way. */
  private static final class AtAnotherCamera extends IterativeCondition<Passage> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean filter(Passage leave, Context<Passage> context) throws Exception {
      for (Passage enter : context.getEventsForPattern("enter")) {
        if (enter.getCameraId().equals(leave.getCameraId())) {
          return false;
        }
      }
      return true;
    }
  }
}
