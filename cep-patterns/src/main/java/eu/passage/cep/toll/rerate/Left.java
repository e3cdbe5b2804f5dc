package eu.passage.cep.toll.rerate;

import eu.passage.avro.TollEvent;

/** An event that would change, or might, and was left as it is. */
public record Left(TollEvent event, Why why) {

  /** Why it was left. */
  public enum Why {
    /** The tariffs lack the version that it names, and no other version of it takes its place. */
    TARIFF_MISSING("the tariffs given lack the one that it names: give all that were in force"),
    /** The new tariff asks for facts that were not stored, and the registry did not answer. */
    REGISTRY_SILENT("the vehicle registry did not answer: run it again when it does"),
    /** Two events hold of one passage of its vehicle. */
    TWO_HOLD("two events hold of one passage of its vehicle: see 'tolls reconcile' of its day");

    private final String text;

    Why(String text) {
      this.text = text;
    }

    /** For people, with what to do. */
    public String text() {
      return text;
    }
  }
}
