package eu.passage.cep.toll.files;

import eu.passage.avro.VatTreatment;
import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.language.Heading;
import eu.passage.cep.toll.tariff.Dimension;
import eu.passage.cep.toll.tariff.Exemption;
import eu.passage.cep.toll.tariff.Pricing;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.schemas.text.Suggestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One version of a tariff. All of it is read whatever is wrong with a part. */
final class TariffReader {

  static final List<String> KEYS =
      List.of(
          "tariff",
          "version",
          "title",
          "source",
          "region",
          "validFrom",
          "validTo",
          "zone",
          "currency",
          "vat",
          "at",
          "per",
          "by",
          "price",
          "prices",
          "ways",
          "assume",
          "exempt",
          "cap",
          "tests");

  private static final Map<String, VatTreatment> VAT =
      Stream.of(VatTreatment.EXCLUSIVE, VatTreatment.INCLUSIVE, VatTreatment.NONE)
          .collect(Collectors.toMap(vat -> vat.name().toLowerCase(Locale.ROOT), vat -> vat));
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toCollection(TreeSet::new));

  private final String file;
  private final DataFields fields;
  private final Heading heading;

  TariffReader(String file, DataFields fields) {
    this.file = file;
    this.fields = fields;
    this.heading = new Heading(fields);
  }

  /** Empty where a fault was found. */
  Optional<TariffDocument> read() {
    Optional<String> id = heading.name("tariff", "commune-per-passage");
    Optional<String> version = heading.text("version", "\"2026\"");
    Optional<String> title = heading.text("title", "Trucks through the commune");
    String region = words("region", "region: Wallonia");
    String source = words("source", "source: the law, its article and its date");
    Optional<LocalDate> from = heading.from();
    Optional<LocalDate> to = heading.to();
    heading.checkPeriod(from, to);
    Optional<ZoneId> zone = zone();
    Optional<String> currency = currency();
    Optional<VatTreatment> vat = vat();
    Optional<Pricing> pricing = new PricingReader(fields).read();
    List<Exemption> exemptions = new ExemptionReader(fields).read();
    Map<Dimension, String> assume = new AssumeReader(fields, exemptions).read(pricing);
    Optional<BigDecimal> cap = fields.text("cap", "cap: \"25.00\"").flatMap(MoneyText::price);
    List<TariffTest> tests = new TariffTestReader(fields, pricing).read();
    if (!fields.clean()) {
      return Optional.empty();
    }
    Tariff tariff =
        new Tariff(
            id.orElseThrow(),
            version.orElseThrow(),
            title.orElseThrow(),
            region,
            from.orElseThrow(),
            to.orElseThrow(),
            zone.orElseThrow(),
            currency.orElseThrow(),
            vat.orElseThrow(),
            pricing.orElseThrow(),
            assume,
            exemptions,
            cap.orElse(null));
    return Optional.of(new TariffDocument(tariff, file, source, fields.line(), tests));
  }

  private Optional<DataText> required(String key, String example) {
    return fields.require(key, example) ? fields.text(key, example) : Optional.empty();
  }

  private String words(String key, String example) {
    return fields
        .text(key, example)
        .map(text -> text.value().strip().replaceAll("\\s+", " "))
        .orElse("");
  }

  private Optional<ZoneId> zone() {
    Optional<DataText> text = required("zone", "zone: Europe/Brussels");
    Set<String> zones = ZoneId.getAvailableZoneIds();
    text.filter(one -> !zones.contains(one.value()))
        .ifPresent(
            one ->
                one.fault(
                    "'%s' is no time zone%s."
                        .formatted(one.shown(), Suggestion.of(one.shown(), zones)),
                    "Write continent and city as the time zone database does: Europe/Brussels"));
    return text.map(DataText::value).filter(zones::contains).map(ZoneId::of);
  }

  private Optional<String> currency() {
    Optional<DataText> text = required("currency", "currency: EUR");
    text.filter(one -> !CURRENCIES.contains(one.value()))
        .ifPresent(
            one ->
                one.fault(
                    "'%s' is no currency%s."
                        .formatted(one.shown(), Suggestion.of(one.shown(), CURRENCIES)),
                    "Write the three letters of ISO 4217: EUR"));
    return text.map(DataText::value).filter(CURRENCIES::contains);
  }

  private Optional<VatTreatment> vat() {
    Optional<DataText> text = required("vat", "vat: exclusive");
    text.filter(one -> !VAT.containsKey(one.value()))
        .ifPresent(
            one ->
                one.fault(
                    "'%s' does not say whether prices contain value added tax%s."
                        .formatted(one.shown(), Suggestion.of(one.shown(), VAT.keySet())),
                    "Write exclusive, inclusive, or none where the charge is not subject to it."));
    return text.map(DataText::value).flatMap(key -> Optional.ofNullable(VAT.get(key)));
  }
}
