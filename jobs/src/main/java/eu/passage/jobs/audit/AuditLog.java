package eu.passage.jobs.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.NoAnswerException;
import eu.passage.schemas.Topic;
import eu.passage.schemas.audit.AuditEntry;
import eu.passage.schemas.audit.ChainEnd;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's command writes what it is about to do. {@link #record} returns when the broker
 * has the link for good, and throws otherwise: no audit, no deed. So the audit may tell a deed that
 * then failed, and never lacks one that was done.
 *
 * <p>Each opened log is a chain of its own, {@code desk/} and a random id: two commands at once, on
 * one machine or on two, cannot fork a chain, and none needs to read what others wrote. What a
 * chain cannot tell, that all of it is gone, the sealed {@link AuditFile} tells. For one thread.
 *
 * <pre>{@code
 * try (AuditLog audit = AuditLog.open(config, "police-be/duty officer")) {
 *   audit.record(Deed.WITHDRAWN, "W-17", "judicial", "2026/117", "", "vehicle found");
 *   watchlist.write(withdrawn); // only now
 * }
 * }</pre>
 */
public final class AuditLog implements AutoCloseable {

  /** A broker that is there answers long before; a person waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final Duration DELIVERY = PATIENCE.multipliedBy(2);

  private final PassageConfig config;
  private final String actor;
  private final Clock clock;
  private final AvroCodec<AuditRecord> codec;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Null after a link of which nobody knows whether the broker has it. */
  private @Nullable ChainEnd end;

  private AuditLog(PassageConfig config, String actor, Clock clock) {
    this.config = config;
    this.actor = actor;
    this.clock = clock;
    end = ChainEnd.start("desk/" + UUID.randomUUID());
    codec =
        new AvroCodec<>(
            AuditRecord.class,
            Topic.AUDIT.subject(),
            new SchemaRegistryClient(config.registry().url(), PATIENCE));
    try {
      producer =
          new KafkaProducer<>(
              properties(config), new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /**
   * A log for one run of a command.
   *
   * @param actor who acts: a service or function
   * @throws NoAnswerException when the broker's address is none
   */
  public static AuditLog open(PassageConfig config, String actor) {
    return open(config, actor, Clock.systemUTC());
  }

  /** The same by another clock. */
  static AuditLog open(PassageConfig config, String actor, Clock clock) {
    return new AuditLog(config, actor, clock);
  }

  /**
   * Writes what is about to be done, and waits until it is there for good.
   *
   * @param subject what it is done to: an entry, alert, list, or the question of a search
   * @param purpose the purpose it serves
   * @param caseNumber the file it belongs to; empty where the deed has none
   * @param basis the article or decision behind it; empty where none is needed
   * @param note what else a reader of the log must know
   * @throws NoAnswerException when it could not be written: the deed must not be done
   */
  public void record(
      Deed deed, String subject, String purpose, String caseNumber, String basis, String note) {
    AuditEntry entry =
        new AuditEntry(clock.instant(), actor, deed, subject, purpose, caseNumber, basis, "", note);
    ChainEnd before = end;
    if (before == null) {
      throw new IllegalStateException("the audit could not be written before");
    }
    AuditRecord link = before.link(entry);
    end = null;
    write(link);
    end = ChainEnd.after(link);
  }

  private void write(AuditRecord link) {
    try {
      byte[] key = link.getChain().getBytes(StandardCharsets.UTF_8);
      producer
          .send(new ProducerRecord<>(Topic.AUDIT.topicName(), key, codec.encode(link)))
          .get(DELIVERY.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (WireException | ExecutionException | TimeoutException | KafkaException e) {
      throw refused(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(e);
    }
  }

  /** Does not wait: what {@link #record} returned from is written. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  private NoAnswerException refused(Exception e) {
    Throwable why = e instanceof ExecutionException ? e.getCause() : e;
    return new NoAnswerException(
        "The audit cannot be written at %s and %s, and without it nothing is done (%s)."
            .formatted(config.kafka().bootstrapServers(), config.registry().url(), why),
        e);
  }

  private static Properties properties(PassageConfig config) {
    Properties properties = config.kafka().clientProperties();
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    properties.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
    String patience = Long.toString(PATIENCE.toMillis());
    properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    properties.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    properties.setProperty(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(DELIVERY.toMillis()));
    return properties;
  }
}
