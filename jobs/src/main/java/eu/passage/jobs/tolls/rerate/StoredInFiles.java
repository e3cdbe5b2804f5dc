package eu.passage.jobs.tolls.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.jobs.archive.ArchivedDays;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.kafka.NoAnswerException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The Parquet files that were finished when it began.
 *
 * @param days their files, by the days of their directories
 */
record StoredInFiles(
    URI directory, TreeMap<LocalDate, List<String>> days, boolean beginsWithTheFirst)
    implements StoredTolls {

  static StoredInFiles in(URI directory) {
    try {
      ArchivedDays archive = ArchivedDays.in(directory);
      TreeMap<LocalDate, List<String>> days = new TreeMap<>();
      for (LocalDate day : archive.days()) {
        List<String> files = archive.files(day).stream().map(Path::toString).toList();
        if (!files.isEmpty()) {
          days.put(day, files);
        }
      }
      return new StoredInFiles(
          directory, days, days.isEmpty() || hasFirst(days.firstEntry().getValue()));
    } catch (IOException e) {
      throw new NoAnswerException(
          "The files below %s cannot be read (%s). Does tollArchive.files name them?"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  /** Whether each point's numbers begin with 1 there. */
  private static boolean hasFirst(List<String> files) throws IOException {
    Map<String, Long> first = new HashMap<>();
    for (String file : files) {
      ArchivedDays.read(
          new Path(file),
          ReadFile.all(),
          event ->
              first.merge(
                  event.getOriginator() + "\n" + event.getChargingPoint(),
                  event.getSequence(),
                  Math::min));
    }
    return first.values().stream().allMatch(number -> number == 1);
  }

  @Override
  public String text() {
    return "the files below %s (%s)".formatted(directory, Plural.of(days.size(), "day"));
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
  }

  @Override
  public boolean isEmptySince(LocalDate since) {
    return days.tailMap(since, true).isEmpty();
  }

  @Override
  public DataStream<TollEvent> open(StreamExecutionEnvironment env, LocalDate since) {
    List<String> files = new ArrayList<>();
    days.tailMap(since, true).values().forEach(files::addAll);
    return env.fromData(Types.STRING, files.toArray(new String[0]))
        .uid("rerate-files")
        .name("Parquet files")
        .rebalance()
        .flatMap(new ReadFile())
        .returns(StreamTypes.TOLL_EVENT)
        .uid("rerate-read-files")
        .name("Events of each file");
  }
}
