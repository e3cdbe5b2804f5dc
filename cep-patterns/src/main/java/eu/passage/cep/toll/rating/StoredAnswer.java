package eu.passage.cep.toll.rating;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.tariff.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the vehicle registry had said of a vehicle, out of the inputs of a stored charge. */
public final class StoredAnswer {

  private StoredAnswer() {}

  /** As far as the charge tells it. */
  public static RegistryAnswer of(TollEvent event) {
    Charge charge = event.getCharge();
    List<ChargeInput> inputs = charge == null ? List.of() : charge.getInputs();
    Map<String, String> facts =
        inputs.stream()
            .filter(input -> input.getSource() == InputSource.REGISTRY)
            .collect(
                Collectors.toMap(ChargeInput::getName, ChargeInput::getValue, (one, other) -> one));
    if (!facts.isEmpty()) {
      return new RegistryAnswer.Known(facts(facts));
    }
    return event.getStatus() == TollStatus.PROVISIONAL
        ? new RegistryAnswer.NotAnswered()
        : new RegistryAnswer.NotKnown();
  }

  private static VehicleFacts facts(Map<String, String> facts) {
    String use = facts.get(Inputs.USE);
    return new VehicleFacts(
        number(facts, Dimension.EURO_CLASS),
        facts.get(Dimension.CO2_CLASS.key()),
        number(facts, Dimension.MAXIMUM_MASS),
        number(facts, Dimension.AXLES),
        use == null ? Set.of() : Set.of(use));
  }

  /** Null where it is not told, or is no number: then it is as good as not told. */
  private static @Nullable Integer number(Map<String, String> facts, Dimension dimension) {
    String value = facts.get(dimension.key());
    try {
      return value == null ? null : Integer.valueOf(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
