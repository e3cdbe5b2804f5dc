package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.RegistryAnswer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where no registry is at hand: it knows no vehicle, and never will. */
final class NoRegistry implements VehicleRegistry {

  @Override
  public CompletableFuture<RegistryAnswer> lookUp(String plate, @Nullable String country) {
    return CompletableFuture.completedFuture(new RegistryAnswer.NotKnown());
  }

  @Override
  public void close() {}
}
