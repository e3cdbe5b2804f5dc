package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** The broker as whoever administers it meets it: a plain word within seconds where it is not. */
public final class Administration implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final PassageConfig config;
  private final Admin admin;

  /**
   * Connects.
   *
   * @throws NoAnswerException when the broker's address is none
   */
  public Administration(PassageConfig config) {
    this.config = config;
    Properties properties = config.kafka().clientProperties();
    String patience = Long.toString(PATIENCE.toMillis());
    properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    try {
      admin = Admin.create(properties);
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /** What to ask. */
  public Admin admin() {
    return admin;
  }

  /**
   * Waits for an answer.
   *
   * @throws NoAnswerException when there is none, or it is a refusal
   */
  public <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw refused(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(e);
    }
  }

  /**
   * Waits until the broker shows what it was told.
   *
   * @param what for the message, after "does not say within ... that it"
   * @throws NoAnswerException when the time is up
   */
  public void awaitThat(String what, BooleanSupplier shown) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!shown.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new NoAnswerException(
            "The Kafka broker at %s does not say within %d s that it %s."
                .formatted(config.kafka().bootstrapServers(), PATIENCE.toSeconds(), what));
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private NoAnswerException refused(Throwable e) {
    return new NoAnswerException(
        "The Kafka broker at %s does not do it (%s)."
            .formatted(config.kafka().bootstrapServers(), e.getMessage()),
        e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
