package eu.passage.recognition.classify;

import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.MakeEstimate;
import java.util.List;
import java.util.Optional;

/**
 * What the classifiers say of a vehicle.
 *
 * @param make empty where no badge was read
 * @param others what classifiers tell besides the make, in their order
 */
public record Labels(Optional<MakeEstimate> make, List<AttributeEstimate> others) {

  /** Nothing. */
  public static final Labels NONE = new Labels(Optional.empty(), List.of());

  public Labels {
    others = List.copyOf(others);
  }
}
