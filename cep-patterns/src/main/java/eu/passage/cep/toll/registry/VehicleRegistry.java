package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.RegistryAnswer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where facts of a vehicle are looked up. Safe for use by many threads. */
public interface VehicleRegistry extends AutoCloseable {

  /**
   * Asks for a vehicle without waiting. The future never fails: a registry that is down, slow or
   * wrong has not answered.
   *
   * @param plate in normal form
   * @param country of the plate, ISO 3166-1 alpha-2; without it nobody can tell which vehicle is
   *     meant, so it is not known
   */
  CompletableFuture<RegistryAnswer> lookUp(String plate, @Nullable String country);

  /** What is still asked for has not answered. */
  @Override
  void close();
}
