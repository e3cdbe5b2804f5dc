package eu.passage.jobs.scenario;

import eu.passage.avro.Alert;
import eu.passage.avro.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the true passages that records of the jobs speak of, by the frames they name. */
public final class Truth {

  private final Map<String, TruePassage> byFrame = new HashMap<>();

  /** The truth of a scenario. */
  public Truth(Scenario scenario) {
    scenario.frames().forEach(frame -> byFrame.put(frame.frameId(), frame.passage()));
  }

  /** The passage that all of some evidence shows; empty when it shows none or several. */
  public Optional<TruePassage> ofEvidence(List<Evidence> evidence) {
    List<TruePassage> shown =
        evidence.stream()
            .map(item -> byFrame.get(item.getFrameId()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return shown.size() == 1 ? Optional.of(shown.get(0)) : Optional.empty();
  }

  /** What an alert says, in terms of the truth; empty when a passage it rests on is not true. */
  public Optional<ExpectedAlert> ofAlert(Alert alert) {
    List<TruePassage> passages =
        alert.getPassages().stream()
            .map(passage -> ofEvidence(passage.getEvidence()))
            .flatMap(Optional::stream)
            .toList();
    return passages.size() == alert.getPassages().size() && !passages.isEmpty()
        ? Optional.of(new ExpectedAlert(alert.getRuleId(), passages))
        : Optional.empty();
  }
}
