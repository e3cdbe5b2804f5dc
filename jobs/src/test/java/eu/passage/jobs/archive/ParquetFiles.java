package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;

/** Finished files as any reader of Parquet finds them. */
public final class ParquetFiles {

  private ParquetFiles() {}

  /** The finished files below a directory, the oldest day first. */
  public static List<Path> in(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".parquet"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** All events of the finished files below a directory. */
  public static List<TollEvent> events(Path directory) throws IOException {
    List<TollEvent> events = new ArrayList<>();
    for (Path file : in(directory)) {
      PlainParquetConfiguration plain = new PlainParquetConfiguration();
      try (ParquetReader<TollEvent> reader =
          AvroParquetReader.<TollEvent>builder(new LocalInputFile(file), plain)
              .withDataModel(SpecificData.getForClass(TollEvent.class))
              .withCodecFactory(new ZstdCodec())
              .build()) {
        for (TollEvent event = reader.read(); event != null; event = reader.read()) {
          events.add(event);
        }
      }
    }
    return events;
  }
}
