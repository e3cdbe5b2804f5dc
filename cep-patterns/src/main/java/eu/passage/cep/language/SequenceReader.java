package eu.passage.cep.language;

import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code sequence:}, its order and what its steps may name. */
final class SequenceReader {

  private final RuleText rule;
  private final Predicates predicates;
  private final boolean together;

  SequenceReader(RuleText rule, Predicates predicates, boolean together) {
    this.rule = rule;
    this.predicates = predicates;
    this.together = together;
  }

  /** Null where it is faulty. */
  Body.@Nullable Sequence read(Node value) {
    if (!(value instanceof SequenceNode sequence)) {
      rule.fault(
          value,
          "A sequence is a list of steps, each on a line of its own.",
          "Write below it, indented, lines such as " + StepReader.EXAMPLE);
      return null;
    }
    List<Node> nodes = sequence.getValue();
    if (nodes.size() > RuleLimits.STEPS) {
      rule.fault(
          nodes.get(RuleLimits.STEPS),
          "The sequence has %s steps; %d are the most, since every step multiplies the ways to match."
              .formatted(Numbers.text(nodes.size()), RuleLimits.STEPS),
          "Keep the steps that tell the case apart; equal steps in a row are one with times: 3");
      return null;
    }
    List<StepText> steps = new ArrayList<>();
    StepReader reader = new StepReader(rule);
    for (int i = 0; i < nodes.size(); i++) {
      StepText step = reader.read(nodes.get(i), i == 0);
      if (step != null) {
        steps.add(step);
      }
    }
    if (steps.size() < nodes.size() || !ordered(value, steps)) {
      return null;
    }
    List<Step> compiled = compile(steps);
    return compiled.size() < steps.size() ? null : new Body.Sequence(compiled);
  }

  private boolean ordered(Node sequence, List<StepText> steps) {
    if (steps.size() < 2) {
      rule.fault(
          sequence,
          steps.isEmpty() ? "The sequence has no steps." : "A sequence has two steps at least.",
          "For one passage write when:, for several of a kind count:.");
      return false;
    }
    boolean good = true;
    Set<String> names = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      StepText step = steps.get(i);
      if (!names.add(step.name())) {
        good = fault(step, "Two steps are called '%s'.".formatted(step.name()), "Rename one.");
      }
      if (i > 0) {
        good &= follows(steps.get(i - 1), step);
      }
    }
    return ends(steps.get(0), steps.get(steps.size() - 1)) && good;
  }

  private boolean follows(StepText before, StepText step) {
    if (step.link() == Link.NOT && before.link() == Link.NOT) {
      return fault(
          step,
          "Two 'not' steps follow each other.",
          "Make them one: - not %s: … || …".formatted(before.name()));
    }
    if (step.link() == Link.NOT && before.optional()) {
      return fault(
          step,
          "A 'not' step cannot follow a step that may be left out ('%s').".formatted(before.name()),
          "Make '%s' a step that must be there, or move the 'not' step.".formatted(before.name()));
    }
    if (step.link() == Link.NEXT && before.link() == Link.NOT) {
      return fault(
          step,
          "Between a passage and the very next one nothing can come, so '%s' says nothing."
              .formatted(before.name()),
          "Write then %s, or leave out 'not %s'.".formatted(step.name(), before.name()));
    }
    return true;
  }

  private boolean ends(StepText first, StepText last) {
    String advice = "Write times: 1..3 instead of 0..3, leave optional out, or drop the step.";
    if (first.optional()) {
      return fault(first, "The first step must be there: a match begins with it.", advice);
    }
    if (last.optional()) {
      return fault(last, "The last step must be there: a match is complete with it.", advice);
    }
    if (last.link() == Link.NOT && together) {
      return fault(
          last,
          "Of vehicles together it cannot be told that a passage did not come.",
          "End with a step that must be there, or write the rule for one vehicle.");
    }
    return true;
  }

  private boolean fault(StepText step, String message, String advice) {
    rule.fault(step.key(), message, advice);
    return false;
  }

  private List<Step> compile(List<StepText> steps) {
    List<Step> compiled = new ArrayList<>();
    List<String> earlier = new ArrayList<>();
    Set<String> optional = new HashSet<>();
    Map<String, Refusal> refused = new HashMap<>();
    for (StepText step : steps) {
      refused.put(step.name(), step.link() == Link.NOT ? absent(step) : later(step));
    }
    for (StepText step : steps) {
      Refusal before = refused.put(step.name(), itself(step));
      Predicate predicate =
          predicates.compile(
              step.predicate(), "", List.copyOf(earlier), Set.copyOf(optional), refused);
      if (predicate != null) {
        compiled.add(step.with(predicate));
      }
      if (step.link() == Link.NOT && before != null) {
        earlier.add("");
        refused.put(step.name(), before);
      } else {
        earlier.add(step.name());
        refused.remove(step.name());
      }
      if (step.optional()) {
        optional.add(step.name());
      }
    }
    return compiled;
  }

  private static Refusal later(StepText step) {
    return new Refusal(
        "Step '%s' comes later, so its passage is not known here.".formatted(step.name()),
        "Ask about both passages in the later step; a step can only look back.");
  }

  private static Refusal itself(StepText step) {
    return new Refusal(
        "This is step '%s' itself.".formatted(step.name()),
        "Its own passage needs no name: write camera.id, or this where a function wants a passage.");
  }

  private static Refusal absent(StepText step) {
    return new Refusal(
        "Step '%s' must not come, so there is no passage to ask about.".formatted(step.name()),
        "Ask about a step that must be there.");
  }
}
