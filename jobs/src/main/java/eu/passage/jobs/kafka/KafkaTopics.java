package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.Notice;
import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.KafkaSettings;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * The topics as a job reads and writes them: Confluent wire format, exactly once, and what cannot
 * be read put aside.
 */
public final class KafkaTopics {

  /** The largest record of any topic: a frame holds up to 2 MiB of picture, the rest is small. */
  public static final int MAX_RECORD_BYTES = 3 << 20;

  private final StreamExecutionEnvironment env;
  private final PassageConfig config;
  private final String job;

  /**
   * @param job its name: part of its consumer group and of its transactional ids
   */
  public KafkaTopics(StreamExecutionEnvironment env, PassageConfig config, String job) {
    this.env = env;
    this.config = config;
    this.job = job;
  }

  /**
   * What a topic gives.
   *
   * @param records with their event time
   * @param refused what could not be read, for {@link Topic#DEAD_LETTERS}
   */
  public record Read<T>(DataStream<T> records, DataStream<DeadLetter> refused) {}

  /**
   * Events, from where this job's consumer group stands, at first from the topic's beginning.
   *
   * @param time event time, which drives the watermark
   */
  public <T extends SpecificRecordBase> Read<T> events(
      Topic topic, Class<T> recordClass, EventTime.Of<T> time) {
    return read(
        topic,
        source(
            topic,
            recordClass,
            OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST),
            Tombstones.none()),
        EventTime.following(time, config.eventTime()),
        recordClass);
  }

  /**
   * A list that a compacted topic keeps: always from its beginning, unless a checkpoint holds it.
   * It gives no watermarks: whoever joins it with events must not wait for any.
   *
   * @param tombstones what a record without a value becomes
   */
  public <T extends SpecificRecordBase> Read<T> list(
      Topic topic, Class<T> recordClass, Tombstones<T> tombstones) {
    return read(
        topic,
        source(topic, recordClass, OffsetsInitializer.earliest(), tombstones),
        WatermarkStrategy.noWatermarks(),
        recordClass);
  }

  /**
   * All of a topic and what comes: always from its beginning, unless a checkpoint holds how far it
   * was read. It gives no watermarks.
   */
  public <T extends SpecificRecordBase> Read<T> whole(Topic topic, Class<T> recordClass) {
    return list(topic, recordClass, Tombstones.none());
  }

  /**
   * What a topic holds by now, from its beginning; then the stream ends. It gives no watermarks.
   */
  public <T extends SpecificRecordBase> Read<T> recorded(Topic topic, Class<T> recordClass) {
    return read(
        topic,
        source(topic, recordClass, OffsetsInitializer.earliest(), Tombstones.none())
            .setBounded(OffsetsInitializer.latest()),
        WatermarkStrategy.noWatermarks(),
        recordClass);
  }

  /** Writes a stream to a topic; readers at read_committed see each record once. */
  public <T extends SpecificRecordBase> void write(
      DataStream<T> records, Topic topic, Class<T> recordClass) {
    write(
        records,
        topic,
        WireWriter.to(topic, recordClass, config.registry().url()),
        DeliveryGuarantee.EXACTLY_ONCE);
  }

  /**
   * Writes a stream to a topic at once, some of it twice after a crash: for a job whose checkpoints
   * may stand still for longer than the broker keeps a transaction open.
   */
  public <T extends SpecificRecordBase> void writeAtLeastOnce(
      DataStream<T> records, Topic topic, Class<T> recordClass) {
    write(
        records,
        topic,
        WireWriter.to(topic, recordClass, config.registry().url()),
        DeliveryGuarantee.AT_LEAST_ONCE);
  }

  /** Writes each notice to the topic of its recipient, in the same way. */
  public void writeNotices(DataStream<Notice> notices, List<Recipient> recipients) {
    List<String> topics =
        recipients.stream().map(recipient -> Topic.noticesOf(recipient.id())).toList();
    write(
        notices,
        Topic.NOTICES,
        new WireWriter<>(
            topics,
            notice -> Topic.noticesOf(notice.getRecipient()),
            Notice.class,
            config.registry().url()),
        DeliveryGuarantee.EXACTLY_ONCE);
  }

  private <T extends SpecificRecordBase> void write(
      DataStream<T> records, Topic topic, WireWriter<T> writer, DeliveryGuarantee guarantee) {
    KafkaSettings kafka = config.kafka();
    Properties client = kafka.clientProperties();
    client.setProperty(
        "transaction.timeout.ms", Long.toString(kafka.transactionTimeout().toMillis()));
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(kafka.bootstrapServers())
            .setKafkaProducerConfig(client)
            .setRecordSerializer(writer)
            .setDeliveryGuarantee(guarantee)
            .setTransactionalIdPrefix(
                "%s-%s-%s".formatted(kafka.transactionalIdPrefix(), job, topic.topicName()))
            .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
            .build();
    String name = "write " + topic.topicName();
    records.sinkTo(sink).name(name).uid(uid(name));
  }

  private <T extends SpecificRecordBase> KafkaSourceBuilder<Either<DeadLetter, T>> source(
      Topic topic, Class<T> recordClass, OffsetsInitializer start, Tombstones<T> tombstones) {
    KafkaSettings kafka = config.kafka();
    Properties client = kafka.clientProperties();
    client.setProperty("isolation.level", "read_committed");
    return KafkaSource.<Either<DeadLetter, T>>builder()
        .setTopics(topic.topicName())
        .setProperties(client)
        .setGroupId(kafka.groupId() + "-" + job)
        .setStartingOffsets(start)
        .setDeserializer(new WireReader<>(topic, recordClass, config.registry().url(), tombstones));
  }

  private <T extends SpecificRecordBase> Read<T> read(
      Topic topic,
      KafkaSourceBuilder<Either<DeadLetter, T>> source,
      WatermarkStrategy<Either<DeadLetter, T>> time,
      Class<T> recordClass) {
    String name = "read " + topic.topicName();
    SingleOutputStreamOperator<T> records =
        env.fromSource(source.build(), time, name)
            .uid(uid(name))
            .process(new SplitRefusals<T>())
            .returns(new AvroTypeInfo<>(recordClass))
            .name("refuse unreadable " + topic.topicName())
            .uid(uid("refuse " + topic.topicName()));
    return new Read<>(records, records.getSideOutput(SplitRefusals.REFUSED));
  }

  private static String uid(String name) {
    return name.replace(' ', '-');
  }
}
