package eu.passage.cep.toll.rating;

import eu.passage.avro.ChargeInput;
import eu.passage.avro.InputSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an amount rests on, in the order in which it was found. */
public final class Inputs {

  /** The region of the tariff. */
  public static final String REGION = "region";

  /** Entry and exit of the way, such as {@code A8-TOURNAI > A8-ATH}. */
  public static final String WAY = "way";

  /** The passage at the way's entry. */
  public static final String ENTRY = "entryPassage";

  /** The way's length in kilometres. */
  public static final String KM = "km";

  /** The price of the table, of a passage, a kilometre or a way. */
  public static final String PRICE = "price";

  /** What earlier passages of the day left of the cap; only where it lessens the amount. */
  public static final String CAP_LEFT = "capLeft";

  /** {@code none}: the vehicle registry was asked, or would have to be, and nothing exempts. */
  public static final String EXEMPTION = "exemption";

  /** The use in the vehicle registry that exempts. */
  public static final String USE = "use";

  /** The plate that exempts, such as {@code BE:CD123}. */
  public static final String PLATE = "plate";

  /** {@code bill}: a person looked and wants it billed. Says nothing of the amount. */
  public static final String REVIEWED = "reviewed";

  /** Of {@link #EXEMPTION}: nothing exempts. */
  public static final String NONE = "none";

  private static final String TO = " > ";

  private final List<ChargeInput> list = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  Inputs() {}

  /** Those of a charge. */
  static Inputs of(List<ChargeInput> stored) {
    Inputs inputs = new Inputs();
    stored.forEach(input -> inputs.add(input.getName(), input.getValue(), input.getSource()));
    return inputs;
  }

  static String way(String from, String to) {
    return from + TO + to;
  }

  void add(String name, String value, InputSource source) {
    list.add(new ChargeInput(name, value, source));
    values.put(name, value);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  List<ChargeInput> list() {
    return List.copyOf(list);
  }

  /** Whether a person says this of it. */
  boolean saysPerson(String name, String value) {
    return list.contains(new ChargeInput(name, value, InputSource.PERSON));
  }

  /** Adds what a person said that is not there yet: it must not be lost where nothing uses it. */
  void addRest(PersonFacts person) {
    person
        .values()
        .forEach(
            (name, value) -> {
              if (!values.containsKey(name)) {
                add(name, value, InputSource.PERSON);
              }
            });
  }

  /** Names of those that were assumed. */
  List<String> assumed() {
    return list.stream()
        .filter(input -> input.getSource() == InputSource.ASSUMED)
        .map(ChargeInput::getName)
        .toList();
  }
}
