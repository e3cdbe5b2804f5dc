package eu.passage.jobs.config;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The Kafka cluster.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param groupId start of the consumer groups' names; each job appends its own
 * @param transactionalIdPrefix start of the sinks' transactional ids: two installations on one
 *     cluster need different ones
 * @param transactionTimeout after which the broker aborts an open transaction; longer than any
 *     restart of a job takes, at most the broker's {@code transaction.max.timeout.ms}
 * @param properties handed to every client as they are: {@code security.protocol}, {@code sasl.*},
 *     {@code ssl.*}
 */
public record KafkaSettings(
    String bootstrapServers,
    String groupId,
    String transactionalIdPrefix,
    Duration transactionTimeout,
    Map<String, String> properties) {

  /** What exactly-once rests on: none of these may be overridden. */
  private static final Set<String> OWN =
      Set.of(
          "bootstrap.servers",
          "group.id",
          "transactional.id",
          "transaction.timeout.ms",
          "isolation.level",
          "enable.auto.commit",
          "auto.offset.reset",
          "acks",
          "enable.idempotence",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer");

  public KafkaSettings {
    properties = Map.copyOf(properties);
    InvalidValueException.require(
        !bootstrapServers.isBlank(), "bootstrapServers", bootstrapServers, "host:port");
    InvalidValueException.require(!groupId.isBlank(), "groupId", groupId, "a name");
    InvalidValueException.require(
        !transactionalIdPrefix.isBlank(), "transactionalIdPrefix", transactionalIdPrefix, "a name");
    InvalidValueException.require(
        transactionTimeout.compareTo(Duration.ofSeconds(1)) >= 0,
        "transactionTimeout",
        transactionTimeout,
        "1s or more");
    for (String name : properties.keySet()) {
      InvalidValueException.require(
          !OWN.contains(name),
          "properties",
          name,
          "client properties that Passage does not set itself, such as security.protocol");
    }
  }

  /** What every client needs to reach the cluster. */
  public Properties clientProperties() {
    Properties client = new Properties();
    client.putAll(properties);
    client.setProperty("bootstrap.servers", bootstrapServers);
    return client;
  }

  KafkaSettings with(Map<String, String> otherProperties) {
    return new KafkaSettings(
        bootstrapServers, groupId, transactionalIdPrefix, transactionTimeout, otherProperties);
  }

  KafkaSettings at(String otherBootstrapServers) {
    return new KafkaSettings(
        otherBootstrapServers, groupId, transactionalIdPrefix, transactionTimeout, properties);
  }
}
