package eu.passage.jobs.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of the alerts of a withdrawn entry, as a person reads it and as a script does. */
final class TakenBackText {

  private static final int SHOWN_AT_MOST = 3;

  private TakenBackText() {}

  /** One sentence. */
  static String of(TakenBack alerts) {
    String left = left(alerts);
    if (alerts.withdrawn() == 0) {
      return left.isEmpty() ? "It had no open alerts" : left;
    }
    String told =
        alerts.toldAfter().entrySet().stream()
            .map(one -> "%s after %s".formatted(one.getKey(), seconds(one.getValue())))
            .collect(Collectors.joining(", "));
    return "Open alerts withdrawn: %d; told %s%s"
        .formatted(alerts.withdrawn(), told, left.isEmpty() ? "" : ". " + left);
  }

  private static String left(TakenBack alerts) {
    int left = alerts.open().size();
    return left == 0
        ? ""
        : "Not withdrawn in this time: %d (%s%s). Those who were told of them do not know yet"
            .formatted(
                left,
                alerts.open().stream().limit(SHOWN_AT_MOST).collect(Collectors.joining(", ")),
                left > SHOWN_AT_MOST ? ", …" : "");
  }

  /** The same as fields. */
  static ObjectNode addTo(ObjectNode line, TakenBack alerts) {
    line.put("alerts", alerts.withdrawn());
    ObjectNode told = line.putObject("told");
    alerts.toldAfter().forEach((recipient, after) -> told.put(recipient, after.toMillis() / 1e3));
    var open = line.putArray("open");
    alerts.open().forEach(open::add);
    return line;
  }

  /** {@code 0.4 s}. */
  static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1e3);
  }
}
