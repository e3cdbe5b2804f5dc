package eu.passage.cep.predicate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What CEL knows and rules do without, with what to write instead. */
final class Unsupported {

  private static final String PLATE = "for plates write likePlate('1AB?2*')";
  private static final Map<String, String> ADVICE = advice();

  private Unsupported() {}

  /** Whether CEL has a function of this name. */
  static boolean isKnown(String function) {
    return ADVICE.containsKey(function);
  }

  /** What to write instead of a function or an operator. */
  static String advice(String function) {
    return ADVICE.getOrDefault(function, "");
  }

  private static Map<String, String> advice() {
    Map<String, String> advice = new HashMap<>();
    for (String function :
        Set.of("matches", "contains", "startsWith", "endsWith", "substring", "size", "charAt")) {
      advice.put(function, PLATE);
    }
    for (String macro : Set.of("all", "exists", "exists_one", "map", "filter")) {
      advice.put(macro, "a passage holds no lists; write x in ['a', 'b'] to try several values");
    }
    for (String function :
        Set.of("getHours", "getMinutes", "getSeconds", "getMilliseconds", "timestamp")) {
      advice.put(function, "for a time of day write during('22:00', '05:00')");
    }
    for (String function :
        Set.of(
            "getDayOfWeek",
            "getDate",
            "getDayOfMonth",
            "getDayOfYear",
            "getMonth",
            "getFullYear")) {
      advice.put(function, "for days write weekday() or holiday()");
    }
    for (String function :
        Set.of("int", "uint", "double", "string", "bytes", "bool", "dyn", "type")) {
      advice.put(function, "no value needs to be changed into another type");
    }
    advice.put("has", "every passage has every name; what is unknown is '' or 'UNKNOWN'");
    advice.put("lowerAscii", "makes and models are compared whatever their case");
    advice.put("upperAscii", "makes and models are compared whatever their case");
    advice.put("_%_", "+ - * / are known");
    advice.put("_[_]", "a passage holds no lists");
    return advice;
  }
}
