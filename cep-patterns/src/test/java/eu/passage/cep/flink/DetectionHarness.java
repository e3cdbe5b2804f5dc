package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import eu.passage.schemas.plates.VehicleKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The detection operator in Flink's harness, in the words of the tests. */
final class DetectionHarness implements AutoCloseable {

  private final DetectionSettings settings;
  private final List<Alert> alerts = new ArrayList<>();
  private KeyedTwoInputStreamOperatorTestHarness<String, Passage, WatchEntry, Alert> harness;

  DetectionHarness(DetectionSettings settings) throws Exception {
    this.settings = settings;
    harness = create();
    harness.open();
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, Passage, WatchEntry, Alert> create()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new DetectionFunction(settings)),
        Passage::getVehicleKey,
        entry -> VehicleKey.of(entry.getCountry(), entry.getPlate()),
        Types.STRING);
  }

  DetectionHarness pass(Passage... passages) throws Exception {
    for (Passage passage : passages) {
      harness.processElement1(passage, passage.getAt().toEpochMilli());
    }
    return this;
  }

  DetectionHarness watch(WatchEntry entry) throws Exception {
    harness.processElement2(entry, entry.getMadeAt().toEpochMilli());
    return this;
  }

  /** Event time comes to this local time. */
  DetectionHarness until(String local) throws Exception {
    return watermark(Samples.local(local).toEpochMilli());
  }

  /** As at the end of bounded input. */
  DetectionHarness end() throws Exception {
    return watermark(Watermark.MAX_WATERMARK.getTimestamp());
  }

  DetectionHarness watermark(long time) throws Exception {
    harness.processBothWatermarks(new Watermark(time));
    return this;
  }

  /** A savepoint, the end of the operator, and another that starts from it. */
  DetectionHarness restart() throws Exception {
    collect();
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = create();
    harness.initializeState(snapshot);
    harness.open();
    return this;
  }

  /** All alerts so far, across restarts. */
  List<Alert> alerts() {
    collect();
    return List.copyOf(alerts);
  }

  List<String> reasons() {
    return alerts().stream().map(Alert::getReason).toList();
  }

  /** The passages admitted since the last restart. */
  List<Passage> admitted() {
    var records = harness.getSideOutput(SideOutputs.PASSAGES);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  void assertNothingIsLeft() {
    assertThat(harness.numKeyedStateEntries()).as("state").isZero();
    assertThat(harness.numEventTimeTimers()).as("timers").isZero();
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  private void collect() {
    alerts.addAll(harness.extractOutputValues());
    harness.getOutput().clear();
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
