package eu.passage.cep.toll.rating;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.tariff.Dimension;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a passage who looked at it: facts, never amounts. They outrank the registry
 * and sensors, and stay with the charge whatever is rated again.
 *
 * @param values by the names of {@link Inputs} and {@link Dimension}
 */
public record PersonFacts(Map<String, String> values) {

  /** Nobody looked. */
  public static final PersonFacts NONE = new PersonFacts(Map.of());

  private static final String BILL = "bill";

  /** Inputs that persons may say. */
  private static final Set<String> NAMES = names();

  public PersonFacts {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(Set.of(Inputs.USE, Inputs.EXEMPTION, Inputs.REVIEWED));
    EnumSet.complementOf(EnumSet.of(Dimension.TIME)).forEach(one -> names.add(one.key()));
    return names;
  }

  /** Those that a charge tells. */
  public static PersonFacts of(@Nullable Charge charge) {
    Map<String, String> values = new LinkedHashMap<>();
    if (charge != null) {
      for (ChargeInput input : charge.getInputs()) {
        if (input.getSource() == InputSource.PERSON && NAMES.contains(input.getName())) {
          values.put(input.getName(), input.getValue());
        }
      }
    }
    return values.isEmpty() ? NONE : new PersonFacts(values);
  }

  /** The same and others, which count where both say something. */
  public PersonFacts and(Map<String, String> others) {
    Map<String, String> both = new LinkedHashMap<>(values);
    both.putAll(others);
    return new PersonFacts(both);
  }

  /** The same, and that the person wants it billed, however unsure plate and class are. */
  public PersonFacts billed() {
    return and(Map.of(Inputs.REVIEWED, BILL));
  }

  /** Whether a person wants it billed, however unsure plate and class are. */
  public boolean isBilled() {
    return BILL.equals(values.get(Inputs.REVIEWED));
  }

  /** Whether a person looked at an event and said that it is to be billed. */
  public static boolean isBilled(TollEvent event) {
    return of(event.getCharge()).isBilled();
  }

  /** What the person said of something. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether the person said that nothing exempts the vehicle. */
  boolean exemptsNot() {
    return Inputs.NONE.equals(values.get(Inputs.EXEMPTION));
  }
}
