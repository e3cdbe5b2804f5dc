package eu.passage.cep.toll.reconcile;

/** What can be wrong with a day's toll events. */
public enum DifferenceKind {
  PASSAGE_WITHOUT_EVENT("Truck passage without an event"),
  EVENT_WITHOUT_PASSAGE("Event without a truck passage"),
  ID_TWICE("Event twice in one copy"),
  NOT_IN_COPY("Event missing from a copy"),
  COPIES_DIFFER("Copies of an event differ"),
  PASSAGE_CHARGED_TWICE("Passage charged twice"),
  NO_SEQUENCE("Event without a sequence number"),
  SEQUENCE_GAP("Gap in a sequence"),
  SEQUENCE_TWICE("Sequence number given twice"),
  CORRECTS_UNKNOWN("Correction of an unknown event"),
  CORRECTED_TWICE("Event corrected twice"),
  NO_EVIDENCE("Event without evidence"),
  NO_TRUCK("Vehicle that is no truck"),
  UNKNOWN_TARIFF("Unknown tariff or version"),
  OTHER_TARIFF("Another tariff applies"),
  OTHER_AMOUNT("Amount does not follow from its inputs"),
  OTHER_CHARGE("Currency, VAT, exemption or input of an amount is wrong");

  private final String words;

  DifferenceKind(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
