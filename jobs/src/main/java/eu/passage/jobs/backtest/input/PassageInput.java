package eu.passage.jobs.backtest.input;

import eu.passage.cep.facts.PassageFacts;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where recorded passages come from. Close it when the job has ended. */
public interface PassageInput extends AutoCloseable {

  /**
   * Adds the readers.
   *
   * @param type of the stream
   */
  DataStream<PassageFacts> open(StreamExecutionEnvironment env, TypeInformation<PassageFacts> type);

  /** What the readers tell. */
  ReadLedger ledger();

  /** For people: the files, or the topic. */
  String name();

  @Override
  void close();
}
