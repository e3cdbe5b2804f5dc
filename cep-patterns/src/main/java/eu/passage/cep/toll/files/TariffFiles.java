package eu.passage.cep.toll.files;

import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLimits;
import eu.passage.cep.toll.tariff.Clash;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.schemas.text.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of tariffs: one's own by path, and the shipped ones by name. */
public final class TariffFiles {

  /** A character has up to four bytes; what is longer is refused as too long. */
  private static final int MOST_BYTES = 4 * RuleLimits.FILE + 4;

  private TariffFiles() {}

  /**
   * All tariffs of several files, whose tests pass and which can stand together. What cannot be
   * read does not hide the faults of the others.
   *
   * @param names paths, or names of {@link ShippedTariffs#ALL}; one's own file comes first
   * @throws RuleException that knows all faults of all files
   */
  public static List<TariffDocument> read(List<String> names) throws RuleException {
    List<TariffDocument> tariffs = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String name : names) {
      try {
        List<TariffDocument> more = TariffFile.parse(name, text(name));
        for (TariffDocument one : more) {
          tariffs.forEach(other -> clash(other, one, faults));
        }
        tariffs.addAll(more);
      } catch (RuleException e) {
        faults.addAll(e.faults());
      } catch (IOException e) {
        faults.add(new Fault(name, 1, 1, String.valueOf(e.getMessage()), "", ""));
      }
    }
    if (!faults.isEmpty()) {
      throw new RuleException(faults);
    }
    return tariffs;
  }

  /** The tariffs of documents that can stand together. */
  public static TariffTable table(List<TariffDocument> documents) {
    return new TariffTable(documents.stream().map(TariffDocument::tariff).toList());
  }

  private static void clash(TariffDocument other, TariffDocument one, List<Fault> faults) {
    Clash.between(other.tariff(), one.tariff())
        .ifPresent(
            clash ->
                faults.add(
                    new Fault(
                        one.file(),
                        one.line(),
                        1,
                        "Tariffs %s; the other stands at %s:%d."
                            .formatted(clash.text(), other.file(), other.line()),
                        "Name other charging points or days in one of the two, or use one file.",
                        "tariff: " + one.tariff().id())));
  }

  private static String text(String name) throws IOException {
    try {
      if (ShippedTariffs.ALL.contains(name) && !Files.exists(Path.of(name))) {
        return ShippedTariffs.text(name);
      }
      try (InputStream file = Files.newInputStream(Path.of(name))) {
        // what is no UTF-8 becomes U+FFFD, for which there is a fault that names the place
        return new String(file.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new IOException(
          "There is no such file, and no shipped one%s."
              .formatted(Suggestion.of(name, ShippedTariffs.ALL)),
          e);
    } catch (IOException e) {
      throw new IOException("It cannot be read: " + e.getMessage(), e);
    }
  }
}
