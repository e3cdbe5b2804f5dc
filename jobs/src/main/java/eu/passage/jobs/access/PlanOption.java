package eu.passage.jobs.access;

import eu.passage.jobs.config.ShippedData;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which table of rights a command takes. */
final class PlanOption {

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A table of one's own, instead of the shipped acls.yaml.")
  private @Nullable Path file;

  /**
   * The table.
   *
   * @throws eu.passage.jobs.config.ConfigException when it is wrong
   */
  AccessPlan read() {
    return file == null ? AccessPlan.shipped() : ShippedData.read(AccessPlan.class, file);
  }
}
