package eu.passage.cep.predicate;

import static eu.passage.cep.predicate.Value.WRONG;

import dev.cel.common.ast.CelExpr;
import eu.passage.cep.facts.Holidays;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.facts.PlateGlob;
import eu.passage.cep.model.Facets;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import eu.passage.cep.predicate.Value.Bool;
import eu.passage.cep.predicate.Value.Decimal;
import eu.passage.cep.predicate.Value.Literal;
import eu.passage.cep.predicate.Value.Span;
import eu.passage.cep.predicate.Value.Whole;
import eu.passage.schemas.plates.PlateText;
import eu.passage.schemas.text.Durations;
import eu.passage.schemas.text.Suggestion;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Lowers calls of functions; the arguments are lowered already. */
final class Functions {

  private static final Pattern GLOB = Pattern.compile("[\\p{Lu}0-9?*]+");
  private static final Duration LONGEST = Duration.ofDays(3660);

  /** Zones whose hours are those of the index. */
  private static final Set<String> AS_BRUSSELS = Set.of("Europe/Brussels", "Europe/Paris");

  private final Tree tree;
  private final Faults faults;
  private final Context context;
  private final Places places;
  private final int habitDays;
  private boolean habits;

  Functions(Tree tree, Faults faults, Context context, Places places, int habitDays) {
    this.tree = tree;
    this.faults = faults;
    this.context = context;
    this.places = places;
    this.habitDays = habitDays;
  }

  /** Whether any function asked for the vehicle's habits. */
  boolean usesHabits() {
    return habits;
  }

  Value call(CelExpr call, List<Value> arguments) {
    return switch (call.call().function()) {
      case "during" -> during(call, arguments);
      case "weekday" -> Bool.of((p, s) -> LocalClock.BRUSSELS.weekday(p.at()));
      case "holiday" -> holiday();
      case "list" -> list(call, text(arguments, 0));
      case "likePlate" -> likePlate(call, text(arguments, 0));
      case "firstSeen" -> firstSeen();
      case "commuter", "daysSeen", "usualTime" -> habit(call, text(arguments, 0));
      case "km" -> new Decimal(Distances.kilometres(places.cameras(), arguments));
      case "speed" -> new Decimal(Distances.speed(places.cameras(), arguments));
      case "duration" -> duration(call, text(arguments, 0));
      default -> throw new IllegalArgumentException(call.call().function());
    };
  }

  private Value during(CelExpr call, List<Value> arguments) {
    OptionalInt from = clock(call, arguments, 0);
    OptionalInt to = clock(call, arguments, 1);
    Optional<ZoneId> zone =
        arguments.size() < 3 ? Optional.of(ZoneId.of("Europe/Brussels")) : zone(call, arguments);
    if (from.isEmpty() || to.isEmpty() || zone.isEmpty()) {
      return WRONG;
    }
    int midnight = DayTime.END;
    if (from.getAsInt() == midnight || from.getAsInt() == to.getAsInt()) {
      return fault(
          argument(call, 1),
          "from %s to %s is no part of the day".formatted(text(arguments, 0), text(arguments, 1)),
          "write during('00:00', '24:00') for the whole day");
    }
    DayTime time = new DayTime(from.getAsInt(), to.getAsInt() == 0 ? midnight : to.getAsInt());
    boolean indexed = AS_BRUSSELS.contains(zone.get().getId());
    LocalClock clock = indexed ? LocalClock.BRUSSELS : new LocalClock(zone.get());
    return new Bool(
        (p, s) -> time.has(clock.minuteOfDay(p.at())),
        indexed ? Facets.hours(time.hours()) : Facets.ANY,
        indexed ? Facets.hours(time.hoursOutside()) : Facets.ANY);
  }

  private OptionalInt clock(CelExpr call, List<Value> arguments, int place) {
    String text = text(arguments, place);
    OptionalInt minutes = DayTime.minutes(text);
    if (minutes.isEmpty()) {
      fault(
          argument(call, place),
          "'%s' is no time of day".formatted(text),
          "write hours and minutes with two digits each: '05:00'");
    }
    return minutes;
  }

