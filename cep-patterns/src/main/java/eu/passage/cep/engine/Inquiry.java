package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Habits;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Scene;

/**
 * Questions about one passage of one subject. Reused from passage to passage; what was answered is
 * told apart by a stamp.
 */
final class Inquiry implements Scene {

  private final PassageFacts[] steps;
  private final HistoryHabits habits;
  private SubjectHistory history = new SubjectHistory();
  private int place;
  private long stamp;
  private int effort;

  /**
   * @param mostSteps of any rule
   */
  Inquiry(int mostSteps, HistoryHabits habits) {
    this.steps = new PassageFacts[mostSteps];
    this.habits = habits;
  }

  /** Turns to a passage. */
  void about(SubjectHistory subject, int closing) {
    history = subject;
    place = closing;
    stamp++;
  }

  /** Another rule begins to ask. */
  void nextRule() {
    effort = 0;
  }

  SubjectHistory history() {
    return history;
  }

  /** The place of the passage that it is about. */
  int place() {
    return place;
  }

  /** The passage that it is about. */
  PassageFacts closing() {
    return history.get(place);
  }

  long stamp() {
    return stamp;
  }

  /** From here on this passage is what an earlier step matched. */
  void bind(int step, PassageFacts passage) {
    steps[step] = passage;
  }

  /**
   * @throws CostlyRuleException when the rule has asked too much about this passage
   */
  boolean test(Predicate predicate, PassageFacts passage) {
    spend(1);
    if (predicate.habits()) {
      habits.of(history, passage);
    }
    return predicate.condition().test(passage, this);
  }

  /**
   * Counts work that is done for the rule.
   *
   * @param questions what costs as much
   * @throws CostlyRuleException when it was too much
   */
  void spend(int questions) {
    effort += questions;
    if (effort > CostlyRuleException.LIMIT) {
      throw new CostlyRuleException();
    }
  }

  @Override
  public PassageFacts step(int step) {
    return steps[step];
  }

  @Override
  public Habits habits() {
    return habits;
  }
}
