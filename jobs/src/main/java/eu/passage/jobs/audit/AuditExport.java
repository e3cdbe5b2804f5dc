package eu.passage.jobs.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.schemas.audit.ChainBreak;
import eu.passage.schemas.audit.ChainEnd;
import eu.passage.schemas.audit.ChainVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Appends to an {@link AuditFile} what it does not hold yet. The file is proven first, and held
 * against what is read: a link that the file has too must be the same one. Nothing is appended
 * behind a break. For one thread; the file is locked while this is open.
 */
final class AuditExport implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final AuditFile.Content before;

  /** The chains of what is read, from their beginning. */
  private final ChainVerifier read = new ChainVerifier();

  /** Where each chain of the file stood that has not been read so far yet. */
  private final Map<String, ChainEnd> unseen;

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private String seal;
  private long appended;
  private @Nullable String broken;

  private AuditExport(FileChannel channel, AuditFile.Content before) {
    this.channel = channel;
    this.before = before;
    seal = before.seal();
    unseen = new HashMap<>(before.chains().ends());
    broken = before.broken().orElse(null);
  }

  /**
   * Opens and proves a file, or begins one.
   *
   * @throws IOException when it cannot be read and written, or another export has it
   */
  static AuditExport to(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, file);
      AuditFile.Content content = AuditFile.prove(channel);
      if (content.broken().filter(found -> found.endsWith(AuditFile.CUT_OFF)).isPresent()) {
        channel.truncate(content.end());
        channel.position(0);
        content = AuditFile.prove(channel);
      }
      channel.position(content.end());
      return new AuditExport(channel, content);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw new IOException(file + " is being written by another export", e);
    }
    throw new IOException(file + " is being written by another export");
  }

  /** The next link of the topic; those of one chain come in order. */
  void link(AuditRecord link) throws IOException {
    if (broken != null) {
      return;
    }
    Optional<ChainBreak> found = read.check(link);
    if (found.isPresent()) {
      broken = found.get().toString();
      return;
    }
    ChainEnd inFile = before.chains().ends().get(link.getChain());
    if (inFile == null || link.getPlace() >= inFile.next()) {
      append(link);
    } else if (link.getPlace() == inFile.next() - 1) {
      compare(link, inFile);
    }
  }

  /** A hash covers all links before it: where this one is the same, they are. */
  private void compare(AuditRecord link, ChainEnd inFile) {
    unseen.remove(link.getChain());
    if (!link.getHash().equals(inFile.hash())) {
      broken =
          "chain %s, place %d: it is another link than the file's"
              .formatted(link.getChain(), link.getPlace());
    }
  }

  private void append(AuditRecord link) throws IOException {
    SealedLine line = SealedLine.behind(seal, link);
    buffer.writeBytes(line.bytes());
    buffer.write('\n');
    seal = line.seal();
    appended++;
    if (buffer.size() >= BUFFER) {
      flush();
    }
  }

  /**
   * What was read is all there is. When this returns, what was appended is on the disk.
   *
   * @return what is wrong with the file, or with what was read; the first of it
   */
  Optional<String> finish() throws IOException {
    flush();
    channel.force(true);
    if (broken == null && !unseen.isEmpty()) {
      ChainEnd gone = unseen.values().iterator().next();
      return Optional.of(
          "chain %s, place %d: the file holds it and the topic does not (%d such chains)"
              .formatted(gone.chain(), gone.next() - 1, unseen.size()));
    }
    return Optional.ofNullable(broken);
  }

  private void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer.toByteArray());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    buffer.reset();
  }

  /** Lines that were appended. */
  long appended() {
    return appended;
  }

  /** Lines of the file, with those. */
  long lines() {
    return before.lines() + appended;
  }

  /** Of the last line. */
  String seal() {
    return seal;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
