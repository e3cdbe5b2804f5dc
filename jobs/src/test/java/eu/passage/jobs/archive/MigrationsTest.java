package eu.passage.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.api.resource.LoadableResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

  private static final String DIRECTORY = "eu/passage/jobs/archive/migrations";
  private static final String[] SQL = {".sql"};

  @TempDir private Path directory;

  @Test
  void everyScriptIsNamed() throws Exception {
    try (Stream<Path> scripts = Files.list(scripts())) {
      assertThat(scripts.map(script -> script.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Migrations.NAMES);
    }
  }

  @Test
  void aJarWithoutEntriesForItsDirectoriesHoldsTheSchemaToo() throws Exception {
    Path jar = directory.resolve("job.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : Migrations.NAMES) {
        out.putNextEntry(new ZipEntry(DIRECTORY + "/" + name));
        Files.copy(scripts().resolve(name), out);
        out.closeEntry();
      }
    }
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Migrations migrations = new Migrations(loader);
      assertThat(migrations.getResources("V", SQL))
          .extracting(LoadableResource::getFilename)
          .containsExactlyElementsOf(Migrations.NAMES);
      assertThat(migrations.getResources("R", SQL)).isEmpty();
      StringWriter first = new StringWriter();
      Objects.requireNonNull(migrations.getResource(Migrations.NAMES.get(0)))
          .read()
          .transferTo(first);
      assertThat(first).hasToString(Files.readString(scripts().resolve(Migrations.NAMES.get(0))));
    }
  }

  private static Path scripts() throws Exception {
    return Path.of(
        Objects.requireNonNull(MigrationsTest.class.getClassLoader().getResource(DIRECTORY))
            .toURI());
  }
}
