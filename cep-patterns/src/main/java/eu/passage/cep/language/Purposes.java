package eu.passage.cep.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The purposes that a rule or a watch entry may serve, each with a sentence: {@code purposes.yaml}.
 */
public final class Purposes {

  /** The sentence of each by its name, in the order of the file. */
  public static final Map<String, String> ALL = load();

  private Purposes() {}

  private static Map<String, String> load() {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Purposes.class.getResourceAsStream("purposes.yaml")),
            StandardCharsets.UTF_8)) {
      Map<String, String> all = new LinkedHashMap<>();
      MappingNode root = (MappingNode) new Yaml(new LoaderOptions()).compose(in);
      for (NodeTuple purpose : root.getValue()) {
        all.put(
            ((ScalarNode) purpose.getKeyNode()).getValue(),
            ((ScalarNode) purpose.getValueNode()).getValue());
      }
      return Collections.unmodifiableMap(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
