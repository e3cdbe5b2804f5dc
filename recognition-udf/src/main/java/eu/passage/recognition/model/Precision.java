package eu.passage.recognition.model;

/** In which numbers the nets calculate. */
public enum Precision {
  /**
   * BF16 where the model has such a file and this machine's processor multiplies such numbers by
   * itself, which takes about half the time; otherwise FP32. A GPU runs FP32.
   */
  AUTO,
  /** 32-bit numbers throughout. */
  FP32,
  /**
   * Convolutions in 16-bit "brain" numbers, the rest in 32-bit; an error where the model or the
   * processor lacks them.
   */
  BF16,
  /**
   * Convolutions in 8-bit whole numbers where the model has such a file, which takes little more
   * than half the time of BF16; other models as with AUTO. An error where the processor lacks them.
   */
  INT8
}
