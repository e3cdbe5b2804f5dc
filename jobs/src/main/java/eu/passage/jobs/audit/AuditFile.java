package eu.passage.jobs.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.schemas.audit.ChainBreak;
import eu.passage.schemas.audit.ChainVerifier;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The audit as a file: one {@link SealedLine} a line, only ever appended to. The chains prove that
 * no link was changed; the seals that no line was taken out, moved or put in, were it a whole
 * chain. Who notes the last seal elsewhere can prove that the file's end is there too.
 */
final class AuditFile {

  /** A line that is longer was not written by Passage. */
  private static final int LONGEST_LINE = 1 << 20;

  /** What {@link Content#broken} ends with where an export was cut off: the next one mends it. */
  static final String CUT_OFF = "it was cut off; export again";

  private static final String CHANGED =
      "it is not as any line of the audit is written: it was changed, or put in";

  private AuditFile() {}

  /**
   * What a file holds up to its first break.
   *
   * @param chains where each chain stands
   * @param lines whole ones
   * @param seal of the last of them
   * @param end where they end, in bytes; behind it there may be the start of a line that was cut
   *     off
   * @param broken what is wrong behind them, with the line's number
   */
  record Content(
      ChainVerifier chains, long lines, String seal, long end, Optional<String> broken) {}

  /**
   * Proves a file.
   *
   * @throws IOException when it cannot be read
   */
  static Content prove(Path file) throws IOException {
    return prove(file, seal -> {});
  }

  /**
   * The same.
   *
   * @param seals is given the seal of each line that is whole
   */
  static Content prove(Path file, Consumer<String> seals) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return prove(channel, seals);
    }
  }

  /** Proves what lies behind a channel that stands at its start. */
  static Content prove(FileChannel channel) throws IOException {
    return prove(channel, seal -> {});
  }

  private static Content prove(FileChannel channel, Consumer<String> seals) throws IOException {
    ChainVerifier chains = new ChainVerifier();
    String seal = SealedLine.START;
    long lines = 0;
    long end = 0;
    // not closed: the channel is the caller's
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    while (true) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean whole = readLine(in, bytes);
      if (!whole && bytes.size() == 0) {
        return new Content(chains, lines, seal, end, Optional.empty());
      }
      Optional<SealedLine> line = SealedLine.read(bytes.toByteArray());
      Optional<String> broken = whole ? check(line, seal, chains) : Optional.of(CUT_OFF);
      if (line.isEmpty() || broken.isPresent()) {
        String where = "line %d: %s".formatted(lines + 1, broken.orElse(CHANGED));
        return new Content(chains, lines, seal, end, Optional.of(where));
      }
      seal = line.get().seal();
      seals.accept(seal);
      lines++;
      end += bytes.size() + 1L;
    }
  }

  private static Optional<String> check(
      Optional<SealedLine> line, String seal, ChainVerifier chains) {
    if (line.isEmpty()) {
      return Optional.of(CHANGED);
    }
    AuditRecord link = line.get().link();
    Optional<ChainBreak> broken = chains.check(link);
    if (broken.isPresent()) {
      return broken.map(ChainBreak::toString);
    }
    SealedLine expected = SealedLine.behind(seal, link);
    return expected.equals(line.get())
        ? Optional.empty()
        : Optional.of(
            ("its seal does not follow from the line before: lines were taken out or moved (it"
                    + " bears %s, here belongs %s)")
                .formatted(
                    ChainVerifier.brief(line.get().seal()), ChainVerifier.brief(expected.seal())));
  }

  /** Whether the line has an end. */
  private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return true;
      }
      line.write(b);
      if (line.size() > LONGEST_LINE) {
        return true;
      }
    }
    return false;
  }
}
