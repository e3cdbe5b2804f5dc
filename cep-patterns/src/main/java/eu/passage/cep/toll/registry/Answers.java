package eu.passage.cep.toll.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.registry.RegistrySettings.Http;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The answers of a registry that are remembered for a while; what was no answer is not. */
final class Answers {

  private final Cache<VehicleId, RegistryAnswer> cache;

  Answers(Http settings, LongSupplier nanos) {
    cache =
        Caffeine.newBuilder()
            .maximumSize(settings.mostRemembered())
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .expireAfter(
                Expiry.<VehicleId, RegistryAnswer>writing(
                    (vehicle, answer) ->
                        answer instanceof RegistryAnswer.Known
                            ? settings.known()
                            : settings.notKnown()))
            .build();
  }

  Optional<RegistryAnswer> find(VehicleId vehicle) {
    return Optional.ofNullable(cache.getIfPresent(vehicle));
  }

  void remember(VehicleId vehicle, RegistryAnswer answer) {
    if (!(answer instanceof RegistryAnswer.NotAnswered)) {
      cache.put(vehicle, answer);
    }
  }
}
