package eu.passage.cep.notices;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The services that are told of alerts. */
public record Recipients(List<Recipient> all) implements Serializable {

  /** Those of Estaimpuis: how long each keeps what it is told follows from domain.md's laws. */
  public static final Recipients DEFAULT =
      new Recipients(
          List.of(
              new Recipient(
                  "police-be",
                  "local police",
                  "BE",
                  List.of("fr", "nl"),
                  true,
                  Duration.ofDays(365)),
              new Recipient(
                  "ccpd-tournai", "CCPD Tournai", "FR", List.of("fr"), true, Duration.ofDays(30)),
              new Recipient(
                  "transport-authority",
                  "transport authority",
                  "BE",
                  List.of("fr", "nl"),
                  false,
                  Duration.ofDays(365)),
              new Recipient(
                  "operators",
                  "operators",
                  "BE",
                  List.of("en", "fr"),
                  false,
                  Duration.ofDays(30))));

  public Recipients {
    all = List.copyOf(all);
    Set<String> ids = new HashSet<>();
    for (Recipient one : all) {
      if (!ids.add(one.id())) {
        throw new IllegalArgumentException("two recipients are named " + one.id());
      }
    }
  }

  public Optional<Recipient> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Whom a side that pursues into a country must inform there: the police of that country. */
  public String informed(String country) {
    String names =
        all.stream()
            .filter(one -> one.police() && one.country().equals(country))
            .map(Recipient::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? country : names;
  }
}
