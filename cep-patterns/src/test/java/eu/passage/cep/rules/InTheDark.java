package eu.passage.cep.rules;

import eu.passage.avro.Severity;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule in Java, for what the language has no word for: by night as the sun has it, at whatever
 * hour that is. Into Belgium in the dark and out by another camera, still in the dark.
 */
public final class InTheDark implements JavaRule {

  private static final long serialVersionUID = 1L;

  @Override
  public Rule rule(CameraTable cameras) {
    int belgium = CountryCode.of("BE");
    // Facets tell the index which passages need not be asked about; a rule is right without them.
    Predicate enters =
        new Predicate(
            "enters Belgium in the dark",
            (passage, scene) -> passage.to() == belgium && dark(passage, cameras),
            Facets.to(Set.of(belgium)),
            Set.of(),
            false);
    Predicate leaves =
        new Predicate(
            "leaves it elsewhere in the dark",
            (passage, scene) ->
                passage.from() == belgium
                    && passage.camera() != scene.step(0).camera()
                    && dark(passage, cameras),
            Facets.from(Set.of(belgium)),
            Set.of(0), // it asks about step 0
            false);
    return new Rule(
        "in-the-dark",
        Map.of("en", "Into Belgium in the dark and gone again within 90 minutes"),
        Severity.MEDIUM,
        "judicial",
        List.of("police-be"),
        null, // about one vehicle
        new Body.Sequence(
            List.of(new Step("enter", Link.FIRST, enters), new Step("leave", Link.THEN, leaves))),
        Duration.ofMinutes(90),
        Duration.ofHours(24),
        null); // no excuse
  }

  private static boolean dark(PassageFacts passage, CameraTable cameras) {
    return cameras
        .find(passage.camera())
        .map(at -> Sun.isDown(passage.at(), at.latitude(), at.longitude()))
        .orElse(false);
  }
}
