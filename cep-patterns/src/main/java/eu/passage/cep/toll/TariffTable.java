package eu.passage.cep.toll;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Every tariff there is or was. At most one applies to a passage. */
public final class TariffTable implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String SHIPPED = "/eu/passage/cep/tariffs.yaml";

  private final List<Tariff> tariffs;

  /**
   * @throws IllegalArgumentException when two tariffs apply to the same camera on the same day
   */
  public TariffTable(List<Tariff> tariffs) {
    this.tariffs = List.copyOf(tariffs);
    for (int i = 0; i < tariffs.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (tariffs.get(i).overlaps(tariffs.get(j))) {
          throw new IllegalArgumentException(
              "tariffs overlap: %s %s and %s %s; end the earlier one where the later begins"
                  .formatted(
                      tariffs.get(j).id(),
                      tariffs.get(j).version(),
                      tariffs.get(i).id(),
                      tariffs.get(i).version()));
        }
      }
    }
  }

  /** The tariffs that come with Passage, {@code tariffs.yaml} beside this module's rules. */
  public static TariffTable shipped() {
    try (InputStream in = TariffTable.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + SHIPPED);
      }
      return TariffFile.read(in, SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  /** The tariff of a passage, or empty where none applies. */
  public Optional<Tariff> find(String camera, Instant at) {
    return tariffs.stream().filter(t -> t.appliesAt(camera, at.atZone(ZoneOffset.UTC))).findFirst();
  }
}
