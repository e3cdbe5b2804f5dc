package eu.passage.cep.notices;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
                  name("local police", "police locale", "lokale politie", "lokale Polizei"),
                  "BE",
                  List.of("fr", "nl"),
                  true,
                  Duration.ofDays(365)),
              new Recipient(
                  "ccpd-tournai",
                  name("CCPD Tournai", "CCPD Tournai", "CPDS Doornik", "GZ Tournai"),
                  "FR",
                  List.of("fr"),
                  true,
                  Duration.ofDays(30)),
              new Recipient(
                  "transport-authority",
                  name(
                      "transport authority",
                      "autorité des transports",
                      "vervoersautoriteit",
                      "Verkehrsbehörde"),
                  "BE",
                  List.of("fr", "nl"),
                  false,
                  Duration.ofDays(365)),
              new Recipient(
                  "operators",
                  name("operators", "exploitants", "beheerders", "Betreiber"),
                  "BE",
                  List.of("en", "fr"),
                  false,
                  Duration.ofDays(30))));

  private static final String ENGLISH = "en";

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

  /** Whom a side that pursues into a country must inform there, in English. */
  public String informed(String country) {
    return informed(country, ENGLISH);
  }

  /**
   * Whom a side that pursues into a country must inform there: the police of that country.
   *
   * @param language ISO 639-1
   */
  public String informed(String country, String language) {
    String names =
        all.stream()
            .filter(one -> one.police() && one.country().equals(country))
            .map(one -> one.name().in(language))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? country : names;
  }

  private static RecipientName name(String en, String fr, String nl, String de) {
    return RecipientName.of(Map.of("en", en, "fr", fr, "nl", nl, "de", de));
  }
}
