package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every tariff there is or was. By at most one of them a passage owes. */
public final class TariffTable implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Tariff> tariffs;

  /**
   * @throws IllegalArgumentException that names all pairs by which one passage could owe twice
   */
  public TariffTable(List<Tariff> tariffs) {
    this.tariffs = List.copyOf(tariffs);
    List<Clash> clashes = clashes(tariffs);
    if (!clashes.isEmpty()) {
      throw new IllegalArgumentException(
          "tariffs clash: "
              + String.join("; ", clashes.stream().map(Clash::text).toList())
              + "; end the earlier one where the later begins, or name other charging points");
    }
  }

  /** All pairs that cannot stand together. */
  private static List<Clash> clashes(List<Tariff> tariffs) {
    List<Clash> clashes = new ArrayList<>();
    for (int i = 0; i < tariffs.size(); i++) {
      for (int j = 0; j < i; j++) {
        Clash.between(tariffs.get(j), tariffs.get(i)).ifPresent(clashes::add);
      }
    }
    return clashes;
  }

  /** All of them, as they were given. */
  public List<Tariff> all() {
    return tariffs;
  }

  /** The one of this id and version. */
  public Optional<Tariff> find(String id, String version) {
    return tariffs.stream()
        .filter(tariff -> tariff.id().equals(id) && tariff.version().equals(version))
        .findFirst();
  }
}
