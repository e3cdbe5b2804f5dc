package eu.passage.cep.toll.rating;

import eu.passage.avro.Charge;
import eu.passage.avro.TollStatus;
import java.util.List;
import java.util.Optional;

/**
 * What a passage owes.
 *
 * @param charge empty where no tariff applies, at the entry of a way, and at an exit whose entry is
 *     not known
 * @param atBest the status it has unless something else is in doubt: FINAL where it rests on
 *     nothing assumed, PROVISIONAL where the vehicle registry is to be asked again, else REVIEW
 * @param assumed the inputs that the tariff had to assume, such as {@code euroClass}
 * @param passageIds the passages that it rests on: its own, and before it the entry of its way.
 *     Earlier ones of the day that used up a cap are not told
 */
public record Rated(
    Optional<Charge> charge, TollStatus atBest, List<String> assumed, List<String> passageIds) {

  public Rated {
    assumed = List.copyOf(assumed);
    passageIds = List.copyOf(passageIds);
  }

  /** Nothing is owed, and nothing is in doubt. */
  static Rated nothing(Ride ride) {
    return new Rated(Optional.empty(), TollStatus.FINAL, List.of(), List.of(ride.passageId()));
  }
}
