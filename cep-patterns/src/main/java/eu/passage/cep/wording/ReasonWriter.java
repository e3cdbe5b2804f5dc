package eu.passage.cep.wording;

import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.CameraTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says why a rule came true, from the rule and the passages that matched: which vehicle, the rule's
 * title, and what was seen where and when. Times are local times of Brussels and Paris. Nothing is
 * ever said of people.
 *
 * <pre>{@code
 * Car 1-ABC-234 (BE) – Into Belgium by night and gone again. The car entered Belgium at camera EST-1
 * (N511) at 02:10 on 10 March and left Belgium for France at camera EST-2 (N50) at 02:50, 40 minutes
 * later.
 * }</pre>
 */
public final class ReasonWriter {

  private static final List<Tongue> TONGUES = List.of(new English(), new French(), new Dutch());

  private final CameraTable cameras;

  /**
   * @param cameras where the cameras stand; one it lacks is told as unknown
   */
  public ReasonWriter(CameraTable cameras) {
    this.cameras = cameras;
  }

  /** The same two or three sentences by language (ISO 639-1): en, fr and nl, in this order. */
  public Map<String, String> of(Hit hit) {
    Story story = Story.of(hit, cameras);
    Notes notes = new Notes(story);
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Tongue tongue : TONGUES) {
      reasons.put(tongue.language(), new Teller(story, notes, tongue).tell());
    }
    return Collections.unmodifiableMap(reasons);
  }
}
