package eu.passage.jobs.endure;

import eu.passage.jobs.cluster.JobJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of Flink's own classes, which ends with this one at the latest. */
final class JavaProcess implements AutoCloseable {

  private static final int KILLED = 128 + 9;
  private static final int SECONDS_TO_END = 30;
  private static final int LAST_LINES = 40;

  private final String name;
  private final Path says;
  private final Process process;
  private final Thread hook;

  private JavaProcess(String name, Path says, Process process) {
    this.name = name;
    this.says = says;
    this.process = process;
    this.hook = new Thread(process::destroyForcibly, "end-" + name);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts it.
   *
   * @param directory with the configuration; what the process says goes there too
   * @param memory of its heap, such as 512m
   */
  static JavaProcess start(
      String name, Path directory, String memory, String mainClass, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // what Flink asks of the JVM
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.add("-Xmx" + memory);
    command.add("-Djava.awt.headless=true");
    command.add("-Dlog4j.configurationFile=" + directory.resolve("log4j2.xml"));
    command.add("-cp");
    command.add(JobJar.clusterClassPath());
    command.add(mainClass);
    command.addAll(arguments);
    Path says = directory.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(says.toFile());
    builder.environment().put("FLINK_CONF_DIR", directory.toString());
    return new JavaProcess(name, says, builder.start());
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  /**
   * @throws AssertionError when it has ended
   */
  void requireAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("%s has ended:%n%s".formatted(name, lastWords()));
    }
  }

  /**
   * {@code kill -9}.
   *
   * @throws AssertionError when it was not that which ended it
   */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS) || process.exitValue() != KILLED) {
      throw new AssertionError("%s was not killed:%n%s".formatted(name, lastWords()));
    }
  }

  /** The end of what it said. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(says);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
