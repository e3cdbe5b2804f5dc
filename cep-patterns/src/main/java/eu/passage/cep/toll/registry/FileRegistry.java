package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.RegistryAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry that is a file. It is looked at again and again; a new one takes the old one's place
 * as a whole, and only if it has no fault. Before there was a good one, the registry does not
 * answer: a broken file must not stop the job.
 */
final class FileRegistry implements VehicleRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(FileRegistry.class);

  private final Path file;
  private final RegistryMeter meter;
  private final ScheduledExecutorService looks;
  private volatile @Nullable VehicleTable table;

  /** What was seen last, and whether it was read; touched under the lock. */
  private @Nullable State seen;

  private @Nullable State done;

  /** Why the file could not be used at the last look; told once. */
  private String refused = "";

  /** Tells one content of a file from the next. */
  private record State(FileTime modified, long size, @Nullable Object key) {

    static State of(Path file) throws IOException {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(is.lastModifiedTime(), is.size(), is.fileKey());
    }
  }

  private FileRegistry(Path file, RegistryMeter meter) {
    this.file = file;
    this.meter = meter;
    this.looks =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "vehicle-file");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Reads the file, and looks at it again and again. */
  static FileRegistry open(Path file, Duration every, RegistryMeter meter) {
    FileRegistry registry = of(file, meter);
    var unused =
        registry.looks.scheduleWithFixedDelay(
            registry::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    return registry;
  }

  /** Reads the file; it is looked at again when {@link #look} is called. */
  static FileRegistry of(Path file, RegistryMeter meter) {
    FileRegistry registry = new FileRegistry(file, meter);
    registry.readNow();
    return registry;
  }

  @Override
  public CompletableFuture<RegistryAnswer> lookUp(String plate, @Nullable String country) {
    return CompletableFuture.completedFuture(answer(plate, country));
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  private RegistryAnswer answer(String plate, @Nullable String country) {
    VehicleTable vehicles = table;
    if (country == null) {
      return new RegistryAnswer.NotKnown();
    } else if (vehicles == null) {
      return new RegistryAnswer.NotAnswered();
    }
    RegistryAnswer answer =
        vehicles
            .find(new VehicleId(country, plate))
            .<RegistryAnswer>map(RegistryAnswer.Known::new)
            .orElseGet(RegistryAnswer.NotKnown::new);
    meter.count(
        answer instanceof RegistryAnswer.Known ? RegistryEvent.KNOWN : RegistryEvent.NOT_KNOWN);
    return answer;
  }

  /**
   * Reads the file where it is another than the one read last and the same as at the last look:
   * somebody may still be writing.
   */
  synchronized void look() {
    try {
      State now = State.of(file);
      boolean rests = now.equals(seen);
      seen = now;
      if (rests && !now.equals(done)) {
        read(now);
      }
    } catch (IOException | RuntimeException e) {
      refuse(e); // else nobody would look again
    }
  }

  private synchronized void readNow() {
    try {
      State now = State.of(file);
      seen = now;
      read(now);
    } catch (IOException e) {
      refuse(e);
    }
  }

  private void read(State now) throws IOException {
    done = now; // not at every look
    refused = "";
    try {
      VehicleTable read = VehicleFile.read(file);
      if (!State.of(file).equals(now)) {
        done = null;
        return; // written while it was read; it is looked at again
      }
      table = read;
      meter.count(RegistryEvent.FILE_READ);
      LOG.info("{}: {} vehicles", file, read.vehicles());
    } catch (FaultyFileException e) {
      refuse(e);
    }
  }

  private void refuse(Exception e) {
    String why =
        e instanceof NoSuchFileException ? "There is no " + file : String.valueOf(e.getMessage());
    if (why.equals(refused)) {
      return;
    }
    refused = why;
    meter.count(RegistryEvent.FILE_REFUSED);
    LOG.error(
        "The file of vehicles cannot be used; {}. {}",
        table == null ? "nothing is known until it can" : "the one before stays in use",
        why);
  }
}
