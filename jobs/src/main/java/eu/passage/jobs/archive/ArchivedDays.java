package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificData;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetReader;
import org.jspecify.annotations.Nullable;

/** The finished Parquet files of toll events, by the days of their directories. */
public final class ArchivedDays {

  private final NavigableMap<LocalDate, Path> days;

  private ArchivedDays(NavigableMap<LocalDate, Path> days) {
    this.days = days;
  }

  /**
   * What a directory holds now.
   *
   * @throws FileNotFoundException when there is no such directory
   */
  public static ArchivedDays in(URI directory) throws IOException {
    Path path = new Path(directory);
    NavigableMap<LocalDate, Path> days = new TreeMap<>();
    FileSystem files = path.getFileSystem();
    if (!files.exists(path)) {
      throw new FileNotFoundException("there is no directory " + directory);
    }
    for (FileStatus entry : DayFiles.list(files, path)) {
      String name = entry.getPath().getName();
      if (entry.isDir() && name.startsWith(DayDirectory.PREFIX)) {
        try {
          days.put(LocalDate.parse(name.substring(DayDirectory.PREFIX.length())), entry.getPath());
        } catch (DateTimeException e) {
          throw new IOException(entry.getPath() + " is the directory of no day", e);
        }
      }
    }
    return new ArchivedDays(days);
  }

  /** The days that have a directory, in order. */
  public List<LocalDate> days() {
    return new ArrayList<>(days.keySet());
  }

  /** The finished files of a day's directory. */
  public List<Path> files(LocalDate day) throws IOException {
    Path directory = days.get(day);
    List<Path> finished = new ArrayList<>();
    if (directory != null) {
      for (FileStatus file : DayFiles.list(directory.getFileSystem(), directory)) {
        if (DayFiles.isFinished(file.getPath().getName())) {
          finished.add(file.getPath());
        }
      }
    }
    return finished;
  }

  /**
   * Reads a file's events in turn. Where the file's own figures show that a block holds none of
   * those wanted, the block is passed over.
   */
  public static void read(Path file, FilterPredicate wanted, Consumer<TollEvent> reader)
      throws IOException {
    try (ParquetReader<TollEvent> events =
        AvroParquetReader.<TollEvent>builder(new StoredFile(file), new PlainParquetConfiguration())
            .withDataModel(SpecificData.getForClass(TollEvent.class))
            .withCodecFactory(new ZstdCodec())
            .withFilter(FilterCompat.get(wanted))
            .build()) {
      for (TollEvent event = next(events, file); event != null; event = next(events, file)) {
        reader.accept(event);
      }
    }
  }

  /** Parquet tells of a broken file by whatever exception comes first. */
  private static @Nullable TollEvent next(ParquetReader<TollEvent> events, Path file)
      throws IOException {
    try {
      return events.read();
    } catch (RuntimeException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
