package eu.passage.cep.predicate;

import dev.cel.common.CelOptions;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.model.Habits;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What CEL's own interpreter says, with functions written another way than ours. */
@SuppressWarnings("Immutable") // one is made for each evaluation
final class CelReference {

  static final Map<String, Set<PredicateCompiler.ListedPlate>> LISTS =
      Map.of(
          "stolen",
          Set.of(
              new PredicateCompiler.ListedPlate("1ABC234", "BE"),
              new PredicateCompiler.ListedPlate("XYZ1", null)),
          "nobody",
          Set.of());

  static final Context CONTEXT = new Context(List.of("enter"), Set.of(), false, LISTS);

  private static final String HERE = "Europe/Brussels";
  private static final Set<String> KEPT = Set.of("BE 2026-07-21", "FR 2026-07-14");

  private final Witness asked;
  private final Witness enter;
  private final Habits habits;

  CelReference(Witness asked, Witness enter, Habits habits) {
    this.asked = asked;
    this.enter = enter;
    this.habits = habits;
  }

  boolean evaluate(String expression) throws Exception {
    CelRuntime runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
            .addFunctionBindings(
                CelFunctionBinding.from(
                    "during_here",
                    List.of(String.class, String.class),
                    a -> during(a[0], a[1], HERE)),
                CelFunctionBinding.from(
                    "during_there",
                    List.of(String.class, String.class, String.class),
                    a -> during(a[0], a[1], a[2])),
                CelFunctionBinding.from("weekday", List.of(), a -> weekday()),
                CelFunctionBinding.from("holiday", List.of(), a -> holiday()),
                CelFunctionBinding.from("list", String.class, this::listed),
                CelFunctionBinding.from("likePlate", String.class, this::like),
                CelFunctionBinding.from("firstSeen", List.of(), a -> habits.firstSeen()),
                CelFunctionBinding.from("commuter", String.class, s -> habits.commuter(days(s))),
                CelFunctionBinding.from("usualTime", String.class, s -> habits.usualTime(days(s))),
                CelFunctionBinding.from(
                    "daysSeen", String.class, s -> (long) habits.daysSeen(days(s))),
                CelFunctionBinding.from("km", Map.class, Map.class, CelReference::kilometres),
                CelFunctionBinding.from("speed", Map.class, Map.class, CelReference::speed))
            .build();
    Map<String, Object> variables = new HashMap<>(asked.variables());
    variables.put("this", asked.variables());
    variables.put("enter", enter.variables());
    return (boolean)
        runtime
            .createProgram(Vocabulary.celFor(CONTEXT).compile(expression).getAst())
            .eval(variables);
  }

  private boolean during(Object from, Object to, Object zone) {
    LocalTime time = asked.at().atZone(ZoneId.of((String) zone)).toLocalTime();
    LocalTime start = LocalTime.parse((String) from);
    boolean begun = !time.isBefore(start);
    if (to.equals("24:00")) {
      return begun;
    }
    LocalTime end = LocalTime.parse((String) to);
    return start.isBefore(end) ? begun && time.isBefore(end) : begun || time.isBefore(end);
  }

  private ZonedDateTime local() {
    return asked.at().atZone(ZoneId.of(HERE));
  }

  private boolean weekday() {
    return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(local().getDayOfWeek());
  }

  private boolean holiday() {
    return KEPT.contains(asked.camera().country() + " " + local().toLocalDate());
  }

  private boolean listed(String name) {
    return LISTS.get(name).stream()
        .anyMatch(
            e ->
                e.plate().equals(asked.plate())
                    && (e.country() == null || e.country().equals(asked.country())));
  }

  private boolean like(String glob) {
    return asked.plate().matches(glob.replace("?", ".").replace("*", ".*"));
  }

  private static int days(String span) {
    return Integer.parseInt(span.replace("d", ""));
  }

  private static String camera(Map<?, ?> passage) {
    return (String) ((Map<?, ?>) passage.get("camera")).get("id");
  }

  private static double kilometres(Map<?, ?> a, Map<?, ?> b) {
    return Scenes.CAMERAS.kilometres(NameCode.of(camera(a)), NameCode.of(camera(b)));
  }

  private static double speed(Map<?, ?> a, Map<?, ?> b) {
    double kilometres = kilometres(a, b);
    long millis = Duration.between((Instant) a.get("at"), (Instant) b.get("at")).abs().toMillis();
    return kilometres == 0 ? 0 : kilometres / (millis / 3_600_000.0);
  }
}
