package eu.passage.cep.toll.files;

import eu.passage.cep.language.Countries;
import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.tariff.Axis;
import eu.passage.cep.toll.tariff.PriceTable;
import eu.passage.cep.toll.tariff.Pricing;
import eu.passage.cep.toll.tariff.Pricing.PerKilometre.Distance;
import eu.passage.cep.toll.tariff.Pricing.PerWay.Fare;
import eu.passage.cep.toll.tariff.Where;
import eu.passage.schemas.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is paid for, where and how much. */
final class PricingReader {

  private static final List<String> PER = List.of("passage", "km", "way");
  private static final List<String> PLACES = List.of("points", "roads", "segments", "countries");
  private static final String AT = "at: {points: [EST-1, EST-2]}";

  private final DataFields fields;

  PricingReader(DataFields fields) {
    this.fields = fields;
  }

  /** Empty where a fault was found. */
  Optional<Pricing> read() {
    Optional<List<Axis>> axes = new AxesReader(fields).read();
    fields.require("per", "per: passage");
    Optional<DataText> per = fields.text("per", "per: passage");
    if (per.isEmpty()) {
      return Optional.empty();
    }
    return switch (per.get().value()) {
      case "passage" -> perPassage(axes);
      case "km" -> perKilometre(axes);
      case "way" -> perWay(axes);
      default -> {
        per.get()
            .fault(
                "Nothing is paid per '%s'%s."
                    .formatted(per.get().shown(), Suggestion.of(per.get().shown(), PER)),
                "Write passage, km (between two charging points) or way (a price for each pair).");
        yield Optional.empty();
      }
    };
  }

  private Optional<Pricing> perPassage(Optional<List<Axis>> axes) {
    if (fields.has("ways")) {
      fields.fault("ways", "Who pays per passage pays for no ways.", "Write per: km or per: way.");
    }
    fields.require("at", AT);
    Optional<Where> where = where();
    Optional<PriceTable> table = axes.flatMap(there -> new TableReader(fields, there).read());
    return where.isPresent() && table.isPresent()
        ? Optional.of(new Pricing.PerPassage(where.get(), table.get()))
        : Optional.empty();
  }

  private Optional<Where> where() {
    Optional<DataFields> at = fields.part("at", "at", PLACES, AT);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    if (PLACES.stream().noneMatch(at.get()::has)) {
      fields.fault("at", "It does not say where trucks pay.", "For example " + AT);
      return Optional.empty();
    }
    List<DataText> countries = at.get().texts("countries", "countries: [BE]");
    countries.stream()
        .filter(one -> !Countries.known(one.value()))
        .forEach(
            one ->
                one.fault(
                    "'%s' is no country's code.".formatted(one.shown()),
                    "Write two letters, such as BE."));
    return Optional.of(
        new Where(
            values(at.get().texts("points", "points: [EST-1]")),
            values(at.get().texts("roads", "roads: [N511]")),
            values(at.get().texts("segments", "segments: [N511-1]")),
            values(countries)));
  }

  private static List<String> values(List<DataText> texts) {
    return texts.stream().map(DataText::value).toList();
  }

  private Optional<Pricing> perKilometre(Optional<List<Axis>> axes) {
    Optional<PriceTable> table = axes.flatMap(there -> new TableReader(fields, there).read());
    List<Distance> distances = new ArrayList<>();
    WaysReader ways = new WaysReader(fields, List.of("km"), "km: \"12.4\"");
    ways.read(
        (way, part) ->
            part.text("km", "km: \"12.4\"")
                .flatMap(MoneyText::kilometres)
                .ifPresent(km -> distances.add(new Distance(way, km))));
    return table.isPresent() && !distances.isEmpty()
        ? Optional.of(new Pricing.PerKilometre(table.get(), distances))
        : Optional.empty();
  }

  private Optional<Pricing> perWay(Optional<List<Axis>> axes) {
    for (String key : List.of("price", "prices")) {
      if (fields.has(key)) {
        fields.fault(
            key,
            "Where each way has its price, none stands here.",
            "Write it inside each way: {from: A, to: B, within: 2h, price: \"4.10\"}");
      }
    }
    List<Fare> fares = new ArrayList<>();
    boolean table = axes.filter(there -> !there.isEmpty()).isPresent();
    WaysReader ways =
        table
            ? new WaysReader(fields, List.of("prices", "price"), "prices: {…}")
            : new WaysReader(fields, List.of("price", "prices"), "price: \"4.10\"");
    ways.read(
        (way, part) ->
            axes.flatMap(there -> new TableReader(part, there).read())
                .ifPresent(prices -> fares.add(new Fare(way, prices))));
    return axes.isPresent() && !fares.isEmpty()
        ? Optional.of(new Pricing.PerWay(axes.get(), fares))
        : Optional.empty();
  }
}
