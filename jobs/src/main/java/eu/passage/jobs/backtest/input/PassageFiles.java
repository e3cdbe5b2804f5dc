package eu.passage.jobs.backtest.input;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Tables ({@code *.csv}) or Avro object container files ({@code *.avro}). A file is read in parts,
 * on all cores at once: the stream begins with the parts' numbers, and each core reads the parts
 * whose numbers it is given. That is all a source of files needs when nothing is checkpointed.
 */
public final class PassageFiles implements PassageInput {

  private static final String AVRO = ".avro";

  private final String name;
  private final FlatMapFunction<Long, PassageFacts> reader;
  private final int parts;
  private final ReadLedger ledger;
  private final Handover<ReadLedger> handover;
  private final List<String> remarks;

  /**
   * Looks at the files' beginnings.
   *
   * @param cores that will read
   * @throws UnusableInputException when one cannot be read
   */
  public PassageFiles(List<Path> files, CameraCatalogue cameras, int cores)
      throws UnusableInputException {
    name = files.stream().map(Path::toString).collect(Collectors.joining(", "));
    List<String> names = files.stream().map(Path::toString).toList();
    List<FileRange> ranges = FileRange.of(files, cores);
    parts = ranges.size();
    ledger =
        new ReadLedger(
            names,
            ranges.stream().map(FileRange::file).toList(),
            ranges.stream().mapToLong(FileRange::length).sum());
    boolean avro = isAvro(files.get(0));
    if (files.stream().anyMatch(file -> isAvro(file) != avro)) {
      throw new UnusableInputException("tables and Avro files cannot be read together: " + name);
    }
    remarks = new ArrayList<>();
    List<CsvHeader> headers = new ArrayList<>();
    for (Path file : files) {
      if (avro) {
        requirePassages(file);
      } else {
        CsvHeader header = CsvHeader.of(file);
        headers.add(header);
        header
            .unknown()
            .forEach(column -> remarks.add("%s: no use for column %s".formatted(file, column)));
      }
    }
    handover = new Handover<>(ledger);
    reader =
        avro
            ? new ReadAvro(names, ranges, cameras, handover)
            : new ReadCsv(names, headers, ranges, cameras, handover);
  }

  /** What people should know before they trust the result. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  @Override
  public DataStream<PassageFacts> open(
      StreamExecutionEnvironment env, TypeInformation<PassageFacts> type) {
    return env.fromSequence(0, parts - 1L)
        .name("parts of files")
        .uid("parts-of-files")
        .flatMap(reader)
        .returns(type)
        .name("read passages")
        .uid("read-passages");
  }

  @Override
  public ReadLedger ledger() {
    return ledger;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    handover.close();
  }

  private static boolean isAvro(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(AVRO);
  }

  private static void requirePassages(Path file) throws UnusableInputException {
    Schema written;
    try (var records =
        new DataFileReader<>(new File(file.toString()), new GenericDatumReader<>())) {
      written = records.getSchema();
    } catch (IOException e) {
      throw new UnusableInputException(
          file + ": is no Avro object container file (" + e.getMessage() + ")", e);
    }
    var compatibility =
        SchemaCompatibility.checkReaderWriterCompatibility(Passage.getClassSchema(), written);
    if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new UnusableInputException(
          "%s: holds records of %s that are no passages".formatted(file, written.getFullName()));
    }
  }
}
