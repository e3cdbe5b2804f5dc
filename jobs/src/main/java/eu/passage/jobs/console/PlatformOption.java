package eu.passage.jobs.console;

import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.config.PassageConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running system a command talks to. */
public final class PlatformOption {

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The Kafka broker, instead of the configuration's: the demo prints its own.")
  private @Nullable String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry, instead of the configuration's.")
  private @Nullable URI registry;

  /** The configuration with the addresses named. */
  public PassageConfig read() {
    PassageConfig read = config.read();
    return read.at(
        bootstrap == null ? read.kafka().bootstrapServers() : bootstrap,
        registry == null ? read.registry().url() : registry);
  }
}
