package eu.passage.jobs.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the configuration: the shipped defaults, and over them the keys of a file. */
public final class ConfigFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> ROAD_LISTS = List.of("junctions", "borders", "roads");

  private ConfigFile() {}

  /** The shipped defaults. */
  public static PassageConfig defaults() {
    return RecordBinder.bind(defaultTree(), PassageConfig.class, "");
  }

  /**
   * The defaults with the keys of this file in their place: sections are merged key by key, lists
   * are replaced. A file with cameras of its own begins without roads.
   *
   * @throws ConfigException when the file cannot be read, is no YAML, or a key or value is wrong
   */
  public static PassageConfig read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ConfigException("%s: no such file".formatted(file), e);
    } catch (IOException e) {
      throw new ConfigException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
    } catch (ConfigException e) {
      throw new ConfigException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The same for a text. */
  static PassageConfig parse(String yaml) {
    ObjectNode tree = (ObjectNode) defaultTree();
    JsonNode own = tree(yaml);
    if (own.has("cameras")) {
      // the shipped roads join the shipped cameras
      ROAD_LISTS.forEach(list -> ((ObjectNode) tree.at("/detection/roads")).putArray(list));
    }
    merge(tree, own);
    return RecordBinder.bind(tree, PassageConfig.class, "");
  }

  private static void merge(ObjectNode under, JsonNode over) {
    over.properties()
        .forEach(
            entry -> {
              JsonNode old = under.get(entry.getKey());
              if (old instanceof ObjectNode section && entry.getValue().isObject()) {
                merge(section, entry.getValue());
              } else {
                under.set(entry.getKey(), entry.getValue());
              }
            });
  }

  private static JsonNode tree(String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      if (tree.isMissingNode() || tree.isNull()) {
        return YAML.createObjectNode();
      }
      if (!tree.isObject()) {
        throw RecordBinder.wrong("", tree, "keys and values");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new ConfigException(
          "line %d: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage()), e);
    }
  }

  private static JsonNode defaultTree() {
    try (InputStream in = ConfigFile.class.getResourceAsStream("passage.yaml")) {
      return YAML.readTree(Objects.requireNonNull(in, "passage.yaml is part of this module"));
    } catch (IOException e) {
      throw new UncheckedIOException("passage.yaml cannot be read", e);
    }
  }
}
