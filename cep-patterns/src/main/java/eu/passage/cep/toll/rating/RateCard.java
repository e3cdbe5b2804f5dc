package eu.passage.cep.toll.rating;

import eu.passage.avro.Charge;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.rating.Computed.Exempt;
import eu.passage.cep.toll.rating.Computed.Owed;
import eu.passage.cep.toll.rating.Facts.Fact;
import eu.passage.cep.toll.tariff.Axis;
import eu.passage.cep.toll.tariff.Dimension;
import eu.passage.cep.toll.tariff.Pricing;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.Way;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One tariff, ready to rate passages. */
final class RateCard {

  private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Tariff.SCALE);

  /** What the vehicle registry may tell when it is asked again. */
  private static final Set<Dimension> REGISTERED =
      EnumSet.of(
          Dimension.EURO_CLASS, Dimension.CO2_CLASS, Dimension.MAXIMUM_MASS, Dimension.AXLES);

  private final Tariff tariff;
  private final Calculation calculation;
  private final Map<String, Map<String, Way>> ways = new HashMap<>();
  private final Duration longestWay;

  RateCard(Tariff tariff) {
    this.tariff = tariff;
    this.calculation = new Calculation(tariff);
    Duration longest = Duration.ZERO;
    for (Way way : tariff.pricing().ways()) {
      ways.computeIfAbsent(way.to(), to -> new HashMap<>()).put(way.from(), way);
      longest = way.within().compareTo(longest) > 0 ? way.within() : longest;
    }
    longestWay = longest;
  }

  /** The ways that end at a point, by their entries. */
  Map<String, Way> waysTo(String point) {
    return ways.getOrDefault(point, Map.of());
  }

  /** Zero where none is paid for. */
  Duration longestWay() {
    return longestWay;
  }

  /** Whether a passage may owe by it. */
  boolean isFor(Ride ride) {
    boolean there =
        tariff.pricing() instanceof Pricing.PerPassage perPassage
            ? perPassage
                .where()
                .matches(ride.chargingPoint(), ride.road(), ride.segment(), ride.country())
            : ways.containsKey(ride.chargingPoint());
    return there && tariff.holdsOn(local(ride).toLocalDate());
  }

  /**
   * What a passage owes.
   *
   * @param entry of its way
   */
  Rated rate(Ride ride, Optional<Ride> entry, Caps caps, Knowledge knowledge) {
    if (!ways.isEmpty() && entry.isEmpty()) {
      return Rated.nothing(ride);
    }
    Facts facts = new Facts(ride, entry.orElse(null), local(ride), knowledge);
    Inputs inputs = inputs(facts);
    Computed computed = calculation.of(inputs);
    Charge charge = charge(computed, inputs, facts, caps);
    List<String> passages = new ArrayList<>();
    entry.map(Ride::passageId).ifPresent(passages::add);
    passages.add(ride.passageId());
    return new Rated(Optional.of(charge), status(inputs, facts), inputs.assumed(), passages);
  }

  private Charge charge(Computed computed, Inputs inputs, Facts facts, Caps caps) {
    if (computed instanceof Owed owed) {
      return charge(owed, inputs, facts.time().toLocalDate(), caps);
    }
    if (computed instanceof Exempt exempt) {
      return charge(ZERO, null, exempt.why(), inputs);
    }
    // a tariff assumes what nobody knows, so this is a fault of the program: no amount is invented
    throw new IllegalStateException("%s gives no amount: %s".formatted(tariff.name(), computed));
  }

  private LocalDateTime local(Ride ride) {
    return LocalDateTime.ofInstant(ride.at(), tariff.zone());
  }

  private Inputs inputs(Facts facts) {
    Inputs inputs = new Inputs();
    if (!tariff.region().isEmpty()) {
      inputs.add(Inputs.REGION, tariff.region(), InputSource.TARIFF);
    }
    Ride entry = facts.entry();
    if (entry != null) {
      addWay(entry, facts.ride(), inputs);
    }
    if (!addExemption(facts, inputs) && !addBelow(facts, inputs)) {
      addNoExemption(facts, inputs);
      tariff.pricing().axes().forEach(axis -> addValue(axis, facts, inputs));
    }
    inputs.addRest(facts.person());
    return inputs;
  }

  /** Adds what exempts the vehicle, and says whether something does. */
  private boolean addExemption(Facts facts, Inputs inputs) {
    Exemptions exemptions = calculation.exemptions();
    return !facts.person().exemptsNot()
        && (exemptions.addPlate(facts.ride(), inputs) || exemptions.addFact(facts, inputs));
  }

  /** Adds that nothing exempts it, unless a person told what it is used for. */
  private void addNoExemption(Facts facts, Inputs inputs) {
    Exemptions exemptions = calculation.exemptions();
    if (facts.person().exemptsNot()) {
      inputs.add(Inputs.EXEMPTION, Inputs.NONE, InputSource.PERSON);
    } else if (exemptions.needRegistry() && facts.person().value(Inputs.USE).isEmpty()) {
      boolean asked = !facts.isRegistrySilent() && exemptions.areRuledOut(facts.knowledge());
      inputs.add(Inputs.EXEMPTION, Inputs.NONE, asked ? InputSource.REGISTRY : InputSource.ASSUMED);
    }
  }

  private void addWay(Ride entry, Ride exit, Inputs inputs) {
    String way = Inputs.way(entry.chargingPoint(), exit.chargingPoint());
    inputs.add(Inputs.WAY, way, InputSource.PASSAGE);
    inputs.add(Inputs.ENTRY, entry.passageId(), InputSource.PASSAGE);
    calculation
        .distance(way)
        .ifPresent(
            distance -> inputs.add(Inputs.KM, distance.km().toPlainString(), InputSource.TARIFF));
  }

  /** Adds what shows that the tariff is not for this vehicle, and says whether something does. */
  private boolean addBelow(Facts facts, Inputs inputs) {
    for (Axis axis : tariff.pricing().axes()) {
      Optional<Fact> fact = facts.of(axis.dimension());
      if (fact.isPresent() && axis.band(fact.get().value()) == Axis.BELOW) {
        inputs.add(axis.dimension().key(), fact.get().value(), fact.get().source());
        return true;
      }
    }
    return false;
  }

  private void addValue(Axis axis, Facts facts, Inputs inputs) {
    Dimension dimension = axis.dimension();
    Fact fact =
        facts
            .of(dimension)
            .filter(known -> axis.band(known.value()) != Axis.UNKNOWN)
            .orElseGet(
                () -> new Fact(tariff.assume().getOrDefault(dimension, ""), InputSource.ASSUMED));
    inputs.add(dimension.key(), fact.value(), fact.source());
  }

  private Charge charge(Owed owed, Inputs inputs, LocalDate day, Caps caps) {
    inputs.add(Inputs.PRICE, owed.price().toPlainString(), InputSource.TARIFF);
    BigDecimal cap = tariff.cap();
    if (cap == null) {
      return charge(owed.amount(), null, null, inputs);
    }
    BigDecimal left = caps.left(tariff, day, cap);
    BigDecimal amount = owed.amount().min(left);
    caps.take(tariff, day, cap, amount);
    if (amount.compareTo(owed.amount()) == 0) {
      return charge(owed.amount(), null, null, inputs);
    }
    inputs.add(Inputs.CAP_LEFT, left.toPlainString(), InputSource.PASSAGE);
    return charge(amount, owed.amount(), null, inputs);
  }

  private Charge charge(
      BigDecimal amount, @Nullable BigDecimal uncapped, @Nullable String exemption, Inputs inputs) {
    return Charge.newBuilder()
        .setTariffId(tariff.id())
        .setTariffVersion(tariff.version())
        .setAmount(amount)
        .setCurrency(tariff.currency())
        .setVat(tariff.vat())
        .setInputs(inputs.list())
        .setUncapped(uncapped)
        .setExemption(exemption)
        .build();
  }

  private static TollStatus status(Inputs inputs, Facts facts) {
    List<String> assumed = inputs.assumed();
    if (assumed.isEmpty()) {
      return TollStatus.FINAL;
    }
    boolean askedAgain =
        facts.isRegistrySilent()
            && assumed.stream()
                .anyMatch(
                    name ->
                        name.equals(Inputs.EXEMPTION)
                            || Dimension.of(name).filter(REGISTERED::contains).isPresent());
    return askedAgain ? TollStatus.PROVISIONAL : TollStatus.REVIEW;
  }
}
