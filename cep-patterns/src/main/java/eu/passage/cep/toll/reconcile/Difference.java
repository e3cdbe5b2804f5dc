package eu.passage.cep.toll.reconcile;

import java.util.Comparator;

/**
 * Something that does not agree.
 *
 * @param kind of difference
 * @param originator who runs the charging point; empty where only a passage is known
 * @param chargingPoint where
 * @param eventId the event, or the last of several; empty where there is none
 * @param says what does not agree, with both values
 */
public record Difference(
    DifferenceKind kind, String originator, String chargingPoint, String eventId, String says) {

  /** By place, then by kind. */
  static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::chargingPoint)
          .thenComparing(Difference::originator)
          .thenComparing(Difference::kind)
          .thenComparing(Difference::eventId)
          .thenComparing(Difference::says);
}
