package eu.passage.jobs.local;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.schemas.registry.RegistryServer;
import java.net.URI;
import java.nio.file.Path;

/** A broker with every topic, which can be stopped and started again as it was, and a registry. */
public final class OwnBroker implements AutoCloseable {

  private final LocalBroker broker;
  private final RegistryServer registry;

  /**
   * @param directory for its data; empty
   */
  public OwnBroker(Path directory) {
    broker = LocalBroker.start(directory);
    registry = RegistryServer.start();
    LocalTopics.create(ConfigFile.defaults().at(bootstrapServers(), registry()));
  }

  /** Where clients find the broker, also after it was started again. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Where clients find the schema registry, which does not stop. */
  public URI registry() {
    return registry.address();
  }

  /** As for an upgrade. */
  public void stop() {
    broker.stop();
  }

  /** With the same data, on the same port. */
  public void start() {
    broker.startAgain();
  }

  @Override
  public void close() {
    registry.close();
    broker.close();
  }
}
