package eu.passage.cep.toll.files;

import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.TariffTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of tariffs that come with Passage. */
public final class ShippedTariffs {

  /** All of them, by name. */
  public static final List<String> ALL = List.of("commune-per-passage", "be-2019", "fr-axles");

  /** Those that are in force unless the configuration says otherwise. */
  public static final List<String> STANDARD = List.of("commune-per-passage");

  private static final String FOLDER = "/eu/passage/cep/tariffs/";

  private ShippedTariffs() {}

  /** The tariffs of {@link #STANDARD}. */
  public static TariffTable standard() {
    return new TariffTable(STANDARD.stream().flatMap(name -> read(name).stream()).toList());
  }

  private static List<Tariff> read(String name) {
    try {
      return TariffFile.parse(name + ".yaml", text(name)).stream()
          .map(TariffDocument::tariff)
          .toList();
    } catch (RuleException e) {
      throw new IllegalStateException("shipped tariffs are right: " + e.getMessage(), e);
    }
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static String text(String name) {
    if (!ALL.contains(name)) {
      throw new IllegalArgumentException("no tariffs '" + name + "' are shipped; there are " + ALL);
    }
    return resource(name + ".yaml");
  }

  /** The JSON Schema of such files, for editors. */
  public static String schema() {
    return resource("tariff.schema.json");
  }

  private static String resource(String file) {
    try (InputStream in = ShippedTariffs.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + file + " is part of this module");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
