package eu.passage.cep.toll.rerate;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.rating.Knowledge;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Recount;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The corrections that tariffs ask for which were not there when events were rated. A function of
 * the events alone, apart from facts that only the vehicle registry can add: so whoever runs it
 * twice gets the same corrections, with the same ids, and after they were taken none.
 *
 * <p>Only what changes in money is corrected, see {@link Change#isOfMoney}. An event in REVIEW
 * stays there, with another amount: its doubt is not of the tariff. One that is PROVISIONAL stays
 * so where the tariff still asks for what is assumed. One that was FINAL goes to REVIEW where
 * nobody knows what the tariff asks for. What a person said of a passage outranks all else and is
 * kept.
 */
public final class Rerating {

  private final TariffTable tariffs;
  private final Recount recount;
  private final StatusAgain status;
  private final Instant since;
  private final MissingFacts facts;

  /**
   * What follows for a vehicle.
   *
   * @param changes in order of time
   */
  public record Result(List<Change> changes, List<Left> left) {

    public Result {
      changes = List.copyOf(changes);
      left = List.copyOf(left);
    }
  }

  /**
   * @param billAt plate or class less sure than this: a person must look before it is billed
   * @param since passages before it are not changed: they are the past of the others
   * @param facts asked where a tariff needs what was not stored
   */
  public Rerating(TariffTable tariffs, float billAt, Instant since, MissingFacts facts) {
    this.tariffs = tariffs;
    this.recount = new Recount(tariffs);
    this.status = new StatusAgain(billAt);
    this.since = since;
    this.facts = facts;
  }

  /** How much of a vehicle's past has to be there. */
  public Duration horizon() {
    return recount.horizon();
  }

  /**
   * What follows for a vehicle.
   *
   * @param events all of the vehicle, in any order
   */
  public Result of(Collection<TollEvent> events) {
    List<TollEvent> standing;
    try {
      standing = StandingEvents.of(events);
    } catch (IllegalArgumentException e) {
      return new Result(List.of(), List.of(new Left(events.iterator().next(), Left.Why.TWO_HOLD)));
    }
    List<Left> left = new ArrayList<>();
    Map<String, Rated> now = rated(standing, left);
    List<Change> changes = new ArrayList<>();
    for (TollEvent event : standing) {
      Rated rated = Objects.requireNonNull(now.get(event.getPassageId()));
      boolean settled = event.getAt().isBefore(since);
      if (settled || !isChanged(event, rated)) {
        left.removeIf(one -> one.event().equals(event));
      } else if (left.stream().noneMatch(one -> one.event().equals(event))) {
        if (lacksTariff(event.getCharge(), rated)) {
          left.add(new Left(event, Left.Why.TARIFF_MISSING));
        } else {
          changes.add(
              new Change(
                  event,
                  Corrected.by(rated, event, status.of(event, rated), CorrectionCause.TARIFF)));
        }
      }
    }
    return new Result(changes, left);
  }

  /**
   * What each owes now; what the registry has to add is asked, and whom it is silent of is left.
   */
  private Map<String, Rated> rated(List<TollEvent> standing, List<Left> left) {
    Map<String, Rated> first = recount.again(standing);
    Map<String, Knowledge> more = new HashMap<>();
    for (TollEvent event : standing) {
      Rated rated = Objects.requireNonNull(first.get(event.getPassageId()));
      if (event.getStatus() == TollStatus.FINAL
          && !event.getAt().isBefore(since)
          && isChanged(event, rated)
          && MissingFacts.mayHelp(rated)) {
        facts
            .of(event)
            .ifPresentOrElse(
                known -> more.put(event.getPassageId(), known),
                () -> left.add(new Left(event, Left.Why.REGISTRY_SILENT)));
      }
    }
    return more.isEmpty() ? first : recount.again(standing, more);
  }

  private boolean isChanged(TollEvent event, Rated now) {
    return Change.isOfMoney(event.getCharge(), now.charge().orElse(null))
        || status.of(event, now) != event.getStatus();
  }

  /**
   * Whether somebody forgot the tariff that an event names: else all that it charged would be taken
   * back.
   */
  private boolean lacksTariff(@Nullable Charge before, Rated now) {
    return before != null
        && tariffs.find(before.getTariffId(), before.getTariffVersion()).isEmpty()
        && now.charge()
            .map(charge -> !charge.getTariffId().equals(before.getTariffId()))
            .orElse(true);
  }
}
