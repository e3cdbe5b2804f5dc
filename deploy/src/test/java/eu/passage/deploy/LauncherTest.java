package eu.passage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a project of its own, with a java and a mvn that only tell how they are called.
 */
class LauncherTest {

  private static final String JAVA =
      """
      #!/bin/bash
      if [ "$1" = -version ]; then echo "openjdk version \\"${FAKE_JAVA_VERSION:-17.0.9}\\"" >&2; exit 0; fi
      for argument in "$@"; do echo "<$argument>"; done
      exit "${FAKE_JAVA_STATUS:-0}"
      """;
  private static final String MAVEN =
      """
      #!/bin/bash
      echo "called" >> "$FAKE_MAVEN_CALLS"
      echo "[INFO] noise of the build"
      [ -z "${FAKE_MAVEN_FAILS:-}" ] || { echo "[ERROR] no such symbol"; exit 1; }
      mkdir -p deploy/target/launcher
      printf '%s' "$PWD/jobs/jobs.jar:$PWD/jobs/library.jar" > deploy/target/launcher/class.path
      printf '%s' "$PWD/jobs/yardstick.jar" > deploy/target/launcher/bench.path
      echo '-Dflag=1' > deploy/target/launcher/jvm.args
      """;

  @TempDir private Path directory;
  private Path project;
  private Path home;

  @BeforeEach
  void makeAProject() throws IOException {
    // a space, since people have them in their paths
    project = Files.createDirectories(directory.resolve("a project")).toRealPath();
    home = Files.createDirectories(directory.resolve("jdk")).toRealPath();
    Path source = Path.of("passage").toAbsolutePath();
    script("a project/deploy/passage", Files.readString(source));
    script("jdk/bin/java", JAVA);
    script("jdk/bin/javac", JAVA);
    script("tools/mvn", MAVEN);
    for (String file : List.of("pom.xml", "jobs/pom.xml", "jobs/src/Main.java", "jobs/jobs.jar")) {
      write(file);
    }
    write("jobs/library.jar");
    write("jobs/yardstick.jar");
  }

  @Test
  void theFirstCallBuildsAndEveryFurtherOneRunsAtOnce() throws Exception {
    Result first = launch(List.of(), "recognize", "--json", "a b.jpg");
    Result second = launch(List.of(), "--version");

    assertThat(first.status).isZero();
    assertThat(first.out)
        .containsSubsequence(
            "<@" + project + "/deploy/target/launcher/jvm.args>",
            "<-cp>",
            "<" + project + "/jobs/jobs.jar:" + project + "/jobs/library.jar>",
            "<eu.passage.jobs.cli.Passage>",
            "<recognize>",
            "<--json>",
            "<a b.jpg>");
    assertThat(first.out).doesNotContain("noise");
    assertThat(first.err).contains("passage: building", "passage: built in ");
    assertThat(second.err).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsBuiltBeforeItRuns() throws Exception {
    launch(List.of());
    Files.setLastModifiedTime(
        project.resolve("jobs/src/Main.java"), FileTime.from(Instant.now().plusSeconds(60)));

    launch(List.of());

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aLibraryThatIsGoneIsBuiltAgain() throws Exception {
    launch(List.of());
    Files.delete(project.resolve("jobs/library.jar"));

    launch(List.of());

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void whatIsOnlyMeasuredAgainstIsOnTheClassPathOfBenchAlone() throws Exception {
    assertThat(launch(List.of(), "bench", "recognition").out)
        .contains("/library.jar:" + project + "/jobs/yardstick.jar:");
    assertThat(launch(List.of(), "recognize", "a.jpg").out).doesNotContain("yardstick");
  }

  @Test
  void commandsThatAreSoonOverStartFastAndLongOnesRunFast() throws Exception {
    assertThat(launch(List.of(), "rules", "check", "a.yaml").out).contains("TieredStopAtLevel=1");
    assertThat(launch(List.of(), "rules", "backtest", "a.yaml").out)
        .doesNotContain("TieredStopAtLevel");
    assertThat(launch(List.of(), "demo").out).doesNotContain("TieredStopAtLevel");
  }

  @Test
  void aFailedBuildShowsItsErrorsAndRunsNothing() throws Exception {
    Result failed = launch(List.of("FAKE_MAVEN_FAILS=yes"), "--version");
    Result again = launch(List.of(), "--version");

    assertThat(failed.status).isEqualTo(3);
    assertThat(failed.out).isEmpty();
    assertThat(failed.err).contains("[ERROR] no such symbol", "the build failed", "build.log");
    assertThat(again.status).isZero();
  }

  @Test
  void theProgramsExitStatusIsTheLaunchers() throws Exception {
    assertThat(launch(List.of("FAKE_JAVA_STATUS=1")).status).isEqualTo(1);
  }

  @Test
  void anOldJavaIsRefusedWithWhatIsNeeded() throws Exception {
    Result result = launch(List.of("FAKE_JAVA_VERSION=11.0.2"));

    assertThat(result.status).isEqualTo(3);
    assertThat(result.err).contains("Java 11", "is too old", "JDK 17 or newer");
    assertThat(builds()).isZero();
  }

  @Test
  void aWrongJavaHomeIsNamed() throws Exception {
    Result result = launch(List.of("JAVA_HOME=/nowhere"));

    assertThat(result.status).isEqualTo(3);
    assertThat(result.err).contains("JAVA_HOME is /nowhere, which holds no bin/java");
  }

  @Test
  void aMissingMavenIsNamedWhenThereIsSomethingToBuild() throws Exception {
    Files.delete(directory.resolve("tools/mvn"));

    Result result = launch(List.of("PATH=" + toolsWithoutMaven()));

    assertThat(result.status).isEqualTo(3);
    assertThat(result.err).contains("Maven is missing");
  }

  @Test
  void aLinkToTheLauncherWorksFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("p"), project.resolve("deploy/passage"));

    Result result = launch(link, List.of(), "--version");

    assertThat(result.status).isZero();
    assertThat(result.out).contains("<--version>");
  }

  private record Result(int status, String out, String err) {}

  private Result launch(List<String> environment, String... arguments) throws Exception {
    return launch(project.resolve("deploy/passage"), environment, arguments);
  }

  private Result launch(Path launcher, List<String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().put("PATH", directory.resolve("tools") + ":" + System.getenv("PATH"));
    builder.environment().put("FAKE_MAVEN_CALLS", directory.resolve("calls").toString());
    for (String setting : environment) {
      builder.environment().put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** A folder with the tools that the launcher needs, and no mvn whatever the machine has. */
  private String toolsWithoutMaven() throws IOException {
    List<String> needed =
        List.of(
            "bash", "env", "find", "sed", "head", "readlink", "dirname", "mkdir", "cat", "flock");
    for (String tool : needed) {
      for (Path place : List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))) {
        if (Files.isExecutable(place)) {
          script("few/" + tool, "#!/bin/bash\nexec %s \"$@\"\n".formatted(place));
        }
      }
    }
    return directory.resolve("few").toString();
  }

  private int builds() throws IOException {
    Path calls = directory.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  private void write(String file) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, file, StandardCharsets.UTF_8);
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private void script(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
