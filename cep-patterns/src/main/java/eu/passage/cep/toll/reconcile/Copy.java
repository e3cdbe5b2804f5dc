package eu.passage.cep.toll.reconcile;

/** Where toll events are kept. The first that is at hand counts as the truth. */
public enum Copy {
  TOPIC("the topic"),
  TABLE("the table"),
  FILES("the files");

  private final String words;

  Copy(String words) {
    this.words = words;
  }

  /** As a sentence names it. */
  public String words() {
    return words;
  }
}
