package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataLine;
import eu.passage.cep.language.DataText;
import eu.passage.cep.language.Heading;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One version of a ban. All of it is read whatever is wrong with a part. */
final class BanReader {

  static final List<String> KEYS =
      List.of(
          "ban",
          "version",
          "title",
          "language",
          "validFrom",
          "validTo",
          "transit",
          "closed",
          "overweight",
          "exempt",
          "tests");

  private static final List<String> EXEMPTION = List.of("plate", "until", "why");
  private static final String EXEMPT =
      "- {plate: 1ABC234, until: 2027-01-01, why: the commune's own}";

  private final String file;
  private final DataFields fields;
  private final Heading heading;
  private final ChargingPoints points;

  BanReader(String file, DataFields fields, CameraCatalogue cameras) {
    this.file = file;
    this.fields = fields;
    this.heading = new Heading(fields);
    this.points = new ChargingPoints(cameras);
  }

  /** Empty where a fault was found. */
  Optional<BanDocument> read() {
    Optional<String> id = heading.name("ban", "no-transit");
    Optional<String> version = heading.text("version", "\"2026\"");
    Optional<String> title = heading.text("title", "No trucks in transit");
    String language = language();
    Optional<LocalDate> from = heading.from();
    Optional<LocalDate> to = fields.day("validTo");
    heading.checkPeriod(from, to);
    Optional<Restriction> restriction = new RestrictionReader(fields, points).read();
    List<Exemption> exemptions = exemptions();
    List<BanTest> tests = new BanTestReader(fields, points).read();
    boolean whole = id.isPresent() && version.isPresent() && title.isPresent();
    if (!fields.clean() || !whole || from.isEmpty() || restriction.isEmpty()) {
      return Optional.empty();
    }
    Ban ban =
        new Ban(
            id.get(),
            version.get(),
            title.get(),
            language,
            from.get(),
            to.orElse(LocalDate.MAX),
            restriction.get(),
            exemptions);
    return Optional.of(new BanDocument(file, ban, fields.line(), tests));
  }

  private String language() {
    Optional<DataText> text = fields.text("language", "language: fr");
    text.filter(one -> !ControlSentence.LANGUAGES.contains(one.value()))
        .ifPresent(
            one ->
                one.fault(
                    "Nobody has written the sentences in '%s'%s."
                        .formatted(
                            one.shown(), Suggestion.of(one.shown(), ControlSentence.LANGUAGES)),
                    "Write one of " + String.join(", ", ControlSentence.LANGUAGES) + "."));
    return text.map(DataText::value).orElse(ControlSentence.LANGUAGES.get(0));
  }

  private List<Exemption> exemptions() {
    List<Exemption> exemptions = new ArrayList<>();
    for (DataFields part : fields.parts("exempt", "an exemption", EXEMPTION, EXEMPT)) {
      part.require("plate", "plate: 1ABC234");
      part.require("until", "until: 2027-01-01");
      part.require("why", "why: the commune's own");
      Optional<DataLine.Plate> plate =
          part.text("plate", "plate: 1ABC234").flatMap(BanReader::plate);
      Optional<LocalDate> until = part.day("until");
      Optional<DataText> why = part.text("why", "why: the commune's own");
      if (plate.isPresent() && until.isPresent() && why.isPresent()) {
        exemptions.add(
            new Exemption(
                plate.get().text(), plate.get().country(), until.get(), why.get().value()));
      }
    }
    return exemptions;
  }

  private static Optional<DataLine.Plate> plate(DataText text) {
    DataLine line = text.line();
    Optional<DataLine.Plate> plate = line.plate();
    if (plate.isPresent() && line.more()) {
      line.take();
      line.fault("Behind the plate stands something else.", "Write plates without spaces.");
    }
    return plate;
  }
}
