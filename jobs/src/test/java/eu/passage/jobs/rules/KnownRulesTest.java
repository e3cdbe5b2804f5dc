package eu.passage.jobs.rules;

import static eu.passage.jobs.rules.Told.deployed;
import static eu.passage.jobs.rules.Told.removed;
import static eu.passage.jobs.rules.Told.status;
import static eu.passage.jobs.rules.Told.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.jobs.rules.RuleRow.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownRulesTest {

  private final KnownRules known = new KnownRules(List.of("night-dash"));

  @Test
  void theNextVersionIsOneMoreThanAnyThatWasEverSeen() {
    assertThat(known.nextVersion("scout")).isEqualTo(1);
    assertThat(known.nextVersion("night-dash")).as("the shipped one is version 1").isEqualTo(2);

    known.source(deployed("scout", 4));
    known.source(removed("scout"));
    assertThat(known.nextVersion("scout")).isEqualTo(5);

    known.status(told(status("scout", 6, 0, 1)));
    known.status(told(status("scout", 0, 0, 1, RuleState.REMOVED, "")));
    assertThat(known.nextVersion("scout")).isEqualTo(7);
  }

  @Test
  void whileNoJobHasAnsweredTheConfiguredRulesWait() {
    assertThat(known.anyJobAnswered()).isFalse();
    assertThat(known.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo("night-dash");
              assertThat(row.state()).isEqualTo(State.WAITING);
              assertThat(row.author()).isEqualTo("shipped");
            });
    assertThat(known.current("night-dash").map(RuleSource::getSource))
        .hasValue(ShippedRules.text("night-dash"));
  }

  @Test
  void aJobThatAnsweredIsBelievedAboutWhichShippedRulesItHas() {
    known.status(told(status("recurring-crossings", 1, 0, 1)));

    assertThat(known.rows()).extracting(RuleRow::id).containsExactly("recurring-crossings");
    assertThat(known.current("night-dash")).isEmpty();
    assertThat(known.current("recurring-crossings")).isPresent();
  }

  @Test
  void figuresOfAllSubtasksAreSummed() {
    known.source(deployed("scout", 1));
    known.status(told(status("scout", 1, 0, 2)));
    known.status(told(status("scout", 1, 1, 2)));

    assertThat(known.row("scout"))
        .hasValue(
            new RuleRow(
                "scout", 1, State.ACTIVE, "analyst", Told.NOON.plusSeconds(11), 10, 4, "", 2, 2));
  }

  @Test
  void aVersionThatNotEverySubtaskHasWaits() {
    known.source(deployed("scout", 2));
    known.status(told(status("scout", 1, 0, 2)));
    known.status(told(status("scout", 2, 1, 2)));

    RuleRow row = known.row("scout").orElseThrow();
    assertThat(row.state()).isEqualTo(State.WAITING);
    assertThat(row.answered()).isEqualTo(1);
    assertThat(row.matches()).as("of this version alone").isEqualTo(5);
    assertThat(row.since()).isEqualTo(Told.NOON.plusSeconds(2));
  }

  @Test
  void whatALargerJobLeftBehindDoesNotCount() {
    known.source(deployed("scout", 1));
    for (int subtask = 0; subtask < 4; subtask++) {
      known.status(told(status("scout", 1, subtask, 4)));
    }
    for (int subtask = 0; subtask < 2; subtask++) {
      RuleStatus later = status("scout", 1, subtask, 2);
      later.setAt(Told.NOON.plusSeconds(60));
      known.status(told(later));
    }

    RuleRow row = known.row("scout").orElseThrow();
    assertThat(row.subtasks()).isEqualTo(2);
    assertThat(row.state()).isEqualTo(State.ACTIVE);
    assertThat(row.matches()).isEqualTo(10);
  }

  @Test
  void oneSubtaskInWhichItFailedIsWhatIsTold() {
    known.source(deployed("scout", 1));
    known.status(told(status("scout", 1, 0, 2)));
    known.status(told(status("scout", 1, 1, 2, RuleState.FAILED, "too many questions")));

    RuleRow row = known.row("scout").orElseThrow();
    assertThat(row.state()).isEqualTo(State.FAILED);
    assertThat(row.message()).isEqualTo("too many questions");
  }

  @Test
  void aRuleThatEverySubtaskLetGoIsNoneAndUntilThenItIsBeingRemoved() {
    known.source(deployed("scout", 1));
    known.status(told(status("scout", 1, 0, 2)));
    known.status(told(status("scout", 1, 1, 2)));
    known.source(removed("scout"));
    known.status(told(status("scout", 0, 0, 2, RuleState.REMOVED, "")));

    RuleRow row = known.row("scout").orElseThrow();
    assertThat(row.state()).isEqualTo(State.REMOVING);
    assertThat(row.answered()).isEqualTo(1);
    assertThat(known.current("scout")).isEmpty();

    known.status(told(status("scout", 0, 1, 2, RuleState.REMOVED, "")));
    assertThat(known.rows()).isEmpty();
  }

  @Test
  void aRuleIsOfItsNewestVersionAlsoAfterItWasRemoved() {
    known.source(deployed("scout", 1));
    known.source(removed("scout"));
    known.source(deployed("scout", 2));
    known.status(told(status("scout", 0, 0, 1, RuleState.REMOVED, "")));

    assertThat(known.current("scout").map(RuleSource::getVersion)).hasValue(2);
    assertThat(known.row("scout").map(RuleRow::state)).hasValue(State.WAITING);
  }

  @Test
  void whenARuleWasChangedIsKnownAlsoOfARemoval() {
    assertThat(known.changedAt("scout")).isEqualTo(Instant.EPOCH);
    known.source(deployed("scout", 1));
    assertThat(known.changedAt("scout")).isEqualTo(Told.NOON.plusSeconds(1));
    known.source(removed("scout"));
    assertThat(known.changedAt("scout")).isEqualTo(Told.NOON.plusSeconds(100));
  }
}
