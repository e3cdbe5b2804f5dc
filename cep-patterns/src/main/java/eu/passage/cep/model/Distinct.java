package eu.passage.cep.model;

/** Of what different values are counted. */
public enum Distinct {
  CAMERA("camera.id"),
  ROAD("camera.road"),
  ZONE("camera.zone"),
  COUNTRY("camera.country"),
  TYPE("type"),
  COLOUR("colour"),
  /** Local day of Brussels and Paris. */
  DAY("day");

  private final String word;

  Distinct(String word) {
    this.word = word;
  }

  /** As rules write it. */
  public String word() {
    return word;
  }
}
