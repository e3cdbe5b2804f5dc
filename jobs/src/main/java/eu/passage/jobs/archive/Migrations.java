package eu.passage.jobs.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that make the schema, by name. Flyway's own search finds none in a jar that has no
 * entries for its directories, and then takes the database to be as it should be.
 */
final class Migrations implements ResourceProvider {

  /** In order; one that was ever run is never changed. */
  static final List<String> NAMES = List.of("V1__toll_events.sql", "V2__current_and_daily.sql");

  private static final String DIRECTORY = "eu/passage/jobs/archive/migrations/";

  private final ClassLoader loader;

  /**
   * @param loader that has the scripts
   */
  Migrations(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return NAMES.contains(name) ? script(name) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return NAMES.stream()
        .filter(name -> name.startsWith(prefix))
        .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
        .map(this::script)
        .toList();
  }

  private LoadableResource script(String name) {
    try (InputStream in = loader.getResourceAsStream(DIRECTORY + name)) {
      if (in == null) {
        throw new IllegalStateException(DIRECTORY + name + " is missing in the jar");
      }
      return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static final class Script extends LoadableResource {

    private final String name;
    private final String text;

    Script(String name, String text) {
      this.name = name;
      this.text = text;
    }

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
      return DIRECTORY + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return DIRECTORY + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
