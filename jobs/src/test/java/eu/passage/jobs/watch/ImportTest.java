package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lists of many vehicles, making after making. */
@Timeout(300)
class ImportTest {

  private static final String FIRST =
      """
      plate,country,colour
      1-ABC-234,BE,red
      AB-123-CD,FR,

      "2XYZ987",be,
      1ABC234,BE,red
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void eachMakingWritesWhatIsNewOrChangedAndWithdrawsWhatIsGone() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      WatchRun first = imported(config, FIRST, "2026-03-01T06:00:00Z");
      assertThat(first.err()).isEmpty();
      assertThat(first.out())
          .isEqualTo("stolen, making 1: 4 rows; 3 new, 0 changed, 1 unchanged, 0 withdrawn\n");
      assertThat(imported(config, FIRST, "2026-03-02T06:00:00Z").out())
          .contains("making 2: 4 rows; 0 new, 0 changed, 4 unchanged, 0 withdrawn");

      String second = FIRST.replace("AB-123-CD,FR,\n", "AB-123-CD,FR,blue\n1DEF567,BE,\n");
      WatchRun changed =
          imported(
              config, second.replace("\"2XYZ987\",be,\n", ""), "2026-03-03T06:00:00Z", "--json");
      assertThat(changed.out())
          .isEqualTo(
              """
              {"list":"stolen","making":3,"rows":4,"new":1,"changed":1,"unchanged":2,"withdrawn":1,"keptOut":0}
              """);

      Map<String, WatchEntry> entries = entries(config);
      assertThat(entries).containsOnlyKeys("1ABC234", "AB123CD", "2XYZ987", "1DEF567");
      assertThat(entries.get("1ABC234"))
          .returns(1, WatchEntry::getVersion)
          .returns(1, WatchEntry::getListVersion)
          .returns("prosecutor", WatchEntry::getApprover);
      assertThat(entries.get("AB123CD"))
          .returns(2, WatchEntry::getVersion)
          .returns(3, WatchEntry::getListVersion)
          .returns(Instant.parse("2026-03-03T06:00:00Z"), WatchEntry::getMadeAt);
      assertThat(entries.get("2XYZ987"))
          .returns(2, WatchEntry::getVersion)
          .returns(WatchStatus.WITHDRAWN, WatchEntry::getStatus)
          .returns("no longer on the list stolen", WatchEntry::getWithdrawnBecause)
          .returns(false, WatchEntry::getWithdrawnByHand);

      assertThat(imported(config, FIRST, "2026-03-04T06:00:00Z").out())
          .as("what comes back goes on as its next version")
          .contains("making 4: 4 rows; 0 new, 2 changed, 2 unchanged, 1 withdrawn");
      assertThat(entries(config).get("2XYZ987"))
          .returns(3, WatchEntry::getVersion)
          .returns(WatchStatus.APPROVED, WatchEntry::getStatus);
      WatchRun stale = imported(config, FIRST, "2026-03-03T06:00:00Z");
      assertThat(stale.status()).isEqualTo(ExitCode.NEGATIVE);
      assertThat(stale.err()).contains("a newer one of 2026-03-04T06:00:00Z is in force");
    }
  }

  @Test
  void whatSomebodyWithdrewStaysOutUntilAMakingNoLongerHasIt() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      imported(config, FIRST, "2026-03-01T06:00:00Z");
      String id = entries(config).get("1ABC234").getEntryId();
      WatchRun withdrawn =
          against(config, "withdraw", id, "--by=patrol", "--because=found", "--no-wait");
      assertThat(withdrawn.err()).isEmpty();
      assertThat(against(config, "show", id).out())
          .startsWith(id + " version 2: withdrawn")
          .contains("by patrol: found");
      assertThat(entries(config).get("1ABC234").getVersion())
          .as("what people do waits for no import: it goes elsewhere")
          .isEqualTo(1);

      String changed = FIRST.replace("1-ABC-234,BE,red", "1-ABC-234,BE,blue");
      assertThat(imported(config, changed, "2026-03-02T06:00:00Z").out())
          .isEqualTo(
              "stolen, making 2: 4 rows; 0 new, 0 changed, 3 unchanged, 0 withdrawn, 1 kept out"
                  + " since somebody withdrew them\n");
      assertThat(against(config, "show", id).out()).contains("version 2: withdrawn");

      String without = "plate,country\nAB-123-CD,FR\n2XYZ987,BE\n";
      assertThat(imported(config, without, "2026-03-03T06:00:00Z").out())
          .contains("making 3: 2 rows; 0 new, 0 changed, 2 unchanged, 0 withdrawn\n");
      assertThat(imported(config, FIRST, "2026-03-04T06:00:00Z").out())
          .contains("making 4: 4 rows; 0 new, 1 changed, 3 unchanged, 0 withdrawn\n");
      assertThat(against(config, "show", id).out()).startsWith(id + " version 4: active");
    }
  }

  @Test
  void aRowThatIsPutRightIsAnEntryOfItsOwn() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      imported(config, FIRST, "2026-03-01T06:00:00Z");
      String id = entries(config).get("1ABC234").getEntryId();
      against(config, "correct", id, "--plate=1ABC235", "--by=registry", "--no-wait");

      assertThat(imported(config, FIRST, "2026-03-02T06:00:00Z").out())
          .contains("3 unchanged, 0 withdrawn, 1 kept out");
      assertThat(against(config, "list").out())
          .containsPattern("W-\\w+ +proposed  1ABC235 BE red")
          .doesNotContain("1ABC234");
    }
  }

  @Test
  void theListsAreShownWithTheirAge() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      assertThat(against(config, "lists").err()).isEqualTo("There are no lists.\n");
      imported(config, FIRST, "2026-03-01T06:00:00Z");
      imported(config, FIRST, Instant.now().minusSeconds(3_600).toString(), "--list=new");
      imported(config, FIRST, "2026-03-02T06:00:00Z");

      assertThat(against(config, "lists").out())
          .containsPattern("new +1  current  .{16}  +1 h  .{16} +4  2126-01-01 00:00  vehicle")
          .containsPattern(
              "stolen +2  stale    2026-03-02 07:00  +\\d+ d  2026-03-03 19:00 +4  2126-01-01")
          .startsWith("LIST    MAKING  STATE ");
      assertThat(against(config, "lists", "--json").out().lines().toList().get(1))
          .startsWith("{\"list\":\"stolen\",\"making\":2,\"state\":\"stale\",")
          .contains("\"staleAt\":\"2026-03-03T18:00:00Z\"", "\"unchanged\":4");
    }
  }

  @Test
  void oneFaultyRowKeepsTheWholeListOut() throws IOException {
    WatchRun run = run(FIRST + "1AB?234,BE,\n3GHI890,,reed\n", "2026-03-01T06:00:00Z");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.err())
        .isEqualTo(
            """
            - row 5: '1AB?234' is no whole plate: a list has no others
            - row 6: 'reed' is no colour (did you mean 'red'?): write it as one of white, black, grey, red, blue, green, yellow, orange, brown, beige, purple
            - row 6: no country: a plate is one country's; write --country, such as BE
            - 2 rows have faults
            Nothing was written.
            """);
  }

  @Test
  void aFileThatIsNoListSaysWhy() throws IOException {
    String moment = "2026-03-01T06:00:00Z";
    assertThat(run("plate,contry\n1ABC234,BE\n", moment).err())
        .contains("'contry' is none (did you mean 'country'?); columns are plate, country, case");
    assertThat(run("plate\n1ABC234\n", moment).err()).contains("plate and country are needed");
    assertThat(run("plate,country\n", moment).err()).contains("would withdraw the whole list");
    assertThat(run("plate;country\n1ABC234;BE;x\n", moment).err())
        .contains("row 1: cannot be read");
    assertThat(run(FIRST, "2126-03-01T06:00:00Z").status()).isEqualTo(ExitCode.USAGE);
    assertThat(run(FIRST, moment, "--plate=1ABC234").status()).isEqualTo(ExitCode.USAGE);
    assertThat(run(FIRST, moment, "--stale-after=30s").err())
        .contains("--stale-after: '30s' is no span from a minute to 366 days");
  }

  @Test
  void whoAskedForAListCannotApproveIt() throws IOException {
    assertThat(run(FIRST, "2026-03-01T06:00:00Z", "--requester=Prosecutor").err())
        .contains("row 1: the approver 'prosecutor' is the requester");
  }

  private WatchRun imported(PassageConfig config, String text, String madeAt, String... more)
      throws IOException {
    List<String> args = new ArrayList<>(List.of(more));
    args.add("--bootstrap=" + config.kafka().bootstrapServers());
    args.add("--registry=" + config.registry().url());
    return run(text, madeAt, args.toArray(String[]::new));
  }

  private static WatchRun against(PassageConfig config, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--bootstrap=" + config.kafka().bootstrapServers());
    all.add("--registry=" + config.registry().url());
    return WatchRun.of(all.toArray(String[]::new));
  }

  private WatchRun run(String text, String madeAt, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), text);
    List<String> args = new ArrayList<>(List.of("import", file.toString()));
    if (List.of(more).stream().noneMatch(arg -> arg.startsWith("--list"))) {
      args.add("--list=stolen");
    }
    args.addAll(List.of("--made-at=" + madeAt, "--approver=prosecutor", "--basis=a law"));
    args.addAll(List.of("--purpose=judicial", "--case=2026/1", "--action=observe"));
    args.addAll(List.of("--offence=stolen-vehicle", "--until=2126-01-01", "--notify=police-be"));
    if (List.of(more).stream().noneMatch(arg -> arg.startsWith("--requester"))) {
      args.add("--requester=vehicle registry");
    }
    args.addAll(List.of(more));
    return WatchRun.of(args.toArray(String[]::new));
  }

  private static Map<String, WatchEntry> entries(PassageConfig config) {
    Map<String, WatchEntry> newest = new LinkedHashMap<>();
    try (var topic = new CompactedTopic<>(config, Topic.WATCH_LISTS, WatchEntry.class)) {
      topic.toEnd(e -> e.value().ifPresent(entry -> newest.put(entry.getPlate(), entry)));
    }
    return newest;
  }
}