  private Optional<ZoneId> zone(CelExpr call, List<Value> arguments) {
    String name = text(arguments, 2);
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return Optional.of(ZoneId.of(name));
    }
    fault(
        argument(call, 2),
        "'%s' is no time zone%s".formatted(name, Suggestion.of(name, ZoneId.getAvailableZoneIds())),
        "write for example 'Europe/Brussels' or 'Europe/London'");
    return Optional.empty();
  }

  private Bool holiday() {
    return Bool.of(
        (p, s) ->
            Holidays.isHoliday(places.countryOf(p.camera()), LocalClock.BRUSSELS.epochDay(p.at())));
  }

  private Value list(CelExpr call, String name) {
    Set<PredicateCompiler.ListedPlate> listed = context.lists().get(name);
    if (listed == null) {
      Set<String> known = context.lists().keySet();
      return fault(
          argument(call, 0),
          "there is no list '%s'%s".formatted(name, Suggestion.of(name, known)),
          "known lists: " + Literals.list(known.stream().sorted().toList()));
    }
    PlateList list = new PlateList(listed);
    return new Bool(
        (p, s) -> list.has(p.plate(), p.country()), Facets.plates(list.plates()), Facets.ANY);
  }

  private Value likePlate(CelExpr call, String pattern) {
    if (!GLOB.matcher(pattern).matches()) {
      return fault(
          argument(call, 0),
          "'%s' is no pattern of a plate".formatted(pattern),
          "write capital letters and digits, ? for one character, * for any number: '1AB?2*'");
    }
    if (PlateGlob.least(pattern) > PlateText.MAX_LENGTH) {
      return fault(
          argument(call, 0),
          "no plate is as long as '%s'".formatted(pattern),
          "a plate has at most %d characters".formatted(PlateText.MAX_LENGTH));
    }
    PlateGlob glob = new PlateGlob(pattern);
    Facets yes =
        PlateGlob.isWild(pattern) ? Facets.ANY : Facets.plates(Set.of(PlateCode.of(pattern)));
    return new Bool((p, s) -> glob.matches(p.plate()), yes, Facets.ANY);
  }

  private Bool firstSeen() {
    habits = true;
    return Bool.of((p, s) -> s.habits().firstSeen());
  }

  private Value habit(CelExpr call, String text) {
    habits = true;
    long days =
        Durations.parse(text)
            .filter(d -> d.equals(Duration.ofDays(d.toDays())))
            .map(Duration::toDays)
            .orElse(0L);
    if (days < 1) {
      return fault(
          argument(call, 0),
          "'%s' is no number of days".formatted(text),
          "habits are counted in whole days: '28d'");
    }
    if (days > habitDays) {
      return fault(
          argument(call, 0),
          "'%s' is more of the past than is kept of a vehicle's habits".formatted(text),
          "'%dd' is the most".formatted(habitDays));
    }
    int span = (int) days;
    return switch (call.call().function()) {
      case "commuter" -> Bool.of((p, s) -> s.habits().commuter(span));
      case "usualTime" -> Bool.of((p, s) -> s.habits().usualTime(span));
      default -> new Whole((p, s) -> s.habits().daysSeen(span), 0, span);
    };
  }

  private Value duration(CelExpr call, String text) {
    Optional<Duration> span = Durations.parse(text);
    if (span.isEmpty()) {
      return fault(
          argument(call, 0),
          "'%s' is no span of time".formatted(text),
          "write " + Durations.EXAMPLES);
    }
    if (span.get().compareTo(LONGEST) > 0) {
      return fault(
          argument(call, 0),
          "'%s' is longer than anything is kept".formatted(text),
          "'%dd' is the most".formatted(LONGEST.toDays()));
    }
    long millis = span.get().toMillis();
    return new Span((p, s) -> millis);
  }

  private static String text(List<Value> arguments, int place) {
    return ((Literal) arguments.get(place)).text();
  }

  private int argument(CelExpr call, int place) {
    return tree.start(call.call().args().get(place));
  }

  private Value fault(int offset, String message, String advice) {
    faults.add(offset, message, advice);
    return WRONG;
  }
}
