package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.TollArchiveSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.apache.avro.specific.SpecificData;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Parquet files with the fields of {@link TollEvent}, in a directory for each local day. A file is
 * there when the checkpoint that ended it is complete, and is never changed; names that begin with
 * a dot are files that are still written.
 */
final class DayFiles {

  private static final String SUFFIX = ".parquet";

  private DayFiles() {}

  /** Writes each event once. */
  static FileSink<TollEvent> sink(TollArchiveSettings settings) {
    return FileSink.forBulkFormat(
            new Path(Objects.requireNonNull(settings.files())),
            new ParquetWriterFactory<>(DayFiles::writer))
        .withBucketAssigner(new DayDirectory(settings.zone()))
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .withOutputFileConfig(new OutputFileConfig("tolls", SUFFIX))
        .build();
  }

  static ParquetWriter<TollEvent> writer(OutputFile file) throws IOException {
    ParquetConfiguration plain = new PlainParquetConfiguration();
    // lists as the format has had them since 2014, in which an absent element is not an error
    plain.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    return AvroParquetWriter.<TollEvent>builder(file)
        .withSchema(TollEvent.getClassSchema())
        .withDataModel(SpecificData.getForClass(TollEvent.class))
        .withConf(plain)
        .withCodecFactory(new ZstdCodec())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .build();
  }

  /** Whether a directory holds files that are finished. */
  static boolean holdsFinished(URI directory) throws IOException {
    Path path = new Path(directory);
    FileSystem files = path.getFileSystem();
    for (FileStatus day : list(files, path)) {
      for (FileStatus file : day.isDir() ? list(files, day.getPath()) : new FileStatus[0]) {
        if (isFinished(file.getPath().getName())) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isFinished(String name) {
    return name.endsWith(SUFFIX) && !name.startsWith(".");
  }

  /** Nothing where there is no such directory. */
  static FileStatus[] list(FileSystem files, Path directory) throws IOException {
    try {
      FileStatus[] found = files.listStatus(directory);
      return found == null ? new FileStatus[0] : found;
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }
}
