package eu.passage.cep.flink.tolls;

import eu.passage.avro.RegistryEntry;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.LookUpTimes;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** What the registry answered of the current vehicle. */
final class RegistryMemory {

  private final LookUpTimes times;
  private final ValueState<RegistryEntry> state;

  /**
   * @param corrected as long after it events still rest on an answer, though it may be old: it must
   *     not go before them, or a registry that is down would make them doubtful again
   */
  RegistryMemory(RuntimeContext context, LookUpTimes times, Duration corrected) {
    this.times = times;
    ValueStateDescriptor<RegistryEntry> descriptor =
        new ValueStateDescriptor<>("registry", StreamTypes.REGISTRY_ENTRY);
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(longest(times).plus(corrected).multipliedBy(2)).build());
    state = context.getState(descriptor);
  }

  private static Duration longest(LookUpTimes times) {
    return times.known().compareTo(times.notKnown()) > 0 ? times.known() : times.notKnown();
  }

  /** Whether there is an answer that still holds. */
  boolean holds(Instant now) throws Exception {
    RegistryEntry entry = state.value();
    return entry != null
        && entry
            .getAnsweredAt()
            .plus(entry.getKnown() ? times.known() : times.notKnown())
            .isAfter(now);
  }

  /** Whether there ever was one, be it old. */
  boolean isThere() throws Exception {
    return state.value() != null;
  }

  /** The last answer, also one that is old; {@code NotAnswered} where there never was any. */
  RegistryAnswer last() throws Exception {
    RegistryEntry entry = state.value();
    if (entry == null) {
      return new RegistryAnswer.NotAnswered();
    }
    return entry.getKnown()
        ? new RegistryAnswer.Known(
            new VehicleFacts(
                entry.getEuroClass(),
                entry.getCo2Class(),
                entry.getMaximumMassKg(),
                entry.getAxles(),
                new HashSet<>(entry.getUses())))
        : new RegistryAnswer.NotKnown();
  }

  void keep(RegistryAnswer answer, Instant now) throws Exception {
    RegistryEntry.Builder entry = RegistryEntry.newBuilder().setAnsweredAt(now).setKnown(false);
    if (answer instanceof RegistryAnswer.Known known) {
      VehicleFacts facts = known.facts();
      entry
          .setKnown(true)
          .setEuroClass(facts.euroClass())
          .setCo2Class(facts.co2Class())
          .setMaximumMassKg(facts.maximumMassKg())
          .setAxles(facts.axles())
          .setUses(new ArrayList<>(facts.uses()));
    }
    state.update(entry.build());
  }
}
