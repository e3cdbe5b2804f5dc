package eu.passage.cep.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of data that people write as they write rules: YAML, documents separated by {@code ---},
 * read by the same reader and with the same bounds, every fault with its place. What the keys mean
 * is the caller's.
 */
public final class DataFile {

  private final Report report;
  private final List<DataFields> documents = new ArrayList<>();

  /**
   * @param file its name, for faults
   * @param what a document is, such as {@code a ban}
   * @param keys of a document; any other is a fault
   * @param example of a document's first line
   */
  public DataFile(String file, String text, String what, List<String> keys, String example) {
    RuleFile source = new RuleFile(file, text);
    report = source.report();
    for (RuleText document : source.rules()) {
      YamlReader.read(document, Fields.capital(what), example)
          .ifPresent(
              root ->
                  documents.add(new DataFields(document, Fields.any(document, root), what, keys)));
    }
    if (documents.isEmpty() && report.size() == 0) {
      report.add(
          1,
          1,
          "The file does not hold %s.".formatted(what),
          "Begin with a line such as " + example);
    }
  }

  /** Those that could be read as YAML. */
  public List<DataFields> documents() {
    return List.copyOf(documents);
  }

  /** All that were found so far, in the order of lines. */
  public List<Fault> faults() {
    return report.faults();
  }
}
