package eu.passage.cep.toll.registry;

/** A fact that cannot be one; the message says what would be right. */
final class FactException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 30;

  FactException(String message) {
    super(message, null, false, false); // thrown for cells of a file: no trace is looked at
  }

  String says() {
    return String.valueOf(getMessage());
  }

  /** What was written, short, and without what a terminal would obey. */
  static String shown(String text) {
    String plain = text.replaceAll("\\p{C}", "\uFFFD");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
  }
}
