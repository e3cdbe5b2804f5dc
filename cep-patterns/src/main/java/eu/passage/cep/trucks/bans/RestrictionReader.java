package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.Countries;
import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a ban forbids: one of transit, closed hours and weights. */
final class RestrictionReader {

  private static final List<String> KINDS = List.of("transit", "closed", "overweight");
  private static final String TRANSIT =
      "transit: {country: BE, points: [EST-1, EST-3], within: 20m}";
  private static final String CLOSED =
      "closed: {points: [EST-2], hours: [{from: 22:00, to: 06:00}]}";
  private static final String OVERWEIGHT =
      "overweight: {points: [EST-1], most: 44000, byAxles: {2: 19000}, tolerance: 5}";

  /** All of a truck that passes by within a day is known; more is no transit anyway. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final int LIGHTEST = 500;
  private static final int HEAVIEST = 200_000;
  private static final int MOST_AXLES = 20;
  private static final int WORST_SENSOR = 50;

  private final DataFields fields;
  private final ChargingPoints points;

  RestrictionReader(DataFields fields, ChargingPoints points) {
    this.fields = fields;
    this.points = points;
  }

  /** Empty where a fault was found. */
  Optional<Restriction> read() {
    List<String> kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.isEmpty()) {
      fields.require("transit", TRANSIT + ", or one of closed and overweight");
      return Optional.empty();
    }
    for (String more : kinds.subList(1, kinds.size())) {
      fields.fault(
          more,
          "A ban forbids one thing, and this one has '%s' and '%s'.".formatted(kinds.get(0), more),
          "Write two bans, with --- between.");
    }
    return switch (kinds.get(0)) {
      case "transit" -> transit();
      case "closed" -> closed();
      default -> overweight();
    };
  }

  private Optional<Restriction> transit() {
    List<String> keys = List.of("country", "points", "enter", "leave", "within");
    Optional<DataFields> part = fields.part("transit", "transit", keys, TRANSIT);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    DataFields transit = part.get();
    Optional<Duration> within =
        transit.require("within", "within: 20m") ? transit.span("within") : Optional.empty();
    if (within.isPresent() && within.get().compareTo(LONGEST) > 0) {
      transit.fault(
          "within",
          "Nobody takes longer than a day to drive through.",
          "Write a span of at most 24h.");
    }
    boolean oneWay = transit.has("enter") || transit.has("leave");
    return oneWay ? ways(transit, within) : border(transit, within);
  }

  /** Points that lead into a country and out of it. */
  private Optional<Restriction> border(DataFields transit, Optional<Duration> within) {
    List<DataText> border = points.read(transit, "points");
    Optional<DataText> country =
        transit.require("country", "country: BE")
            ? transit.text("country", "country: BE")
            : Optional.empty();
    country
        .filter(one -> !Countries.known(one.value()))
        .ifPresent(
            one ->
                one.fault(
                    "'%s' is no country's code.".formatted(one.shown()),
                    "Write two letters, such as country: BE"));
    String code = country.map(DataText::value).filter(Countries::known).orElse("");
    border.stream()
        .filter(point -> !code.isEmpty() && !points.isBorder(point.value(), code))
        .forEach(
            point ->
                point.fault(
                    "No camera of '%s' sees who enters or leaves %s."
                        .formatted(point.value(), code),
                    "Name points at the border, or say which way each leads: enter: [A], leave: [B]"));
    if (border.size() == 1) {
      transit.fault(
          "points",
          "Who enters and leaves by one point is not in transit, and there is one.",
          "Name all points of the border by which trucks come through.");
    }
    Set<String> names = names(border);
    return within.map(span -> new Transit(names, names, code, span));
  }

  /** Points that lead one way each. */
  private Optional<Restriction> ways(DataFields transit, Optional<Duration> within) {
    List<DataText> enter = points.read(transit, "enter");
    List<DataText> leave = points.read(transit, "leave");
    Set<String> in = names(enter);
    leave.stream()
        .filter(point -> in.contains(point.value()))
        .forEach(
            point ->
                point.fault(
                    "'%s' leads both in and out, so nobody can tell which way a truck went."
                        .formatted(point.value()),
                    "At a border write country and points instead of enter and leave."));
    for (String key : List.of("country", "points")) {
      if (transit.has(key)) {
        transit.fault(
            key,
            "'%s' and 'enter' say the same in two ways.".formatted(key),
            "Write either country and points, or enter and leave.");
      }
    }
    return within.map(span -> new Transit(in, names(leave), null, span));
  }

  private Optional<Restriction> closed() {
    Optional<DataFields> part = fields.part("closed", "closed", List.of("points", "hours"), CLOSED);
    return part.map(
        closed -> {
          Set<String> where = names(points.read(closed, "points"));
          return new ClosedHours(where, new ClosureReader(closed).read());
        });
  }

  private Optional<Restriction> overweight() {
    List<String> keys = List.of("points", "most", "byAxles", "tolerance");
    Optional<DataFields> part = fields.part("overweight", "overweight", keys, OVERWEIGHT);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    DataFields overweight = part.get();
    Set<String> where = names(points.read(overweight, "points"));
    overweight.require("most", "most: 44000");
    overweight.require("tolerance", "tolerance: 5");
    Optional<Integer> most = overweight.number("most", LIGHTEST, HEAVIEST);
    Optional<Integer> tolerance = overweight.number("tolerance", 0, WORST_SENSOR);
    Map<Integer, Integer> byAxles = byAxles(overweight);
    return most.flatMap(
        kilograms -> tolerance.map(share -> new Overweight(where, byAxles, kilograms, share)));
  }

  private static Map<Integer, Integer> byAxles(DataFields overweight) {
    Map<Integer, Integer> limits = new TreeMap<>();
    overweight
        .table("byAxles", "byAxles", "byAxles: {2: 19000, 3: 26000}")
        .ifPresent(
            table -> {
              for (DataText key : table.keys()) {
                int axles = axles(key.value());
                if (axles < 2 || axles > MOST_AXLES) {
                  key.fault(
                      "'%s' is no number of axles.".formatted(key.shown()),
                      "Write the number of axles and the kilograms: {2: 19000}");
                } else {
                  table
                      .number(key.value(), LIGHTEST, HEAVIEST)
                      .ifPresent(limit -> limits.put(axles, limit));
                }
              }
            });
    return limits;
  }

  private static int axles(String text) {
    return text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
  }

  private static Set<String> names(List<DataText> points) {
    return points.stream().map(DataText::value).collect(Collectors.toCollection(HashSet::new));
  }
}
