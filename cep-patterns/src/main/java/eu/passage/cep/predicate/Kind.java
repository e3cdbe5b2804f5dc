package eu.passage.cep.predicate;

/** What a text stands for: only texts of one kind can be equal. */
enum Kind {
  PLATE("a plate", "such as '1ABC234'"),
  COUNTRY("a country", "such as 'BE'"),
  TYPE("a type of vehicle", "such as 'TRUCK'"),
  COLOUR("a colour", "such as 'WHITE'"),
  MAKE("a make", "such as 'Renault'"),
  MODEL("a model", "such as 'Master'"),
  CAMERA("a camera's id", "as the catalogue of cameras has it"),
  ROAD("a road", "as the catalogue of cameras has it"),
  ZONE("a zone", "as the catalogue of cameras has it");

  private final String noun;
  private final String example;

  Kind(String noun, String example) {
    this.noun = noun;
    this.example = example;
  }

  String noun() {
    return noun;
  }

  /** What to write when something else was written. */
  String advice() {
    return "write %s in quotes, %s".formatted(noun, example);
  }
}
