package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import java.util.List;

/** Computes an amount again. */
@FunctionalInterface
public interface AmountCheck {

  /**
   * Whether an event's charge, or that it has none, is right.
   *
   * @param event that no other corrects and that is not withdrawn
   * @param ofVehicle all such events of its vehicle that are known, in order of time, itself too: a
   *     cap needs those of the day, a way the point before
   */
  AmountVerdict check(TollEvent event, List<TollEvent> ofVehicle);
}
