package eu.passage.cep.toll.rating;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.tariff.Dimension;
import eu.passage.cep.toll.tariff.Exemption;
import eu.passage.cep.toll.tariff.TariffTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a vehicle, out of the inputs of a stored charge: what the vehicle registry had
 * said, and what a person said who looked.
 */
public final class StoredAnswer {

  private StoredAnswer() {}

  /**
   * As far as the charge tells it.
   *
   * @param tariffs where its own is found: a charge tells that nothing exempts, and not of what the
   *     registry was asked for that
   */
  public static Knowledge of(TollEvent event, TariffTable tariffs) {
    Charge charge = event.getCharge();
    return new Knowledge(
        registry(event), Optional.of(ruledOut(charge, tariffs)), PersonFacts.of(charge));
  }

  /** What the vehicle registry had said, as far as the charge tells it. */
  public static RegistryAnswer registry(TollEvent event) {
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

  private static Set<String> ruledOut(@Nullable Charge charge, TariffTable tariffs) {
    Set<String> ruledOut = new HashSet<>();
    if (charge != null
        && charge.getInputs().stream()
            .anyMatch(
                input ->
                    input.getName().equals(Inputs.EXEMPTION)
                        && input.getSource() == InputSource.REGISTRY)) {
      tariffs
          .find(charge.getTariffId(), charge.getTariffVersion())
          .ifPresent(
              tariff -> {
                for (Exemption exemption : tariff.exemptions()) {
                  ruledOut.addAll(Knowledge.wants(exemption));
                }
              });
    }
    return ruledOut;
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
