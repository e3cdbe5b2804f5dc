package eu.passage.cep.followup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.passage.avro.Pursuit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The categories of offence that watch entries name: {@code offences.yaml}. */
public final class Offences {

  private static final String ENGLISH = "en";

  private static final Offences SHIPPED = load();

  /** How the table writes that a pursuit may go on; everything else means that it may not. */
  private static final String ALLOWED = "allowed";

  private record Offence(Map<String, String> names, Pursuit pursuit) {}

  private final Map<String, Offence> byId;
  private final Map<String, String> bases;

  private Offences(Map<String, Offence> byId, Map<String, String> bases) {
    this.byId = byId;
    this.bases = bases;
  }

  /** The table that comes with the software. */
  public static Offences shipped() {
    return SHIPPED;
  }

  /** The names of all categories, as entries write them. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(byId.keySet());
  }

  /**
   * How a category is said.
   *
   * @param language ISO 639-1; English where the table lacks it, the id itself where it lacks both
   */
  public String name(String id, String language) {
    return Optional.ofNullable(byId.get(id))
        .flatMap(offence -> said(offence.names, language))
        .orElse(id);
  }

  /** Whether a pursuit may go on over the border; not for a category that the table lacks. */
  public Pursuit pursuit(String id) {
    Offence offence = byId.get(id);
    return offence == null ? Pursuit.NOT_ALLOWED : offence.pursuit;
  }

  /** The article behind {@link #pursuit}, in English. */
  public String basis() {
    return basis(ENGLISH);
  }

  /**
   * The article behind {@link #pursuit}.
   *
   * @param language ISO 639-1; English where the table lacks it
   */
  public String basis(String language) {
    return said(bases, language).orElseThrow();
  }

  private static Offences load() {
    try (InputStream table =
        Objects.requireNonNull(Offences.class.getResourceAsStream("offences.yaml"))) {
      JsonNode root = new YAMLMapper().readTree(table);
      Map<String, Offence> byId = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> one : root.get("offences").properties()) {
        Map<String, String> names = byLanguage(one.getValue().get("names"));
        boolean allowed = one.getValue().get("pursuit").asText().equals(ALLOWED);
        byId.put(one.getKey(), new Offence(names, allowed ? Pursuit.ALLOWED : Pursuit.NOT_ALLOWED));
      }
      return new Offences(byId, byLanguage(root.get("basis")));
    } catch (IOException e) {
      throw new UncheckedIOException("the table of offences cannot be read", e);
    }
  }

  private static Map<String, String> byLanguage(JsonNode words) {
    Map<String, String> texts = new LinkedHashMap<>();
    words.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
    return texts;
  }

  private static Optional<String> said(Map<String, String> texts, String language) {
    return Optional.ofNullable(texts.getOrDefault(language, texts.get(ENGLISH)));
  }
}
