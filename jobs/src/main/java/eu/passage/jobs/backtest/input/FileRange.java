package eu.passage.jobs.backtest.input;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that one core reads.
 *
 * @param file its place among the files
 * @param begin offset of its first byte
 * @param end offset of the first byte after it
 */
record FileRange(int file, long begin, long end) implements Serializable {

  /** Small enough that cores end together and progress is seen, large enough to be cheap. */
  private static final long MOST = 4 << 20;

  private static final long LEAST = 64 << 10;

  /** The files in parts, in order; a small file is not cut. */
  static List<FileRange> of(List<Path> files, int cores) throws UnusableInputException {
    List<FileRange> ranges = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      long size = size(files.get(file));
      long length = Math.max(LEAST, Math.min(MOST, size / (4L * cores)));
      long begin = 0;
      do {
        long end = Math.min(size, begin + length);
        ranges.add(new FileRange(file, begin, end));
        begin = end;
      } while (begin < size);
    }
    return ranges;
  }

  long length() {
    return end - begin;
  }

  private static long size(Path file) throws UnusableInputException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UnusableInputException(
            file + (Files.exists(file) ? ": is no file" : ": no such file"));
      }
      return Files.size(file);
    } catch (IOException e) {
      throw new UnusableInputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
