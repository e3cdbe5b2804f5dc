package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.SampleRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What commands that change an entry say, to people and to scripts. */
class ChangeWordsTest {

  private static final Duration TOOK = Duration.ofMillis(1_234);

  private final List<String> answers = new ArrayList<>();
  private final List<String> asides = new ArrayList<>();
  private final ChangeWords people = new ChangeWords(false, answers::add, asides::add);
  private final ChangeWords scripts = new ChangeWords(true, answers::add, asides::add);
  private final WatchEntry entry = entry();

  @Test
  void whatIsDoneIsOneLine() {
    assertThat(people.done(entry, WatchStep.ACTIVE, "is in force", TOOK)).isEqualTo(ExitCode.OK);
    assertThat(scripts.done(entry, WatchStep.ACTIVE, "is in force", TOOK)).isEqualTo(ExitCode.OK);

    assertThat(answers)
        .containsExactly("W-7 is in force after 1.2 s", object("ACTIVE", 1.234, "", ""));
    assertThat(asides).isEmpty();
  }

  @Test
  void whoeverDoesNotWaitHearsThatItIsWritten() {
    assertThat(people.written(entry)).isEqualTo(ExitCode.OK);
    assertThat(scripts.written(entry)).isEqualTo(ExitCode.OK);

    assertThat(answers).containsExactly("W-7 is written", object("WRITTEN", 0.0, "", ""));
  }

  @Test
  void whatIsSoAlreadyIsNoFault() {
    assertThat(people.unchanged(entry, "is approved already")).isEqualTo(ExitCode.OK);
    assertThat(scripts.unchanged(entry, "is approved already")).isEqualTo(ExitCode.OK);

    assertThat(answers)
        .containsExactly(
            "W-7 is approved already, and nothing was sent",
            object("UNCHANGED", 0.0, "", "is approved already"));
  }

  @Test
  void faultsAreToldEachAndThatNothingWasWritten() {
    assertThat(people.refuse(List.of("no case", "no \u001b[2Jbasis"))).isEqualTo(ExitCode.NEGATIVE);
    assertThat(asides).hasSize(3).startsWith("- no case").endsWith("Nothing was written.");
    assertThat(asides.get(1)).doesNotContain("\u001b");
    assertThat(answers).isEmpty();

    assertThat(scripts.refuse(List.of("no case"))).isEqualTo(ExitCode.NEGATIVE);
    assertThat(answers).containsExactly("{\"fault\":\"no case\"}");
  }

  @Test
  void whatTheJobRefusesIsToldWithItsFaults() {
    WatchEvent refusal = refusal("no such offence");
    assertThat(people.refused(entry, refusal, TOOK)).isEqualTo(ExitCode.NEGATIVE);
    assertThat(asides).containsExactly("The job refuses W-7 version 3:", "- no such offence");
    assertThat(answers).isEmpty();

    assertThat(scripts.refused(entry, refusal, TOOK)).isEqualTo(ExitCode.NEGATIVE);
    assertThat(answers).containsExactly(object("REFUSED", 1.234, "\"no such offence\"", ""));
  }

  @Test
  void silenceIsNoSuccessAndSaysWhatToLookAt() {
    String words =
        "W-7 is written, but no job answered within 10.0 s. Is the detection job running? When it"
            + " starts it reads what is written.";
    assertThat(people.silence(entry, Duration.ofSeconds(10))).isEqualTo(ExitCode.NEGATIVE);
    assertThat(asides).containsExactly(words);
    assertThat(answers).isEmpty();

    assertThat(scripts.silence(entry, Duration.ofSeconds(10))).isEqualTo(ExitCode.NEGATIVE);
    assertThat(answers).containsExactly(object("WAITING", 10.0, "", words));
  }

  @Test
  void whoIsToldOfAWithdrawalIsNamedWithTheTimeItTook() {
    TreeMap<String, Duration> told = new TreeMap<>();
    told.put("police-be", Duration.ofMillis(400));
    TakenBack all = new TakenBack(2, told, new TreeSet<>());

    assertThat(people.done(entry, WatchStep.WITHDRAWN, "is withdrawn", TOOK, all))
        .isEqualTo(ExitCode.OK);
    assertThat(answers)
        .containsExactly(
            "W-7 is withdrawn after 1.2 s", "Open alerts withdrawn: 2; told police-be after 0.4 s");
  }

  @Test
  void anAlertThatStaysOpenIsNoSuccess() {
    TakenBack some = new TakenBack(0, new TreeMap<>(), new TreeSet<>(List.of("a-1", "a-2")));

    assertThat(people.done(entry, WatchStep.WITHDRAWN, "is withdrawn", TOOK, some))
        .isEqualTo(ExitCode.NEGATIVE);
    assertThat(answers.get(1)).startsWith("Not withdrawn in this time: 2 (a-1, a-2).");

    answers.clear();
    assertThat(scripts.done(entry, WatchStep.WITHDRAWN, "is withdrawn", TOOK, some))
        .isEqualTo(ExitCode.NEGATIVE);
    assertThat(answers)
        .singleElement()
        .asString()
        .contains("\"state\":\"WITHDRAWN\"", "\"alerts\":0", "\"open\":[\"a-1\",\"a-2\"]");
  }

  private static String object(String state, double seconds, String faults, String message) {
    return ("{\"entry\":\"W-7\",\"version\":3,\"state\":\"%s\",\"seconds\":%s,\"faults\":[%s],"
            + "\"message\":\"%s\"}")
        .formatted(state, seconds, faults, message);
  }

  private static WatchEntry entry() {
    WatchEntry entry = SampleRecords.watchEntry("1ABC234", "BE");
    entry.setEntryId("W-7");
    entry.setVersion(3);
    return entry;
  }

  private static WatchEvent refusal(String fault) {
    return WatchEvent.newBuilder()
        .setEventId("e-1")
        .setEntryId("W-7")
        .setVersion(3)
        .setStep(WatchStep.REFUSED)
        .setAt(Instant.EPOCH)
        .setBy("")
        .setFaults(List.of(fault))
        .build();
  }
}
