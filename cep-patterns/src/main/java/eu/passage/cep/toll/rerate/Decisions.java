package eu.passage.cep.toll.rerate;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.rating.Inputs;
import eu.passage.cep.toll.rating.Knowledge;
import eu.passage.cep.toll.rating.PersonFacts;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Recount;
import eu.passage.cep.toll.rating.StoredAnswer;
import eu.passage.cep.toll.tariff.TariffTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The corrections that follow from a person's decision: of the event itself, whose amount the
 * tariff gives by the facts that the person said, and of those that share a day's cap or a way with
 * it.
 */
public final class Decisions {

  private final TariffTable tariffs;
  private final Recount recount;
  private final StatusAgain status;

  /**
   * @param billAt plate or class less sure than this: a person must look before it is billed
   */
  public Decisions(TariffTable tariffs, float billAt) {
    this.tariffs = tariffs;
    this.recount = new Recount(tariffs);
    this.status = new StatusAgain(billAt);
  }

  /**
   * What follows.
   *
   * @param standing all events of the vehicle that hold, as {@link StandingEvents} gives them
   * @param event one of them
   * @return the decided event's first
   * @throws IllegalArgumentException when a fact does not fit the tariff
   */
  public List<Change> of(List<TollEvent> standing, TollEvent event, Decision decision) {
    List<Change> changes = new ArrayList<>();
    List<TollEvent> others = standing.stream().filter(one -> !one.equals(event)).toList();
    Map<String, Rated> before = recount.again(standing);
    Map<String, Rated> after;
    if (decision instanceof Decision.Bill bill) {
      after = billed(standing, event, bill);
      Rated now = Objects.requireNonNull(after.get(event.getPassageId()));
      changes.add(
          new Change(event, Corrected.by(now, event, TollStatus.FINAL, CorrectionCause.REVIEW)));
    } else {
      after = recount.again(others);
      changes.add(new Change(event, TollChain.withdrawal(event, CorrectionCause.REVIEW)));
    }
    for (TollEvent other : others) {
      Rated now = Objects.requireNonNull(after.get(other.getPassageId()));
      if (!now.charge().equals(Objects.requireNonNull(before.get(other.getPassageId())).charge())
          && !now.charge().equals(Optional.ofNullable(other.getCharge()))) {
        changes.add(
            new Change(
                other, Corrected.by(now, other, status.of(other, now), CorrectionCause.REVIEW)));
      }
    }
    return changes;
  }

  private Map<String, Rated> billed(List<TollEvent> standing, TollEvent event, Decision.Bill bill) {
    String passage = event.getPassageId();
    PersonFacts said = PersonFacts.of(event.getCharge()).and(bill.facts()).billed();
    Knowledge known = StoredAnswer.of(event, tariffs);
    Map<String, Rated> first = recount.again(standing, Map.of(passage, known.with(said)));
    Rated rated = Objects.requireNonNull(first.get(passage));
    requireUsed(bill, rated);
    if (rated.assumed().isEmpty()) {
      return first;
    }
    Map<String, String> confirmed = new HashMap<>();
    rated.charge().map(Charge::getInputs).orElse(List.of()).stream()
        .filter(input -> input.getSource() == InputSource.ASSUMED)
        .forEach(input -> confirmed.put(input.getName(), input.getValue()));
    return recount.again(standing, Map.of(passage, known.with(said.and(confirmed))));
  }

  /** A fact that changes nothing because the tariff cannot take it was meant otherwise. */
  private static void requireUsed(Decision.Bill bill, Rated rated) {
    Optional<Charge> charge = rated.charge();
    if (charge.isEmpty()) {
      if (!bill.facts().isEmpty()) {
        throw new IllegalArgumentException(
            "nothing is owed there by any tariff, whatever the vehicle is: decide without facts");
      }
      return;
    }
    for (ChargeInput input : charge.get().getInputs()) {
      if (input.getSource() == InputSource.ASSUMED
          && bill.facts().containsKey(input.getName())
          && !input.getName().equals(Inputs.EXEMPTION)) {
        throw new IllegalArgumentException(
            "%s %s has no price for %s %s"
                .formatted(
                    charge.get().getTariffId(),
                    charge.get().getTariffVersion(),
                    input.getName(),
                    bill.facts().get(input.getName())));
      }
    }
  }
}
