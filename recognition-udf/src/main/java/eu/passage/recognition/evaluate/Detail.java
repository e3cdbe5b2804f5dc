package eu.passage.recognition.evaluate;

/**
 * A figure below the table.
 *
 * @param group a heading, the same for what belongs together
 * @param name what it is about
 * @param value in words
 */
public record Detail(String group, String name, String value) {

  static Detail of(String group, String name, Counts counts) {
    return new Detail(group, name, counts.toString());
  }
}
