package eu.passage.jobs;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option {@code --config FILE}, the same for every command and job. */
public final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file whose keys replace the defaults")
  private @Nullable Path file;

  /**
   * The option out of a job's arguments.
   *
   * @throws CommandLine.ParameterException for any other argument
   */
  static ConfigOption parse(String... args) {
    return CommandLine.populateCommand(new ConfigOption(), args);
  }

  /**
   * The configuration: the defaults, and over them the file's keys.
   *
   * @throws eu.passage.jobs.config.ConfigException when the file is wrong
   */
  public PassageConfig read() {
    return file == null ? ConfigFile.defaults() : ConfigFile.read(file);
  }
}
