package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.tariff.Axis;
import eu.passage.cep.toll.tariff.PriceTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code price: "2.05"}, or a price for every combination of bands: {@code prices: {0..2: {…}, 3:
 * {…}}}.
 */
final class TableReader {

  private static final String PRICE = "price: \"2.05\"";

  private final DataFields fields;
  private final List<Axis> axes;
  private final List<BigDecimal> prices = new ArrayList<>();
  private boolean complete = true;

  TableReader(DataFields fields, List<Axis> axes) {
    this.fields = fields;
    this.axes = axes;
  }

  /** Empty where a fault was found. */
  Optional<PriceTable> read() {
    if (axes.isEmpty()) {
      return one();
    }
    if (fields.has("price")) {
      fields.fault(
          "price",
          "There is one price, and 'by' says that it depends on something.",
          "Write prices: and below it a price for each band, or leave 'by' out.");
      return Optional.empty();
    }
    if (!fields.require("prices", "prices: and below it a price for each band")) {
      return Optional.empty();
    }
    read(fields, "prices", 0, "");
    return complete ? Optional.of(new PriceTable(axes, prices)) : Optional.empty();
  }

  private Optional<PriceTable> one() {
    if (fields.has("prices")) {
      fields.fault(
          "prices",
          "There are several prices, and nothing says what they depend on.",
          "Add by: {euroClass: [0..2, 3, 4, 5, 6..]} or the like, or write " + PRICE);
      return Optional.empty();
    }
    return (fields.require("price", PRICE)
            ? fields.text("price", PRICE)
            : Optional.<DataText>empty())
        .flatMap(MoneyText::price)
        .map(price -> new PriceTable(List.of(), List.of(price)));
  }

  private void read(DataFields from, String key, int depth, String path) {
    if (depth == axes.size()) {
      Optional<BigDecimal> price = from.text(key, key + ": \"0.153\"").flatMap(MoneyText::price);
      price.ifPresent(prices::add);
      complete &= price.isPresent();
      return;
    }
    Axis axis = axes.get(depth);
    String example = "%s: {%s: …}".formatted(key, axis.labels().get(0));
    Optional<DataFields> table = from.table(key, "a table by " + axis.dimension().key(), example);
    if (table.isEmpty()) {
      complete = false;
      return;
    }
    for (DataText written : table.get().keys()) {
      if (!axis.labels().contains(written.value())) {
        written.fault(
            "'%s' is no band of %s.".formatted(written.shown(), axis.dimension().key()),
            "Its bands are " + String.join(", ", axis.labels()) + ".");
        complete = false;
      }
    }
    for (String label : axis.labels()) {
      String there = path + axis.dimension().key() + " " + label;
      if (table.get().has(label)) {
        read(table.get(), label, depth + 1, there + ", ");
      } else {
        from.fault(
            key,
            "The price for %s is missing.".formatted(there),
            "Add it: every combination of bands has a price.");
        complete = false;
      }
    }
  }
}
