package eu.passage.cep.toll.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.cep.toll.VehicleFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts as a registry answers them: {@code {"euroClass": 6, "co2Class": "3", "maximumMassKg":
 * 40000, "axles": 5, "uses": ["military"]}}. Each may be left out or null where it is not known;
 * what else is there does not matter.
 */
final class FactsJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private FactsJson() {}

  /**
   * @throws FactException where it is none of that; of what it holds nothing is then believed
   */
  static VehicleFacts parse(byte[] answer) throws FactException {
    JsonNode json;
    try {
      json = JSON.readTree(answer);
    } catch (IOException e) {
      throw new FactException("the answer is not JSON");
    }
    if (!json.isObject()) {
      throw new FactException("the answer is not a JSON object");
    }
    return new VehicleFacts(
        number(json, NumberFact.EURO_CLASS),
        co2Class(json),
        number(json, NumberFact.MAXIMUM_MASS),
        number(json, NumberFact.AXLES),
        WordFacts.uses(uses(json)));
  }

  private static @Nullable Integer number(JsonNode json, NumberFact fact) throws FactException {
    JsonNode value = json.path(fact.title());
    if (isAbsent(value)) {
      return null;
    } else if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw fault(fact.title(), fact.fault(value.toString()));
    }
    try {
      return fact.checked(value.longValue());
    } catch (FactException e) {
      throw fault(fact.title(), e);
    }
  }

  private static @Nullable String co2Class(JsonNode json) throws FactException {
    JsonNode value = json.path(WordFacts.CO2_CLASS);
    if (isAbsent(value)) {
      return null;
    }
    try {
      // some registries write the class as a number
      return WordFacts.co2Class(value.isTextual() ? value.textValue() : value.toString());
    } catch (FactException e) {
      throw fault(WordFacts.CO2_CLASS, e);
    }
  }

  private static List<String> uses(JsonNode json) throws FactException {
    JsonNode value = json.path(WordFacts.USES);
    List<String> uses = new ArrayList<>();
    if (isAbsent(value)) {
      return uses;
    } else if (!value.isArray()) {
      throw new FactException("uses: not a list of words");
    }
    for (JsonNode word : value) {
      uses.add(word.isTextual() ? word.textValue() : word.toString());
    }
    return uses;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static FactException fault(String name, FactException e) {
    return new FactException(name + ": " + e.says());
  }
}
