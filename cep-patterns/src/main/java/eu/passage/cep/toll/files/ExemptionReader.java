package eu.passage.cep.toll.files;

import eu.passage.cep.facts.PlateGlob;
import eu.passage.cep.language.Countries;
import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.language.Heading;
import eu.passage.cep.toll.tariff.Exemption;
import eu.passage.cep.toll.tariff.Exemption.Series;
import eu.passage.schemas.plates.PlateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who owes nothing: {@code exempt: {military: {uses: [military]}}}. */
final class ExemptionReader {

  private static final List<String> KEYS = List.of("uses", "co2Classes", "plates");
  private static final String EXAMPLE = "exempt: {military: {uses: [military]}}";
  private static final Pattern SERIES = Pattern.compile("([A-Z]{2}):([A-ZÄÖÜ0-9?*]+)");

  private final DataFields fields;

  ExemptionReader(DataFields fields) {
    this.fields = fields;
  }

  List<Exemption> read() {
    List<Exemption> exemptions = new ArrayList<>();
    Optional<DataFields> table = fields.table("exempt", "exempt", EXAMPLE);
    if (table.isPresent()) {
      for (DataText name : table.get().keys()) {
        exemption(table.get(), name).ifPresent(exemptions::add);
      }
    }
    return exemptions;
  }

  private static Optional<Exemption> exemption(DataFields table, DataText name) {
    if (!Heading.NAME.matcher(name.value()).matches()) {
      name.fault(
          "'%s' is no name of an exemption.".formatted(name.shown()),
          "Write lower-case words with hyphens between, such as zero-emission.");
    }
    Optional<DataFields> part =
        table.part(name.value(), "an exemption", KEYS, "military: {uses: [military]}");
    if (part.isEmpty()) {
      return Optional.empty();
    }
    if (KEYS.stream().noneMatch(part.get()::has)) {
      name.fault(
          "Nothing says whom '%s' exempts.".formatted(name.shown()),
          "Write uses (in the vehicle registry), co2Classes or plates: {plates: [\"BE:CD*\"]}");
    }
    List<Series> plates =
        part.get().texts("plates", "plates: [\"BE:CD*\"]").stream()
            .flatMap(text -> series(text).stream())
            .toList();
    return Optional.of(
        new Exemption(
            name.value(),
            words(part.get().texts("uses", "uses: [military]")),
            part.get().texts("co2Classes", "co2Classes: [\"5\"]").stream()
                .map(DataText::value)
                .toList(),
            plates));
  }

  private static List<String> words(List<DataText> uses) {
    for (DataText use : uses) {
      if (!Heading.NAME.matcher(use.value()).matches()) {
        use.fault(
            "'%s' is no use of a vehicle.".formatted(use.shown()),
            "Write it as the vehicle registry tells it: lower-case words with hyphens between.");
      }
    }
    return uses.stream().map(DataText::value).toList();
  }

  private static Optional<Series> series(DataText text) {
    Matcher series = SERIES.matcher(text.value());
    boolean good =
        series.matches()
            && Countries.known(series.group(1))
            && PlateGlob.least(series.group(2)) > 0
            && PlateGlob.least(series.group(2)) <= PlateText.MAX_LENGTH;
    if (!good) {
      text.fault(
          "'%s' is no series of plates.".formatted(text.shown()),
          "Write country and plate, ? for one character and * for any number: \"BE:CD*\"");
      return Optional.empty();
    }
    return Optional.of(new Series(series.group(1), series.group(2)));
  }
}
