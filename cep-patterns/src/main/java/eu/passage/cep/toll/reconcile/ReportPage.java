package eu.passage.cep.toll.reconcile;

import static eu.passage.schemas.text.Html.element;
import static eu.passage.schemas.text.Html.escape;

import eu.passage.avro.TollStatus;
import eu.passage.schemas.text.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The report as one page for people: no network, no script, fit for paper. */
final class ReportPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm:ss", Locale.ENGLISH);

  private final DayReport report;
  private final String json;
  private final String sha256;

  /**
   * @param json name of the file that is signed
   * @param sha256 of its bytes
   */
  ReportPage(DayReport report, String json, String sha256) {
    this.report = report;
    this.json = json;
    this.sha256 = sha256;
  }

  String page() {
    String title = "Tolls of " + DAY.format(report.day());
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        + Html.text("title", title)
        + element("style", "", css())
        + "</head>\n<body>\n<main>\n"
        + Html.text("h1", title)
        + element("p", "class=\"lead\"", escape(lead()))
        + differences()
        + points()
        + sums()
        + camerasDown()
        + words()
        + seal()
        + "</main>\n</body>\n</html>\n";
  }

  /** The answer in one sentence. */
  private String lead() {
    long events = report.points().stream().mapToLong(PointDay::events).sum();
    String all =
        "%s at %s; compared: %s."
            .formatted(
                count(events, "event", "events"),
                count(report.points().size(), "charging point", "charging points"),
                String.join(", ", report.compared().stream().map(Copy::words).toList()));
    return report.differences().isEmpty()
        ? "Everything agrees: " + all
        : count(report.differences().size(), "difference was", "differences were")
            + " found: "
            + all;
  }

  private String differences() {
    if (report.differences().isEmpty()) {
      return "";
    }
    List<List<String>> rows =
        report.differences().stream()
            .map(found -> List.of(found.chargingPoint(), found.kind().words(), found.says()))
            .toList();
    return Html.text("h2", "What does not agree")
        + Html.table(
            "Each must be looked into before the day is billed",
            List.of("charging point", "what", "details"),
            3,
            rows);
  }

  private String points() {
    List<List<String>> rows = new ArrayList<>();
    for (PointDay point : report.points()) {
      List<String> row = new ArrayList<>();
      row.add(point.chargingPoint());
      row.add(point.originator());
      row.add(known(point.vehicles()));
      row.add(known(point.truckPassages()));
      row.add(number(point.events()));
      row.add(number(point.corrections()));
      for (TollStatus status : TollStatus.values()) {
        row.add(number(point.standing().getOrDefault(status, 0L)));
      }
      row.add(point.events() == 0 ? "" : point.firstSequence() + " to " + point.lastSequence());
      row.add(number(point.withoutEvidence()));
      rows.add(row);
    }
    return Html.text("h2", "Charging points")
        + Html.table(
            "What passed, and the events of it",
            List.of(
                "charging point",
                "run by",
                "vehicles counted",
                "truck passages",
                "events",
                "of them corrections",
                "provisional",
                "final",
                "for review",
                "withdrawn",
                "numbers",
                "without evidence"),
            2,
            rows);
  }

  private String sums() {
    List<List<String>> rows = new ArrayList<>();
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (PointDay point : report.points()) {
      for (TariffSum sum : point.sums()) {
        rows.add(
            List.of(
                point.chargingPoint(),
                sum.tariffId() + " " + sum.tariffVersion(),
                lower(sum.status()),
                number(sum.events()),
                money(sum.amount(), sum.currency())));
        totals.merge(lower(sum.status()) + "\n" + sum.currency(), sum.amount(), BigDecimal::add);
      }
    }
    totals.forEach(
        (key, amount) -> {
          String[] parts = key.split("\n", -1);
          rows.add(List.of("all", "", parts[0], "", money(amount, parts[1])));
        });
    return rows.isEmpty()
        ? ""
        : Html.text("h2", "Amounts")
            + Html.table(
                "What the standing events ask for",
                List.of("charging point", "tariff and version", "status", "events", "amount"),
                3,
                rows);
  }

  private String camerasDown() {
    if (report.camerasDown().isEmpty()) {
      return "";
    }
    List<List<String>> rows =
        report.camerasDown().stream()
            .map(
                down ->
                    List.of(
                        down.chargingPoint(),
                        down.cameraId(),
                        moment(down.from()),
                        moment(down.until()),
                        number(Duration.between(down.from(), down.until()).toMinutes())))
            .toList();
    return Html.text("h2", "Cameras that told nothing")
        + Html.table(
            "Nothing passed, or the camera was down and trucks passed unseen: counts alone do not tell",
            List.of("charging point", "camera", "from", "until", "minutes"),
            4,
            rows);
  }

  private static String words() {
    return Html.text("h2", "Words")
        + Html.text(
            "p",
            "A provisional event rests on something that is assumed and still asked for. A final one"
                + " rests on nothing assumed. One for review is looked at by a person before it is"
                + " billed. A withdrawn one takes another back. An event stands while no other"
                + " corrects it. Numbers count the events of a charging point without a gap.");
  }

  private String seal() {
    String commands =
        "base64 -d %s.sig > report.sig%nopenssl pkeyutl -verify -pubin -inkey report.pub -rawin -in %<s -sigfile report.sig"
            .formatted(json);
    return Html.text("h2", "How to check this report")
        + Html.text("p", "This page was made with the file %s, whose SHA-256 is:".formatted(json))
        + element("p", "", element("code", "", escape(sha256)))
        + Html.text("p", "The file beside it, with .sig behind its name, is signed with Ed25519:")
        + element("pre", "", escape(commands))
        + element(
            "p",
            "class=\"soft\"",
            escape(
                "Made on %s. Times and days are those of %s."
                    .formatted(moment(report.madeAt()), report.zone())));
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(report.zone()));
  }

  private static String money(BigDecimal amount, String currency) {
    return String.format(Locale.ROOT, "%,.4f %s", amount, currency);
  }

  private static String known(@Nullable Long value) {
    return value == null ? "not at hand" : number(value);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String count(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  private static String lower(TollStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String css() {
    try (InputStream css = ReportPage.class.getResourceAsStream("day-report.css")) {
      return new String(
          Objects.requireNonNull(css, "day-report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("day-report.css", e);
    }
  }
}
