package eu.passage.jobs.config;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Tables in YAML that are law or policy and no code: read as strictly as the configuration. */
public final class ShippedData {

  private ShippedData() {}

  /**
   * A table that comes with the software.
   *
   * @param file beside the class
   */
  public static <R extends Record> R read(Class<R> type, String file) {
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
      return RecordBinder.bind(new YAMLMapper().readTree(in), type, "");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /**
   * A table of an installation's own in its place.
   *
   * @throws ConfigException when it cannot be read, or a key or value is wrong
   */
  public static <R extends Record> R read(Class<R> type, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return RecordBinder.bind(new YAMLMapper().readTree(in), type, "");
    } catch (IOException e) {
      throw new ConfigException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
    } catch (ConfigException e) {
      throw new ConfigException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
