package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.cep.audit.Disclosures;
import eu.passage.schemas.audit.ChainVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AuditFunctionTest {

  private static final JobID JOB = new JobID(1, 2);
  private static final JobID STARTED_ANEW = new JobID(3, 4);
  private static final Instant NOW = Instant.parse("2026-03-11T11:00:00Z");

  @Test
  void eachRecipientHasAChainOfItsOwnThatIsWhole() throws Exception {
    try (Harness audit = new Harness(JOB)) {
      audit.tell("police-be", "N-1");
      audit.tell("ccpd-tournai", "N-2");
      audit.tell("police-be", "N-3");

      assertWhole(audit.told());
      assertThat(audit.told())
          .extracting(AuditRecord::getChain, AuditRecord::getPlace, AuditRecord::getRecipient)
          .containsExactly(
              tuple(chain("police-be", JOB), 0L, "police-be"),
              tuple(chain("ccpd-tournai", JOB), 0L, "ccpd-tournai"),
              tuple(chain("police-be", JOB), 1L, "police-be"));
      assertThat(audit.told()).allMatch(link -> link.getAt().equals(NOW));
    }
  }

  @Test
  void aJobThatRecoversGoesOnWithItsChain() throws Exception {
    List<AuditRecord> told = new ArrayList<>();
    OperatorSubtaskState checkpoint;
    try (Harness before = new Harness(JOB)) {
      before.tell("police-be", "N-1");
      checkpoint = before.checkpoint();
      told.addAll(before.told());
      before.tell("police-be", "lost with the machine, and told again");
    }
    try (Harness after = new Harness(JOB, checkpoint)) {
      after.tell("police-be", "N-2");
      told.addAll(after.told());
    }

    assertWhole(told);
    assertThat(told).extracting(AuditRecord::getPlace).containsExactly(0L, 1L);
  }

  @Test
  void aJobStartedAnewFromAnOlderSavepointForksNoChain() throws Exception {
    List<AuditRecord> told = new ArrayList<>();
    OperatorSubtaskState savepoint;
    try (Harness before = new Harness(JOB)) {
      before.tell("police-be", "N-1");
      savepoint = before.checkpoint();
      before.tell("police-be", "N-2");
      told.addAll(before.told());
    }
    try (Harness after = new Harness(STARTED_ANEW, savepoint)) {
      after.tell("police-be", "N-3");
      after.tell("police-be", "N-4");
      told.addAll(after.told());
    }

    assertWhole(told);
    AuditRecord opening = told.get(2);
    assertThat(opening.getChain()).isEqualTo(chain("police-be", STARTED_ANEW));
    assertThat(opening.getDeed()).isEqualTo(Deed.OTHER);
    assertThat(opening.getSubject()).isEqualTo(chain("police-be", JOB));
    assertThat(opening.getNote()).contains("at place 0 with hash " + told.get(0).getHash());
    assertThat(told.subList(3, 5)).extracting(AuditRecord::getPlace).containsExactly(1L, 2L);
  }

  private static String chain(String recipient, JobID job) {
    return "detection/" + recipient + "/" + job.toHexString();
  }

  private static void assertWhole(List<AuditRecord> links) {
    ChainVerifier verifier = new ChainVerifier();
    assertThat(links).allSatisfy(link -> assertThat(verifier.check(link)).isEmpty());
  }

  private static final class Harness implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, Notice, AuditRecord> harness;

    Harness(JobID job) throws Exception {
      harness = harness(job);
      harness.open();
      harness.setProcessingTime(NOW.toEpochMilli());
    }

    Harness(JobID job, OperatorSubtaskState state) throws Exception {
      harness = harness(job);
      harness.initializeState(state);
      harness.open();
      harness.setProcessingTime(NOW.toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Notice, AuditRecord> harness(
        JobID job) throws Exception {
      return new KeyedOneInputStreamOperatorTestHarness<>(
          new KeyedProcessOperator<>(
              new AuditFunction<Notice>((notice, now) -> Optional.of(Disclosures.of(notice, now)))),
          Notice::getRecipient,
          Types.STRING,
          new MockEnvironmentBuilder().setJobID(job).build());
    }

    void tell(String recipient, String noticeId) throws Exception {
      harness.processElement(
          Notice.newBuilder()
              .setNoticeId(noticeId)
              .setRecipient(recipient)
              .setKind(NoticeKind.UPDATE)
              .setAlertId("A-1")
              .setVehicleKey("BE:1A8C234")
              .setPurpose("judicial")
              .setAt(NOW)
              .setTexts(Map.of())
              .build(),
          0);
    }

    OperatorSubtaskState checkpoint() throws Exception {
      return harness.snapshot(1, 1);
    }

    List<AuditRecord> told() {
      return List.copyOf(harness.extractOutputValues());
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
