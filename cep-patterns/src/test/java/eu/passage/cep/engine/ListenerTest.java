package eu.passage.cep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where an alert goes may fail, as when a job is cancelled. */
class ListenerTest {

  private final List<String> heard = new ArrayList<>();
  private boolean broken = true;

  private final Rule rule =
      Rules.of(
          "any",
          new Body.When(Predicate.of("any", (passage, scene) -> true)),
          Duration.ofMinutes(1));

  private final RuleEngine engine =
      new RuleEngine(
          List.of(new ActiveRule(rule, 1, "test", Instant.EPOCH)), Border.CAMERAS, new Listener());

  @Test
  void whatGoesWrongThereIsNoFaultOfTheRule() {
    SubjectHistory history = new SubjectHistory();
    assertThatThrownBy(() -> pass(history, "2026-03-10T10:00 - EST-1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cancelled");

    broken = false;
    pass(history, "2026-03-10T11:00 - EST-1");

    assertThat(heard).containsExactly("told");
  }

  private void pass(SubjectHistory history, String line) {
    engine.onPassage(history, history.add(Border.passage(line)));
  }

  private final class Listener implements EngineSink {

    @Override
    public void told(Hit hit) {
      if (broken) {
        throw new IllegalStateException("cancelled");
      }
      heard.add("told");
    }

    @Override
    public void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit) {
      heard.add("suppressed");
    }

    @Override
    public void failed(ActiveRule failed, RuntimeException why) {
      heard.add("failed");
    }

    @Override
    public void candidates(Together together, long within, List<PassageFacts> passages) {
      heard.add("candidates");
    }
  }
}
