package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.jobs.backtest.input.SamplePassages;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules on what the topic of passages holds, with a real broker. */
@Timeout(300)
class BacktestTopicTest {

  private static final int PASSAGES = 10;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatTheTopicHoldsIsTriedToItsEnd() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      try (var passages = new TopicWriter<>(config, Topic.PASSAGES, Passage.class)) {
        for (int i = 0; i < PASSAGES; i++) {
          passages.write(SamplePassages.passage(i, "EST-" + (1 + i % 2)));
        }
        passages.write("none", new byte[] {1, 2, 3});
        passages.flush();
      }
      leaveTheMarkOfATransactionLast(config);

      RulesRun run =
          RulesRun.of(
              "backtest",
              rule(),
              "--topic",
              "--json",
              "--bootstrap",
              config.kafka().bootstrapServers(),
              "--registry",
              config.registry().url().toString());

      assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
      assertThat(run.out().lines())
          .hasSize(PASSAGES / 2)
          .allMatch(line -> line.contains("\"camera\":\"EST-2\""));
      assertThat(run.err())
          .contains("11 passages of topic passages", "1 line could not be used")
          .contains("passages-");
    }
  }

  /** As every job leaves it: behind the last record, at an offset that holds none. */
  private static void leaveTheMarkOfATransactionLast(PassageConfig config) throws Exception {
    var properties = config.kafka().clientProperties();
    properties.setProperty("transactional.id", "test");
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (boolean kept : List.of(true, false)) {
        producer.beginTransaction();
        byte[] known = encoded(config);
        producer.send(new ProducerRecord<>(Topic.PASSAGES.topicName(), 0, null, known)).get();
        if (kept) {
          producer.commitTransaction();
        } else {
          producer.abortTransaction();
        }
      }
    }
  }

  private static byte[] encoded(PassageConfig config) throws Exception {
    return new AvroCodec<>(
            Passage.class,
            Topic.PASSAGES.subject(),
            new SchemaRegistryClient(config.registry().url()))
        .encode(SamplePassages.passage(PASSAGES, "EST-1"));
  }

  private String rule() throws IOException {
    return Files.writeString(
            folder.resolve("second.yaml"),
            """
            rule: second-camera
            title: A vehicle at the second camera
            when: passage where camera.id == 'EST-2'
            """)
        .toString();
  }
}
