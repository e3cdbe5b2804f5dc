package eu.passage.jobs.config;

import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.files.ShippedTariffs;
import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.cep.toll.files.TariffFile;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.TariffTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tariffs of several files: one's own by path, the shipped ones by name. */
public final class TariffSources {

  private TariffSources() {}

  /**
   * All of them as one table.
   *
   * @throws IllegalArgumentException with every fault of every file, or that names what clashes
   */
  public static TariffTable read(List<String> names) {
    List<Tariff> tariffs = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String name : names) {
      try {
        TariffFile.parse(name, text(name)).stream()
            .map(TariffDocument::tariff)
            .forEach(tariffs::add);
      } catch (RuleException e) {
        faults.addAll(e.faults());
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "%s is no file that can be read (%s) and no shipped one: %s"
                .formatted(name, e.getMessage(), ShippedTariffs.ALL),
            e);
      }
    }
    if (!faults.isEmpty()) {
      RuleException all = new RuleException(faults);
      throw new IllegalArgumentException(all.getMessage(), all);
    }
    return new TariffTable(tariffs);
  }

  private static String text(String name) throws IOException {
    return ShippedTariffs.ALL.contains(name)
        ? ShippedTariffs.text(name)
        : Files.readString(Path.of(name));
  }
}
