package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.tariff.Axis;
import eu.passage.cep.toll.tariff.Dimension;
import eu.passage.cep.toll.tariff.NameAxis;
import eu.passage.cep.toll.tariff.NumberAxis;
import eu.passage.cep.toll.tariff.NumberAxis.Band;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What prices depend on: {@code by: {euroClass: [0..2, 3, 4, 5, 6..]}}. */
final class AxesReader {

  private static final String EXAMPLE = "by: {euroClass: [0..2, 3, 4, 5, 6..]}";
  private static final Pattern BAND = Pattern.compile("(\\d{1,7})(?:(\\.\\.)(\\d{1,7})?)?");
  private static final int MOST_PRICES = 10_000;

  private final DataFields fields;

  AxesReader(DataFields fields) {
    this.fields = fields;
  }

  /** In the order they are written; empty where a fault was found. */
  Optional<List<Axis>> read() {
    if (!fields.has("by")) {
      return Optional.of(List.of());
    }
    Optional<DataFields> by = fields.part("by", "by", Dimension.keys(), EXAMPLE);
    if (by.isEmpty()) {
      return Optional.empty();
    }
    List<Axis> axes = new ArrayList<>();
    boolean good = true;
    long prices = 1;
    for (DataText key : by.get().keys()) {
      Optional<Axis> axis =
          Dimension.of(key.value())
              .flatMap(
                  dimension -> axis(dimension, by.get().texts(key.value(), example(dimension))));
      axis.ifPresent(axes::add);
      good &= axis.isPresent();
      prices *= axis.map(one -> one.labels().size()).orElse(1);
    }
    if (prices > MOST_PRICES) {
      fields.fault("by", "The table would have %d prices.".formatted(prices), "Write fewer bands.");
      return Optional.empty();
    }
    return good ? Optional.of(axes) : Optional.empty();
  }

  private static String example(Dimension dimension) {
    return switch (dimension) {
      case EURO_CLASS -> "euroClass: [0..2, 3, 4, 5, 6..]";
      case CO2_CLASS -> "co2Class: [\"1\", \"2\", \"3\", \"4\", \"5\"]";
      case MAXIMUM_MASS, WEIGHT -> dimension.key() + ": [3501..11999, 12000..32000, 32001..]";
      case AXLES -> "axles: [2, 3, 4..]";
      case TIME -> "time: [\"Mon-Fri 22:00-06:00\", otherwise]";
    };
  }

  private static Optional<Axis> axis(Dimension dimension, List<DataText> texts) {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    return switch (dimension) {
      case TIME -> HoursReader.read(texts);
      case CO2_CLASS -> names(dimension, texts);
      default -> numbers(dimension, texts);
    };
  }

  private static Optional<Axis> names(Dimension dimension, List<DataText> texts) {
    Set<String> names = new HashSet<>();
    boolean good = true;
    for (DataText text : texts) {
      if (!names.add(text.value())) {
        text.fault("'%s' stands here twice.".formatted(text.shown()), "Keep it once.");
        good = false;
      }
    }
    return good
        ? Optional.of(new NameAxis(dimension, texts.stream().map(DataText::value).toList()))
        : Optional.empty();
  }

  private static Optional<Axis> numbers(Dimension dimension, List<DataText> texts) {
    List<Band> bands = new ArrayList<>();
    for (DataText text : texts) {
      Optional<Band> band = band(text, example(dimension));
      if (band.isEmpty() || !follows(bands, band.get(), text)) {
        return Optional.empty();
      }
      bands.add(band.get());
    }
    Band last = bands.get(bands.size() - 1);
    if (last.most() != Integer.MAX_VALUE) {
      texts
          .get(texts.size() - 1)
          .fault(
              "What is above %d has no price.".formatted(last.most()),
              "Leave the last band open: %d..".formatted(last.least()));
      return Optional.empty();
    }
    return Optional.of(new NumberAxis(dimension, bands));
  }

  private static boolean follows(List<Band> bands, Band band, DataText text) {
    if (bands.isEmpty()) {
      return true;
    }
    Band before = bands.get(bands.size() - 1);
    if (band.least() <= before.most()) {
      text.fault(
          "'%s' overlaps '%s', the band before it.".formatted(band.label(), before.label()),
          before.most() == Integer.MAX_VALUE
              ? "Only the last band is open."
              : "Both ends of a band belong to it: begin this one with %d."
                  .formatted(before.most() + 1));
      return false;
    }
    if (band.least() > before.most() + 1) {
      text.fault(
          "Between '%s' and '%s' a gap is left.".formatted(before.label(), band.label()),
          "Both ends of a band belong to it: begin this one with %d.".formatted(before.most() + 1));
      return false;
    }
    return true;
  }

  private static Optional<Band> band(DataText text, String example) {
    Matcher band = BAND.matcher(text.value().strip());
    if (!band.matches()) {
      text.fault("'%s' is no band.".formatted(text.shown()), "For example " + example);
      return Optional.empty();
    }
    int least = Integer.parseInt(band.group(1));
    int most =
        band.group(2) == null
            ? least
            : band.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(band.group(3));
    if (most < least) {
      text.fault(
          "'%s' holds no number.".formatted(text.shown()),
          "Write the lower one first: %d..%d".formatted(most, least));
      return Optional.empty();
    }
    return Optional.of(new Band(least, most, text.value().strip()));
  }
}
