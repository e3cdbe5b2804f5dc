package eu.passage.jobs.bench.rules;

import eu.passage.avro.Alert;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.schemas.plates.VehicleKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a contender found: each rule, vehicle and moment once, however many ways there were to match
 * there. Kept only where it is compared.
 */
final class Findings {

  private static final Set<String> FOUND = ConcurrentHashMap.newKeySet();
  private static volatile boolean wanted;

  private Findings() {}

  /** Forgets all, and says whether to keep what comes. */
  static void begin(boolean keep) {
    FOUND.clear();
    wanted = keep;
  }

  static void add(String ruleId, PassageFacts passage, long at) {
    Turnstile.found();
    if (wanted) {
      String vehicle =
          VehicleKey.of(CountryCode.text(passage.country()), PlateCode.text(passage.plate()));
      FOUND.add(line(ruleId, vehicle, at));
    }
  }

  static void add(Alert alert) {
    Turnstile.found();
    if (wanted) {
      FOUND.add(line(alert.getRuleId(), alert.getVehicleKey(), alert.getAt().toEpochMilli()));
    }
  }

  /** All that was found, sorted. */
  static Set<String> found() {
    return new TreeSet<>(FOUND);
  }

  /** Of one of {@link #found}. */
  static String ruleOf(String found) {
    return found.substring(0, found.indexOf(' '));
  }

  private static String line(String ruleId, String vehicle, long at) {
    return ruleId + " " + vehicle + " " + at;
  }
}
