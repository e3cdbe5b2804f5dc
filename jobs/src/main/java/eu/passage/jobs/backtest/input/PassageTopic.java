package eu.passage.jobs.backtest.input;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import java.util.Collections;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The topic {@code passages}: all that it holds when the reading begins. */
public final class PassageTopic implements PassageInput {

  private final PassageConfig config;
  private final ReadLedger ledger;
  private final Handover<ReadLedger> handover;

  /**
   * @param cores that will read
   */
  public PassageTopic(PassageConfig config, int cores) {
    this.config = config;
    // nobody knows how much will come: a topic has no size
    ledger = new ReadLedger(Collections.singletonList(name()), Collections.nCopies(cores, 0), 0);
    handover = new Handover<>(ledger);
  }

  @Override
  public DataStream<PassageFacts> open(
      StreamExecutionEnvironment env, TypeInformation<PassageFacts> type) {
    KafkaTopics topics = new KafkaTopics(env, config, "backtest");
    KafkaTopics.Read<Passage> read = topics.recorded(Topic.PASSAGES, Passage.class);
    read.refused()
        .sinkTo(new NoteUnreadable(handover))
        .name("count unreadable passages")
        .uid("count-unreadable-passages");
    return read.records()
        .flatMap(new ReadRecords(config.catalogue(), handover))
        .returns(type)
        .name("facts of passages")
        .uid("facts-of-passages");
  }

  @Override
  public ReadLedger ledger() {
    return ledger;
  }

  @Override
  public String name() {
    return "topic " + Topic.PASSAGES.topicName();
  }

  @Override
  public void close() {
    handover.close();
  }
}
