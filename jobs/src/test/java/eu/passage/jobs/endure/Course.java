package eu.passage.jobs.endure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.TollArchiveJob;
import eu.passage.jobs.TollJob;
import eu.passage.jobs.endure.FlinkRest.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The course of things: waits for progress, breaks something, and tells what was seen of it. */
final class Course {

  private final int all;
  private final Cameras cameras;
  private final Authority authority;
  private final Table table;
  private final FlinkProcesses flink;
  private final long begun = System.nanoTime();
  private int kills;

  /** Breaks something, or mends it. */
  interface Deed {
    void run() throws Exception;
  }

  /**
   * How far everything is.
   *
   * @param sent passages of which a camera sent something
   * @param charged passages of which the topic tells something
   * @param events in the topic
   * @param rows in the table
   */
  private record Far(int sent, int charged, int events, int rows) {

    int uncharged() {
      return sent - charged;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d passages sent, %,d of them not charged yet; %,d events, %,d of them not in the table",
          sent,
          uncharged(),
          events,
          events - rows);
    }
  }

  Course(int all, Cameras cameras, Authority authority, Table table, FlinkProcesses flink) {
    this.all = all;
    this.cameras = cameras;
    this.authority = authority;
    this.table = table;
    this.flink = flink;
  }

  /** Until so much of the traffic was charged, rows follow, and more is on its way. */
  void awaitShare(double share) throws Exception {
    int charged = (int) (share * all);
    Waiting.until(
        "%.0f %% are charged".formatted(100 * share),
        () -> {
          Far far = far();
          assertThat(far.sent).as("the traffic goes on").isLessThan(all);
          return far.charged >= charged && far.rows >= charged / 2 && far.uncharged() > all / 100;
        },
        this::far);
  }

  /** Until some more were charged. */
  void awaitMoreCharged() throws Exception {
    int before = authority.passages();
    Waiting.until(
        "the toll job goes on", () -> authority.passages() > before + all / 100, this::charged);
  }

  private int charged() {
    return authority.passages();
  }

  void killTaskManager() throws Exception {
    Far before = far();
    assertThat(before.uncharged()).as("passages under way").isPositive();
    long at = System.nanoTime();
    String which = flink.killTaskManager();
    kills++;
    tell("kill -9 no. %d (%s): %s", kills, which, before);
    flink.startTaskManager();
    Waiting.until(
        "a job loses its tasks",
        () -> !isWhole(TollJob.NAME) || !isWhole(TollArchiveJob.NAME),
        this::jobs);
    Far down = far();
    tell("  the jobs notice after %s; %s", seconds(at), down);
    awaitBack(down, at);
  }

  void restart(String what, Deed stop, Deed meanwhile, Deed start) throws Exception {
    Far before = far();
    assertThat(before.uncharged()).as("passages under way").isPositive();
    long at = System.nanoTime();
    stop.run();
    tell("%s stopped: %s", what, before);
    meanwhile.run();
    int charged = authority.passages();
    start.run();
    tell(
        "  %s started after %s; meanwhile %,d passages were charged",
        what, seconds(at), charged - before.charged);
    awaitBack(far(), at);
  }

  private void awaitBack(Far down, long at) throws Exception {
    Waiting.until(
        "events come again",
        () -> authority.events() > down.events && isWhole(TollJob.NAME),
        this::jobs);
    String events = seconds(at);
    Waiting.until(
        "rows come again",
        () -> far().rows > down.events && isWhole(TollArchiveJob.NAME),
        this::jobs);
    tell("  new events after %s, new rows after %s; %s", events, seconds(at), far());
  }

  void awaitAllCharged() throws Exception {
    Waiting.until("everything is charged", () -> authority.passages() == all, this::far);
    tell(
        "all charged: %s; %,.0f passages a second",
        far(), all / (Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3));
  }

  /** Until no event waits for the vehicle registry any more. */
  void awaitNothingOpen() throws Exception {
    Waiting.until(
        "the vehicle registry has answered for all",
        () -> table.open() == 0 && table.rows() == authority.events(),
        () -> "%d open, %s".formatted(table.open(), far()));
  }

  void awaitRows(int events) throws Exception {
    Waiting.until("the table has all", () -> table.rows() == events, this::far);
  }

  void tellTheEnd(VehicleOffice vehicles) throws Exception {
    tell(
        "%,d views sent; %,d places of the topic hold events, what was aborted and marks",
        cameras.views(), authority.places());
    tell(
        "the vehicle registry answered %,d times and refused %,d",
        vehicles.answered(), vehicles.refused());
    for (String name : List.of(TollJob.NAME, TollArchiveJob.NAME)) {
      Job job = flink.job(name);
      Waiting.until(
          "its restarts are counted",
          () -> flink.rest().restarts(job).isPresent(),
          () -> flink.job(name));
      tell("%s: started again %d times", name, flink.rest().restarts(job).orElseThrow());
    }
  }

  private boolean isWhole(String name) throws IOException, InterruptedException {
    return flink.job(name).isWhole();
  }

  private String jobs() throws Exception {
    return "%s, %s, %s".formatted(flink.job(TollJob.NAME), flink.job(TollArchiveJob.NAME), far());
  }

  private Far far() {
    int charged = authority.passages();
    int sent = cameras.passages();
    int rows = table.rows();
    return new Far(sent, charged, Math.max(rows, authority.events()), rows);
  }

  private static String seconds(long since) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
  }

  private void tell(String text, Object... values) {
    System.out.printf(
        Locale.ROOT, "%8s  %s%n", seconds(begun), String.format(Locale.ROOT, text, values));
  }
}
