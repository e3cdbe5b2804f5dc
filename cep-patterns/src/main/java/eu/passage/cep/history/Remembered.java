package eu.passage.cep.history;

import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import java.util.List;

/** A passage without what no rule and no alert asks for later: about half of its bytes. */
public final class Remembered {

  private Remembered() {}

  /** A copy to keep; the passage itself stays as it is. */
  public static Passage of(Passage passage) {
    PlateReading plate =
        PlateReading.newBuilder(passage.getPlate())
            .setAlternatives(List.of())
            .setCharacterConfidences(List.of())
            .build();
    return Passage.newBuilder(passage).setPlate(plate).setCamera(null).build();
  }
}
