package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not right never leaves the terminal: no broker is there in these tests. */
class AddRefusedTest {

  private static final List<String> RIGHT =
      List.of(
          "--plate=1-abc-234",
          "--country=be",
          "--basis=Police function act, art. 44/11/3sexies",
          "--purpose=judicial",
          "--case=2026/117",
          "--requester=investigation Tournai",
          "--action=observe",
          "--offence=aggravated-theft",
          "--until=30d",
          "--notify=police-be,ccpd-tournai");

  @Test
  void allThatIsMissingIsToldAtOnce() {
    WatchRun run = WatchRun.of("add");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().map(line -> line.replaceAll("[:;].*", "")))
        .containsExactly(
            "- no action",
            "- no legal basis",
            "- no purpose",
            "- no case number",
            "- no requester",
            "- no offence",
            "- no expiry",
            "- no recipient",
            "- no plate",
            "- no place and no hours",
            "Nothing was written.");
  }

  @Test
  void scriptsGetAFaultALine() {
    WatchRun run = add("--until=", "--json");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out()).isEqualTo("{\"fault\":\"no expiry: every entry ends; write --until\"}\n");
    assertThat(run.err()).isEqualTo("Nothing was written.\n");
  }

  @Test
  void whatIsMeantIsSuggested() {
    assertThat(add("--offence=agravated-theft").err())
        .contains("(did you mean 'aggravated-theft'?)");
    assertThat(add("--purpose=judical").err()).contains("(did you mean 'judicial'?)");
    assertThat(add("--notify=police").err()).contains("'police' is no recipient");
    assertThat(add("--type=vann").err())
        .contains("'vann' is no type (did you mean 'van'?): write --type as one of car, van,");
    assertThat(add("--action=stopp").err())
        .contains("'stopp' is no action (did you mean 'stop'?): write --action");
  }

  @Test
  void aMomentThatIsNoneIsToldOnce() {
    assertThat(add("--until=soon").err())
        .isEqualTo(
            "- 'soon' is no moment: write --until as 30d, 2026-12-24, 2026-12-24T18:00 or"
                + " 2026-12-24T17:00:00Z\nNothing was written.\n");
  }

  @Test
  void whatIsOverAlreadyIsNotProposed() {
    assertThat(add("--from=2024-01-01", "--until=2024-02-01").err())
        .startsWith("- the expiry 2024-01-31T23:00:00Z is over already: write a later --until");
  }

  @Test
  void aTerminalDoesNotObeyWhatWasTyped() {
    assertThat(add("--offence=\u001b[31mtheft").err()).doesNotContain("\u001b");
  }

  @Test
  void whoApprovesOrWithdrawsMustSayWho() {
    assertThat(WatchRun.of("approve", "W-1").status()).isEqualTo(ExitCode.USAGE);
    assertThat(WatchRun.of("withdraw", "W-1", "--by=me").status()).isEqualTo(ExitCode.USAGE);
    assertThat(WatchRun.of("withdraw", "W-1", "--by= ", "--because=x").status())
        .isEqualTo(ExitCode.USAGE);
    assertThat(WatchRun.of("correct", "W-1", "--plate=1ABC235").status()).isEqualTo(ExitCode.USAGE);
    assertThat(WatchRun.of().status()).isEqualTo(ExitCode.USAGE);
  }

  /** What is right but for the last option. */
  private static WatchRun add(String... changes) {
    List<String> args = new ArrayList<>(List.of("add"));
    for (String option : RIGHT) {
      String name = option.substring(0, option.indexOf('=') + 1);
      if (List.of(changes).stream().noneMatch(change -> change.startsWith(name))) {
        args.add(option);
      }
    }
    args.addAll(List.of(changes));
    return WatchRun.of(args.toArray(String[]::new));
  }
}
