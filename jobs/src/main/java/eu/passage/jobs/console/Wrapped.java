package eu.passage.jobs.console;

import java.util.ArrayList;
import java.util.List;

/** Sentences in lines that fit a terminal. */
public final class Wrapped {

  /** Columns, so that what stands before a line leaves it within a hundred. */
  private static final int WIDTH = 96;

  private Wrapped() {}

  /** The text cut between words; one line at least. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
