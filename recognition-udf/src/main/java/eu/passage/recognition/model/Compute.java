package eu.passage.recognition.model;

import java.io.Serializable;

/** How the nets are to run: in which numbers, and where. */
public record Compute(Precision precision, DeviceChoice device) implements Serializable {

  /** What the machine offers. */
  public static final Compute AUTO = new Compute(Precision.AUTO, DeviceChoice.AUTO);
}
