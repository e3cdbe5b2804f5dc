package eu.passage.jobs.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@link SessionClusterMain} in its process, seen from the test. */
final class SessionCluster implements AutoCloseable {

  private static final int SECONDS_TO_STOP = 30;
  private static final String ANSWER = "> ";

  private final Process process;
  private final Path errors;
  private final BufferedReader answers;

  private SessionCluster(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * @param config the job's configuration file
   * @param directory for all that the cluster writes
   */
  static SessionCluster start(Path jar, Class<?> entryClass, Path config, Path directory)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // what Flink asks of the JVM; DJL must do with what its class path and our defaults tell it
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    Stream.of(
            "-Xmx1g",
            "-XX:SoftRefLRUPolicyMSPerMB=0", // what is held softly would go when memory runs short
            "-Djava.awt.headless=true",
            "-cp",
            JobJar.clusterClassPath(),
            SessionClusterMain.class.getName(),
            jar.toString(),
            entryClass.getName(),
            config.toString(),
            directory.toString())
        .forEach(command::add);
    Path errors = directory.resolve("errors");
    return new SessionCluster(
        new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
  }

  /** Has a command done and gives its answer. */
  String tell(String command) throws IOException {
    var out = process.outputWriter(StandardCharsets.UTF_8);
    out.write(command);
    out.newLine();
    out.flush();
    Optional<String> answer = answers.lines().filter(line -> line.startsWith(ANSWER)).findFirst();
    return answer
        .orElseThrow(() -> new IllegalStateException(command + " has no answer: " + errors()))
        .substring(ANSWER.length());
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
