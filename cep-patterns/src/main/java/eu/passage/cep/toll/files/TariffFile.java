package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataFile;
import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.tariff.Clash;
import eu.passage.cep.toll.tariff.TariffTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tariffs as authorities write them: YAML, one document for each version of a tariff.
 *
 * <pre>
 * tariff: commune-per-passage
 * version: "2026"
 * title: Trucks through the commune
 * validFrom: 2026-01-01
 * validTo: 2028-01-01
 * zone: Europe/Brussels
 * currency: EUR
 * vat: none
 * at: {points: [EST-1, EST-2, EST-3]}
 * per: passage
 * price: "2.05"
 * </pre>
 */
public final class TariffFile {

  private final DataFile source;
  private final List<TariffDocument> tariffs = new ArrayList<>();

  private TariffFile(String file, String text) {
    source = new DataFile(file, text, "a tariff", TariffReader.KEYS, "tariff: commune-per-passage");
    for (DataFields fields : source.documents()) {
      Optional<TariffDocument> read = new TariffReader(file, fields).read();
      read.ifPresent(
          one -> {
            clash(one, fields);
            tariffs.add(one);
          });
    }
  }

  /**
   * Every tariff of a file whose tests pass.
   *
   * @param file its name, for faults
   * @throws RuleException that knows all faults of the whole file, in the order of lines; where
   *     there are none, all passages of tests that owe something else
   */
  public static List<TariffDocument> parse(String file, String text) throws RuleException {
    TariffFile read = new TariffFile(file, text);
    read.refuse();
    read.runTests();
    read.refuse();
    return List.copyOf(read.tariffs);
  }

  private void refuse() throws RuleException {
    List<Fault> faults = source.faults();
    if (!faults.isEmpty()) {
      throw new RuleException(faults);
    }
  }

  private void runTests() {
    Rater rater = new Rater(new TariffTable(tariffs.stream().map(TariffDocument::tariff).toList()));
    tariffs.forEach(tariff -> tariff.tests().forEach(test -> test.run(rater)));
  }

  private void clash(TariffDocument one, DataFields fields) {
    for (TariffDocument other : tariffs) {
      Clash.between(other.tariff(), one.tariff())
          .ifPresent(
              clash ->
                  fields.fault(
                      other.tariff().name().equals(one.tariff().name()) ? "version" : "validFrom",
                      "Tariffs %s; the other stands on line %d."
                          .formatted(clash.text(), other.line()),
                      "End the earlier one where the later begins (validTo is the first day on"
                          + " which it no longer holds), or name other charging points."));
    }
  }
}
