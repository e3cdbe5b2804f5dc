package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.registry.RegistrySettings.Http;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A registry that is asked by HTTP, with bounds on everything: so many questions at a time, one for
 * each vehicle, answers remembered for a while, and none asked of a registry that keeps failing.
 */
final class HttpRegistry implements VehicleRegistry {

  private static final RegistryAnswer NOT_ANSWERED = new RegistryAnswer.NotAnswered();

  private final VehicleCall call;
  private final Answers answers;
  private final Breaker breaker;
  private final Semaphore places;
  private final RegistryMeter meter;
  private final QuietLog log;
  private final Map<VehicleId, CompletableFuture<RegistryAnswer>> asked = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  HttpRegistry(Http settings, RegistryMeter meter, LongSupplier nanos) {
    this.call = new VehicleCall(settings);
    this.answers = new Answers(settings, nanos);
    this.breaker = new Breaker(settings.failures(), settings.spared(), nanos);
    this.places = new Semaphore(settings.mostAsked());
    this.meter = meter;
    this.log = new QuietLog(LoggerFactory.getLogger(HttpRegistry.class), nanos);
  }

  @Override
  public CompletableFuture<RegistryAnswer> lookUp(String plate, @Nullable String country) {
    if (closed) {
      return CompletableFuture.completedFuture(NOT_ANSWERED);
    } else if (country == null) {
      return CompletableFuture.completedFuture(new RegistryAnswer.NotKnown());
    }
    VehicleId vehicle = new VehicleId(country, plate);
    Optional<RegistryAnswer> remembered = answers.find(vehicle);
    if (remembered.isPresent()) {
      meter.count(RegistryEvent.REMEMBERED);
      return CompletableFuture.completedFuture(remembered.get());
    }
    CompletableFuture<RegistryAnswer> answer = new CompletableFuture<>();
    CompletableFuture<RegistryAnswer> before = asked.putIfAbsent(vehicle, answer);
    if (before != null) {
      meter.count(RegistryEvent.SHARED);
      return before.copy();
    }
    ask(vehicle, answer);
    return answer.copy();
  }

  @Override
  public void close() {
    closed = true;
    asked.values().forEach(answer -> answer.complete(NOT_ANSWERED));
  }

  private void ask(VehicleId vehicle, CompletableFuture<RegistryAnswer> answer) {
    if (!places.tryAcquire()) {
      notAsked(vehicle, answer, RegistryEvent.TOO_MANY);
    } else if (!breaker.permits()) {
      places.release();
      notAsked(vehicle, answer, RegistryEvent.SPARED);
    } else {
      meter.count(RegistryEvent.ASKED);
      var unused =
          call.ask(vehicle)
              .handle(
                  (said, failure) -> failure == null ? answered(said) : failed(vehicle, failure))
              .thenAccept(
                  said -> {
                    places.release();
                    settle(vehicle, answer, said);
                  });
    }
  }

  private void notAsked(
      VehicleId vehicle, CompletableFuture<RegistryAnswer> answer, RegistryEvent why) {
    meter.count(why);
    settle(vehicle, answer, NOT_ANSWERED);
  }

  private void settle(
      VehicleId vehicle, CompletableFuture<RegistryAnswer> answer, RegistryAnswer said) {
    answers.remember(vehicle, said);
    asked.remove(vehicle, answer);
    answer.complete(said);
  }

  private RegistryAnswer answered(RegistryAnswer said) {
    meter.count(
        said instanceof RegistryAnswer.Known ? RegistryEvent.KNOWN : RegistryEvent.NOT_KNOWN);
    if (breaker.succeeded()) {
      meter.count(RegistryEvent.OPENED_AGAIN);
    }
    return said;
  }

  private RegistryAnswer failed(VehicleId vehicle, Throwable failure) {
    meter.count(RegistryEvent.FAILED);
    boolean spared = breaker.failed();
    if (spared) {
      meter.count(RegistryEvent.CLOSED_OFF);
    }
    log.warn(
        "The vehicle registry did not answer for %s: %s%s"
            .formatted(
                vehicle, reason(failure), spared ? "; it is asked no more for a while" : ""));
    return NOT_ANSWERED;
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException) {
      return "no answer in time";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
