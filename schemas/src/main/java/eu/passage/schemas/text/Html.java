package eu.passage.schemas.text;

import java.util.List;

/** Pieces of a page. Texts are escaped; what a method calls markup is taken as it is. */
public final class Html {

  private Html() {}

  /** A text, safe between tags and within quotes. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** An element around markup. */
  public static String element(String tag, String attributes, String markup) {
    return "<%s%s>%s</%1$s>%n".formatted(tag, attributes.isEmpty() ? "" : " " + attributes, markup);
  }

  /** An element around a text. */
  public static String text(String tag, String text) {
    return element(tag, "", escape(text));
  }

  /**
   * A table of texts.
   *
   * @param numbers the first column that holds numbers; they stand to the right
   */
  public static String table(
      String caption, List<String> header, int numbers, List<List<String>> rows) {
    StringBuilder markup = new StringBuilder();
    markup.append(element("caption", "", escape(caption)));
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < header.size(); i++) {
      cells.append(element("th", "scope=\"col\"" + side(i, numbers), escape(header.get(i))));
    }
    markup.append(element("thead", "", element("tr", "", cells.toString())));
    StringBuilder body = new StringBuilder();
    for (List<String> row : rows) {
      cells.setLength(0);
      for (int i = 0; i < row.size(); i++) {
        String attributes = i == 0 ? "scope=\"row\"" : "";
        cells.append(
            element(i == 0 ? "th" : "td", attributes + side(i, numbers), escape(row.get(i))));
      }
      body.append(element("tr", "", cells.toString()));
    }
    markup.append(element("tbody", "", body.toString()));
    return element("div", "class=\"wide\"", element("table", "", markup.toString()));
  }

  /** Closed until somebody wants to know; open on paper. */
  public static String details(String summary, String markup) {
    return element("details", "", element("summary", "", escape(summary)) + markup);
  }

  private static String side(int column, int numbers) {
    return column >= numbers ? " class=\"n\"" : "";
  }
}
