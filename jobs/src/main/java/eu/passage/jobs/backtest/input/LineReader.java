package eu.passage.jobs.backtest.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The lines of a file that begin within a range of its bytes: ranges that follow each other give
 * every line once. Lines lie in a buffer that is used again; a line longer than {@link #LONGEST} is
 * told but not kept.
 */
final class LineReader implements Closeable {

  /** A passage has some 100 bytes. */
  static final int LONGEST = 64 * 1024;

  private final FileChannel channel;
  private final long end;
  private final byte[] buffer = new byte[4 * LONGEST];
  private final ByteBuffer target = ByteBuffer.wrap(buffer);

  /** Of the first byte in the buffer. */
  private long offset;

  private int filled;
  private int next;
  private int lineStart;
  private int lineEnd;
  private boolean overlong;

  LineReader(Path file, long begin, long end) throws IOException {
    channel = FileChannel.open(file);
    this.end = end;
    // whether a line begins at the first byte is told by the byte before it
    offset = Math.max(0, begin - 1);
    channel.position(offset);
    if (begin > 0) {
      readOn(end);
    }
  }

  /** Goes to the next line; false when no more begins within the range. */
  boolean next() throws IOException {
    lineStart = next;
    return offset + next < end && readOn(Long.MAX_VALUE);
  }

  /** Where the line is, without its end. */
  byte[] buffer() {
    return buffer;
  }

  int lineStart() {
    return lineStart;
  }

  int lineEnd() {
    return lineEnd;
  }

  /** Whether the line was too long to be kept. */
  boolean overlong() {
    return overlong;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Reads to the end of a line; false when the file ends, or the limit comes, before it. */
  private boolean readOn(long limit) throws IOException {
    overlong = false;
    int at = next;
    while (true) {
      for (; at < filled; at++) {
        if (buffer[at] == '\n') {
          next = at + 1;
          return endsAt(at);
        }
      }
      at -= lineStart;
      if (at > LONGEST) {
        overlong = true;
        at = 0;
        lineStart = filled;
      }
      if (offset + lineStart + at >= limit || !fill()) {
        next = filled;
        return (overlong || lineStart < filled) && endsAt(filled);
      }
    }
  }

  private boolean endsAt(int newline) {
    lineEnd = newline > lineStart && buffer[newline - 1] == '\r' ? newline - 1 : newline;
    overlong |= lineEnd - lineStart > LONGEST;
    return true;
  }

  /** Moves what is left of the line to the front and reads more behind it. */
  private boolean fill() throws IOException {
    int kept = filled - lineStart;
    System.arraycopy(buffer, lineStart, buffer, 0, kept);
    offset += lineStart;
    lineStart = 0;
    filled = kept;
    target.clear().position(kept);
    int read = channel.read(target);
    if (read <= 0) {
      return false;
    }
    filled += read;
    return true;
  }
}
