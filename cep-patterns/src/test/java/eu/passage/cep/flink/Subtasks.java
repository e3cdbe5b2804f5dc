package eu.passage.cep.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * A keyed operator in as many subtasks as wanted, each in Flink's harness. Records go to the
 * subtask of their key's group and, on their way in and out, through the serializers a network
 * would take them through.
 */
final class Subtasks<IN, OUT> implements AutoCloseable {

  static final int MAX_PARALLELISM = 128;

  private final Supplier<OneInputStreamOperator<IN, OUT>> operator;
  private final KeySelector<IN, Long> key;
  private final TypeSerializer<IN> input;
  private final TypeSerializer<OUT> output;
  private final List<OUT> main = new ArrayList<>();
  private final Map<String, List<Object>> sides = new HashMap<>();
  private final List<KeyedOneInputStreamOperatorTestHarness<Long, IN, OUT>> running =
      new ArrayList<>();
  private long watermark = Long.MIN_VALUE;
  private long machineTime;

  Subtasks(
      int parallelism,
      Supplier<OneInputStreamOperator<IN, OUT>> operator,
      KeySelector<IN, Long> key,
      TypeInformation<IN> input,
      TypeInformation<OUT> output)
      throws Exception {
    this.operator = operator;
    this.key = key;
    this.input = input.createSerializer(null);
    this.output = output.createSerializer(null);
    start(parallelism, null);
  }

  private void start(int parallelism, OperatorSubtaskState savepoint) throws Exception {
    int before = running.size();
    running.clear();
    for (int i = 0; i < parallelism; i++) {
      var harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              operator.get(), key, Types.LONG, MAX_PARALLELISM, parallelism, i);
      harness.setOutputCreator(ignored -> new Kept());
      harness.setup(output);
      running.add(harness);
      harness.setProcessingTime(machineTime);
      harness.setStateTtlProcessingTime(machineTime);
      if (savepoint != null) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                savepoint, MAX_PARALLELISM, before, parallelism, i));
      }
      harness.open();
    }
  }

  /** A savepoint of all subtasks, their end, and others that start from it. */
  void restart(int parallelism) throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[running.size()];
    for (int i = 0; i < states.length; i++) {
      running.get(i).prepareSnapshotPreBarrier(1);
      states[i] = running.get(i).snapshot(1, 1);
    }
    OperatorSubtaskState savepoint = AbstractStreamOperatorTestHarness.repackageState(states);
    for (var harness : running) {
      harness.close();
    }
    start(parallelism, savepoint);
    if (watermark != Long.MIN_VALUE) {
      watermark(watermark);
    }
  }

  void process(IN record, long timestamp) throws Exception {
    of(key.getKey(record)).processElement(copy(record, input), timestamp);
  }

  void watermark(long time) throws Exception {
    watermark = time;
    for (var harness : running) {
      harness.processWatermark(new Watermark(time));
    }
  }

  /** The machine's clock comes to this time, that of state's time to live too. */
  void machineTime(long millis) throws Exception {
    machineTime = millis;
    for (var harness : running) {
      harness.setStateTtlProcessingTime(millis);
      harness.setProcessingTime(millis);
    }
  }

  /**
   * A restart on a machine whose clock stands there. To come there from afar would take a step for
   * each of an operator's ticks.
   */
  void restartAt(long millis) throws Exception {
    machineTime = millis;
    restart(running.size());
  }

  /** What was told since this was asked last. */
  List<OUT> drain() {
    List<OUT> drained = List.copyOf(main);
    main.clear();
    return drained;
  }

  /** The same of a side output. */
  @SuppressWarnings("unchecked") // put there under the tag's id
  <X> List<X> drain(OutputTag<X> tag) {
    List<Object> side = sides.remove(tag.getId());
    return side == null ? List.of() : (List<X>) side;
  }

  int stateEntries() {
    return running.stream().mapToInt(h -> h.numKeyedStateEntries()).sum();
  }

  int timers() {
    return running.stream().mapToInt(h -> h.numEventTimeTimers()).sum();
  }

  int parallelism() {
    return running.size();
  }

  /** The operators of all subtasks. */
  <T> List<T> operators(Class<T> type) {
    return running.stream().map(harness -> type.cast(harness.getOperator())).toList();
  }

  /** The operator that has this key, turned to it. */
  <T> T turnedTo(long wanted, Class<T> type) {
    var operatorOfKey = of(wanted).getOperator();
    operatorOfKey.setCurrentKey(wanted);
    return type.cast(operatorOfKey);
  }

  private KeyedOneInputStreamOperatorTestHarness<Long, IN, OUT> of(long wanted) {
    return running.get(
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            wanted, MAX_PARALLELISM, running.size()));
  }

  private static <T> T copy(T record, TypeSerializer<T> serializer) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(256);
      serializer.serialize(record, out);
      return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws Exception {
    for (var harness : running) {
      harness.close();
    }
  }

  private final class Kept implements Output<StreamRecord<OUT>> {

    @Override
    public void collect(StreamRecord<OUT> record) {
      main.add(copy(record.getValue(), output));
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
      sides
          .computeIfAbsent(tag.getId(), id -> new ArrayList<>())
          .add(copy(record.getValue(), tag.getTypeInfo().createSerializer(null)));
    }

    @Override
    public void emitWatermark(Watermark mark) {}

    @Override
    public void emitWatermark(WatermarkEvent event) {}

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {}

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {}

    @Override
    public void close() {}
  }
}
