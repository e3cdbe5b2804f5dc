package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataLine;
import eu.passage.cep.language.DataText;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 200;
  private static final List<String> EXEMPTION = List.of("plate", "until", "why");
  private static final String EXEMPT =
      "- {plate: 1ABC234, until: 2027-01-01, why: the commune's own}";

  private final String file;
  private final DataFields fields;
  private final ChargingPoints points;

  BanReader(String file, DataFields fields, CameraCatalogue cameras) {
    this.file = file;
    this.fields = fields;
    this.points = new ChargingPoints(cameras);
  }

  /** Empty where a fault was found. */
  Optional<BanDocument> read() {
    Optional<DataText> id = text("ban", "ban: no-transit");
    id.filter(name -> !NAME.matcher(name.value()).matches())
        .ifPresent(
            name ->
                name.fault(
                    "A ban's name is made of lower-case words with hyphens between, and '%s' is not."
                        .formatted(name.shown()),
                    "Write something like no-transit, beginning with a letter."));
    Optional<DataText> version = text("version", "version: \"2026\"");
    Optional<DataText> title = text("title", "title: No trucks in transit");
    String language = language();
    Optional<LocalDate> from =
        fields.require("validFrom", "validFrom: 2026-01-01")
            ? fields.day("validFrom")
            : Optional.empty();
    LocalDate to = fields.day("validTo").orElse(LocalDate.MAX);
    from.filter(day -> !day.isBefore(to))
        .ifPresent(
            day ->
                fields.fault(
                    "validTo",
                    "It ends before it begins, so it never holds.",
                    "validTo is the first day on which it no longer holds: later than " + day));
    Optional<Restriction> restriction = new RestrictionReader(fields, points).read();
    List<Exemption> exemptions = exemptions();
    List<BanTest> tests = new BanTestReader(fields, points).read();
    boolean whole = id.isPresent() && version.isPresent() && title.isPresent();
    if (!fields.clean() || !whole || from.isEmpty() || restriction.isEmpty()) {
      return Optional.empty();
    }
    Ban ban =
        new Ban(
            id.get().value(),
            version.get().value().strip(),
            title.get().value().strip(),
            language,
            from.get(),
            to,
            restriction.get(),
            exemptions);
    return Optional.of(new BanDocument(file, ban, fields.line(), tests));
  }

  private Optional<DataText> text(String key, String example) {
    Optional<DataText> text =
        fields.require(key, example) ? fields.text(key, example) : Optional.empty();
    text.filter(one -> one.value().length() > LONGEST)
        .ifPresent(
            one ->
                one.fault(
                    "'%s' has %d characters; %d are the most."
                        .formatted(key, one.value().length(), LONGEST),
                    "Shorten it: every event repeats it."));
    return text;
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
