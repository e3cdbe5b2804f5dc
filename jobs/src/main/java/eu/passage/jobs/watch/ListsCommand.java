package eu.passage.jobs.watch;

import eu.passage.avro.WatchListMaking;
import eu.passage.cep.watch.ListAge;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage watch lists}. */
@Command(
    name = "lists",
    description = {
      "Shows the bulk lists by the making that is in force; times are those of Brussels.",
      "current: its rows match. stale: they match, and a newer making is overdue; operators are told"
          + " once a day. expired: none of its rows matches any more.",
      "With --json one object a line: {\"list\",\"making\",\"state\",\"madeAt\",\"importedAt\","
          + "\"staleAt\",\"expiresAt\",\"rows\",\"new\",\"changed\",\"unchanged\",\"withdrawn\","
          + "\"keptOut\",\"requester\",\"approver\"}."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ListsCommand extends LiveCommand {

  private static final List<String> HEAD =
      List.of("LIST", "MAKING", "STATE", "MADE", "AGE", "STALE FROM", "ROWS", "UNTIL", "REQUESTER");

  /** The columns of numbers, which stand at the right. */
  private static final Set<Integer> NUMBERS = Set.of(1, 4, 6);

  @Option(names = "--json", description = "One JSON object a line for each list.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    Map<String, WatchListMaking> newest = new TreeMap<>();
    new ListTopics(config).readMakings(making -> newest.put(making.getList(), making));
    Instant now = Instant.now();
    if (newest.isEmpty()) {
      say("There are no lists.");
    } else if (json) {
      newest.values().forEach(making -> out().println(line(making, now)));
    } else {
      table(newest.values(), now).forEach(out()::println);
    }
    out().flush();
    return ExitCode.OK;
  }

  private static String state(WatchListMaking making, Instant now) {
    if (!making.getExpiresAt().isAfter(now)) {
      return "expired";
    }
    return ListAge.of(making).isStale(now) ? "stale" : "current";
  }

  private static String line(WatchListMaking making, Instant now) {
    return Json.line(
        Json.object()
            .put("list", making.getList())
            .put("making", making.getMaking())
            .put("state", state(making, now))
            .put("madeAt", making.getMadeAt().toString())
            .put("importedAt", making.getImportedAt().toString())
            .put("staleAt", ListAge.of(making).staleAt().toString())
            .put("expiresAt", making.getExpiresAt().toString())
            .put("rows", making.getRows())
            .put("new", making.getAdded())
            .put("changed", making.getChanged())
            .put("unchanged", making.getUnchanged())
            .put("withdrawn", making.getWithdrawn())
            .put("keptOut", making.getKeptOut())
            .put("requester", making.getRequester())
            .put("approver", making.getApprover()));
  }

  private static List<String> table(Collection<WatchListMaking> makings, Instant now) {
    List<List<String>> cells = new ArrayList<>(List.of(HEAD));
    for (WatchListMaking making : makings) {
      cells.add(
          List.of(
              Shown.text(making.getList()),
              Integer.toString(making.getMaking()),
              state(making, now),
              EntryText.when(making.getMadeAt()),
              age(Duration.between(making.getMadeAt(), now)),
              EntryText.when(ListAge.of(making).staleAt()),
              String.format(Locale.ROOT, "%,d", making.getRows()),
              EntryText.when(making.getExpiresAt()),
              Shown.text(making.getRequester())));
    }
    return TextTable.lines(cells, NUMBERS);
  }

  /** {@code 35 h}; in days from two on. */
  private static String age(Duration age) {
    return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " d";
  }
}
