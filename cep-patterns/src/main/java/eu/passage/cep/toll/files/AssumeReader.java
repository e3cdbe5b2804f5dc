package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.tariff.Axis;
import eu.passage.cep.toll.tariff.Dimension;
import eu.passage.cep.toll.tariff.Exemption;
import eu.passage.cep.toll.tariff.Pricing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds where nobody knows: {@code assume: {euroClass: 0, maximumMassKg: 40000}}. */
final class AssumeReader {

  private final DataFields fields;
  private final List<Exemption> exemptions;

  AssumeReader(DataFields fields, List<Exemption> exemptions) {
    this.fields = fields;
    this.exemptions = exemptions;
  }

  /** Each dimension that may be unknown, where no fault was found. */
  Map<Dimension, String> read(Optional<Pricing> pricing) {
    Map<Dimension, String> assume = new EnumMap<>(Dimension.class);
    List<Axis> axes =
        pricing.map(Pricing::axes).orElse(List.of()).stream()
            .filter(axis -> axis.dimension().mayBeUnknown())
            .toList();
    if (pricing.isEmpty()) {
      return assume; // what it depends on is not known either
    }
    String example =
        axes.isEmpty() ? "assume: {euroClass: 0}" : "assume: {%s}".formatted(example(axes));
    if (!axes.isEmpty()) {
      fields.require("assume", example);
    }
    List<String> keys = axes.stream().map(axis -> axis.dimension().key()).toList();
    Optional<DataFields> part = fields.part("assume", "assume", keys, example);
    if (part.isPresent()) {
      for (Axis axis : axes) {
        read(part.get(), axis).ifPresent(value -> assume.put(axis.dimension(), value));
      }
    }
    return assume;
  }

  private static String example(List<Axis> axes) {
    return axes.get(0).dimension().key() + ": " + value(axes.get(0));
  }

  private static String value(Axis axis) {
    return axis.labels().get(0).replaceAll("\\.\\..*", "");
  }

  private Optional<String> read(DataFields part, Axis axis) {
    String key = axis.dimension().key();
    String example = key + ": " + value(axis);
    if (!part.require(key, example)) {
      return Optional.empty();
    }
    Optional<DataText> text = part.text(key, example);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (axis.band(text.get().value()) < 0) {
      text.get()
          .fault(
              "'%s' is in no band of %s.".formatted(text.get().shown(), key),
              "Write a value of one of them: " + String.join(", ", axis.labels()) + ".");
      return Optional.empty();
    }
    boolean exempts =
        axis.dimension() == Dimension.CO2_CLASS
            && exemptions.stream().anyMatch(one -> one.co2Classes().contains(text.get().value()));
    if (exempts) {
      text.get()
          .fault(
              "Class '%s' is exempt, so every vehicle that nobody knows would owe nothing."
                  .formatted(text.get().shown()),
              "Assume a class that pays.");
      return Optional.empty();
    }
    return text.map(DataText::value);
  }
}
