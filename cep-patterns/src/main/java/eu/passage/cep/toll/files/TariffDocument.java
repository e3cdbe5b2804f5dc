package eu.passage.cep.toll.files;

import eu.passage.cep.toll.tariff.Tariff;
import java.util.List;

/**
 * One version of a tariff in a file.
 *
 * @param file as it was named
 * @param source where its figures come from; empty where it is not said
 * @param line where it starts in its file, from 1
 * @param tests what its author expects of it
 */
public record TariffDocument(
    Tariff tariff, String file, String source, int line, List<TariffTest> tests) {

  public TariffDocument {
    tests = List.copyOf(tests);
  }
}
