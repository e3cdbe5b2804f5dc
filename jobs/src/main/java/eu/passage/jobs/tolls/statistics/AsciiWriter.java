package eu.passage.jobs.tolls.statistics;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * XML that is the same in every encoding that begins like ASCII: a terminal's or a pipe's need not
 * be the one that the document says. Other characters are written by their number.
 */
final class AsciiWriter extends FilterWriter {

  private static final int ASCII = 0x80;

  private char high;

  AsciiWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int character) throws IOException {
    char c = (char) character;
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (Character.isLowSurrogate(c)) {
      out.write("&#" + Character.toCodePoint(high, c) + ";");
    } else if (c < ASCII) {
      out.write(c);
    } else {
      out.write("&#" + (int) c + ";");
    }
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(characters[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text.charAt(i));
    }
  }
}
