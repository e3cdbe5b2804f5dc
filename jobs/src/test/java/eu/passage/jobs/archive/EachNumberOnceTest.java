package eu.passage.jobs.archive;

import static eu.passage.jobs.archive.SampleTolls.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EachNumberOnceTest {

  @TempDir Path files;

  @Test
  void eachNumberOfAPointComesThroughOnceInWhateverOrder() throws Exception {
    try (var harness = harness(true)) {
      harness.open();
      give(harness, event("EST-1", 2000), event("EST-1", 1), event("EST-2", 1), event("EST-1", 1));
      give(harness, event("EST-1", 1999), event("EST-1", 2000));

      assertThat(harness.extractOutputValues())
          .extracting(TollEvent::getEventId)
          .containsExactly("toll-EST-1-2000", "toll-EST-1-1", "toll-EST-2-1", "toll-EST-1-1999");
      assertThat(letters(harness)).isEmpty();
      assertThat(harness.numKeyedStateEntries()).as("one for each point").isEqualTo(2);
    }
  }

  @Test
  void withoutATableWhatComesAgainIsRefusedSinceNobodyCanTellWhetherItIsTheSame() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      give(harness, event("EST-1", 1), event("EST-1", 1));

      assertThat(harness.extractOutputValues()).hasSize(1);
      assertThat(letters(harness))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.getOrigin()).isEqualTo("toll-EST-1-1");
                assertThat(letter.getMessage()).contains("came before");
              });
    }
  }

  @Test
  void anEventWithoutANumberIsRefused() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      give(harness, event("EST-1", 0));

      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(letters(harness)).hasSize(1);
    }
  }

  @Test
  void whatWasLetThroughIsRememberedByACheckpoint() throws Exception {
    OperatorSubtaskState checkpoint;
    try (var harness = harness(true)) {
      harness.open();
      give(harness, event("EST-1", 1));
      checkpoint = harness.snapshot(1, 1);
    }
    finish("day=2026-11-26/tolls-1.parquet");
    try (var harness = harness(true)) {
      harness.initializeState(checkpoint);
      harness.open();
      give(harness, event("EST-1", 1), event("EST-1", 2));

      assertThat(harness.extractOutputValues())
          .extracting(TollEvent::getSequence)
          .containsExactly(2L);
    }
  }

  @Test
  void whoStartsAnewIntoADirectoryWithFilesIsStopped() throws Exception {
    finish("day=2026-11-26/tolls-1.parquet");

    try (var harness = harness(true)) {
      assertThatThrownBy(harness::open)
          .as("for good: to try again would not help")
          .isInstanceOf(SuppressRestartsException.class)
          .cause()
          .hasMessageContaining("holds files of an earlier run")
          .hasMessageContaining("savepoint");
    }
  }

  @Test
  void filesThatWereNeverFinishedAreNoFiles() throws Exception {
    finish("day=2026-11-26/.tolls-1.parquet.inprogress.1");

    try (var harness = harness(true)) {
      harness.open();
      give(harness, event("EST-1", 1));

      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  private void finish(String name) throws Exception {
    Path file = files.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  private KeyedOneInputStreamOperatorTestHarness<String, TollEvent, TollEvent> harness(
      boolean behindTable) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new EachNumberOnce(files.toUri(), behindTable)),
        EachNumberOnce::point,
        Types.STRING);
  }

  private static void give(
      KeyedOneInputStreamOperatorTestHarness<String, TollEvent, TollEvent> harness,
      TollEvent... events)
      throws Exception {
    for (TollEvent event : events) {
      harness.processElement(new StreamRecord<>(event));
    }
  }

  private static List<DeadLetter> letters(
      KeyedOneInputStreamOperatorTestHarness<String, TollEvent, TollEvent> harness) {
    var letters = harness.getSideOutput(ArchiveRefusal.TAG);
    return letters == null ? List.of() : letters.stream().map(StreamRecord::getValue).toList();
  }
}
