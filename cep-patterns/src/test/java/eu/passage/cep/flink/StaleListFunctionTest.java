package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.Samples;
import eu.passage.cep.watch.ListAge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaleListFunctionTest {

  private static final WatchListMaking FIRST = Samples.making(1);
  private static final Instant STALE = ListAge.of(FIRST).staleAt();
  private static final Duration DAY = Duration.ofDays(1);

  private KeyedOneInputStreamOperatorTestHarness<String, WatchListMaking, Alert> lists;

  @BeforeEach
  void open() throws Exception {
    lists = harness();
    lists.open();
    clock(FIRST.getImportedAt());
  }

  @AfterEach
  void close() throws Exception {
    lists.close();
  }

  @Test
  void aListIsToldWhenItBecomesStaleAndAgainEachDay() throws Exception {
    lists.processElement(FIRST, 0);
    clock(STALE.minusMillis(1));
    assertThat(told()).isEmpty();

    clock(STALE);
    assertThat(told())
        .singleElement()
        .returns(AlertKind.OTHER, Alert::getKind)
        .returns("list-stale", Alert::getRuleId)
        .returns(1, Alert::getRuleVersion)
        .returns(Severity.HIGH, Alert::getSeverity)
        .returns("operations", Alert::getPurpose)
        .returns(List.of("operators"), Alert::getRecipients)
        .returns(STALE, Alert::getAt)
        .returns(
            "List stolen is stale: making 1 was made at 2026-03-09T23:00:00Z, and a newer one was"
                + " due 36 h later. Its 1,200 rows still match, and what has changed since is not"
                + " known here.",
            Alert::getReason);

    clock(STALE.plus(DAY).minusMillis(1));
    assertThat(told()).hasSize(1);
    clock(STALE.plus(DAY));
    clock(STALE.plus(DAY.multipliedBy(2)));
    assertThat(told()).extracting(Alert::getAlertId).hasSize(3).doesNotHaveDuplicates();
    assertThat(told().get(2).getReason()).startsWith("List stolen is stale for 2 days: making 1");
  }

  @Test
  void aNewerMakingEndsItAndAnOlderOneDoesNot() throws Exception {
    lists.processElement(FIRST, 0);
    clock(STALE);
    lists.processElement(Samples.making(3), 0);
    lists.processElement(Samples.making(2), 0);

    clock(ListAge.of(Samples.making(3)).staleAt().minusMillis(1));
    assertThat(told()).hasSize(1);
    clock(ListAge.of(Samples.making(3)).staleAt());
    assertThat(told()).extracting(Alert::getRuleVersion).containsExactly(1, 3);
  }

  @Test
  void ofMakingsThatAJobReadsFromTheBeginningOnlyTheNewestIsTold() throws Exception {
    clock(STALE.plus(DAY.multipliedBy(7)));
    lists.processElement(FIRST, 0);
    lists.processElement(Samples.making(2), 0);
    clock(STALE.plus(DAY.multipliedBy(7)).plus(StaleListFunction.GRACE));

    assertThat(told())
        .singleElement()
        .returns(2, Alert::getRuleVersion)
        .satisfies(alert -> assertThat(alert.getReason()).contains("stale for 6 days"));
  }

  @Test
  void aRestartRepeatsNothingAndWhatCameDueMeanwhileIsToldOnce() throws Exception {
    lists.processElement(FIRST, 0);
    clock(STALE);
    List<Alert> before = told();
    restart();
    clock(STALE.plus(DAY).minusMillis(1));
    assertThat(told()).isEmpty();

    restart();
    clock(STALE.plus(DAY.multipliedBy(4)).plusSeconds(1));
    assertThat(told())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getAlertId()).isNotEqualTo(before.get(0).getAlertId());
              assertThat(alert.getReason()).contains("stale for 4 days");
            });
  }

  @Test
  void aListOfWhichNoRowMatchesAnyMoreIsToldNoLongerAndLeavesNothing() throws Exception {
    WatchListMaking brief = Samples.making(1);
    brief.setExpiresAt(STALE.plus(Duration.ofHours(30)));
    lists.processElement(brief, 0);
    clock(STALE.plus(DAY.multipliedBy(9)));

    assertThat(told()).isEmpty();
    assertThat(lists.numKeyedStateEntries()).isZero();
    assertThat(lists.numProcessingTimeTimers()).isZero();
  }

  private void restart() throws Exception {
    OperatorSubtaskState state = lists.snapshot(1, 1);
    long now = lists.getProcessingTime();
    lists.close();
    lists = harness();
    lists.initializeState(state);
    lists.open();
    lists.setProcessingTime(now);
  }

  private void clock(Instant now) throws Exception {
    lists.setProcessingTime(now.toEpochMilli());
  }

  private List<Alert> told() {
    return lists.extractOutputValues();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, WatchListMaking, Alert> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new StaleListFunction()),
        WatchListMaking::getList,
        Types.STRING);
  }
}
