package eu.passage.jobs.bench.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.jobs.scenario.TrueVehicle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads vehicles as the reader does: each reading is one that was measured, carried over to another
 * plate. What was confused with what, how sure the reader was and what else it thought of stay as
 * they were; only the place of a confused character is drawn anew.
 */
final class ReaderErrors {

  /** Plates without the characters that were confused are many; some other misread fits. */
  private static final int TRIES = 60;

  private final List<MeasuredRead> all;
  private final List<MeasuredRead> right;
  private final List<MeasuredRead> wrong;
  private final double wrongShare;
  private final Map<VehicleType, List<MeasuredRead>> byType = new EnumMap<>(VehicleType.class);

  /** These, wrong as often as they are. */
  ReaderErrors(List<MeasuredRead> reads) {
    this(reads, (double) reads.stream().filter(read -> !read.right()).count() / reads.size());
  }

  private ReaderErrors(List<MeasuredRead> reads, double wrongShare) {
    this.wrongShare = wrongShare;
    all = List.copyOf(reads);
    right = reads.stream().filter(MeasuredRead::right).toList();
    wrong = reads.stream().filter(read -> !read.right()).toList();
    for (MeasuredRead read : reads) {
      byType.computeIfAbsent(read.type(), type -> new ArrayList<>()).add(read);
    }
  }

  /** Those that were measured with the shipped models. */
  static ReaderErrors shipped() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ReaderErrors.class.getResourceAsStream("reads.csv")),
                StandardCharsets.UTF_8))) {
      return new ReaderErrors(lines.lines().skip(1).map(MeasuredRead::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the measured reads cannot be read", e);
    }
  }

  /**
   * The same, with so many times as many misreads.
   *
   * @param times above 0; no more than all reads can be wrong
   */
  ReaderErrors withMisreads(double times) {
    return new ReaderErrors(all, Math.min(1, times * wrong.size() / all.size()));
  }

  /** How many were measured, and how many of them were wrong. */
  String basis() {
    return String.format(
        Locale.ROOT, "%,d measured reads, %,d of them wrong", all.size(), wrong.size());
  }

  /** The share of misreads, 0 to 1. */
  double wrongShare() {
    return wrongShare;
  }

  PlateReading plate(TrueVehicle vehicle, RandomGenerator random) {
    if (random.nextDouble() >= wrongShare) {
      return reading(right.get(random.nextInt(right.size())), vehicle, random);
    }
    for (int i = 0; i < TRIES; i++) {
      MeasuredRead measured = wrong.get(random.nextInt(wrong.size()));
      Optional<String> text =
          Edit.between(measured.plate(), measured.read()).applied(vehicle.plate(), random);
      if (text.isPresent()) {
        return reading(measured, text.get(), vehicle, random);
      }
    }
    return reading(right.get(random.nextInt(right.size())), vehicle, random);
  }

  private static PlateReading reading(
      MeasuredRead measured, TrueVehicle vehicle, RandomGenerator random) {
    return reading(measured, vehicle.plate(), vehicle, random);
  }

  private static PlateReading reading(
      MeasuredRead measured, String text, TrueVehicle vehicle, RandomGenerator random) {
    List<PlateAlternative> alternatives = new ArrayList<>();
    for (MeasuredRead.Alternative one : measured.alternatives()) {
      Edit.between(measured.plate(), one.text())
          .applied(vehicle.plate(), random)
          .filter(other -> !other.equals(text))
          .ifPresent(
              other ->
                  alternatives.add(
                      PlateAlternative.newBuilder()
                          .setText(other)
                          .setCountry(country(one.country(), measured, vehicle))
                          .setConfidence(one.confidence())
                          .build()));
    }
    List<Float> characters = new ArrayList<>(measured.characters());
    while (characters.size() < text.length()) {
      characters.add(1f);
    }
    return PlateReading.newBuilder()
        .setText(text)
        .setCountry(country(measured.readCountry(), measured, vehicle))
        .setConfidence(measured.confidence())
        .setCountryConfidence(measured.countryConfidence())
        .setCharacterConfidences(new ArrayList<>(characters.subList(0, text.length())))
        .setAlternatives(alternatives)
        .build();
  }

  /** A country that was read rightly is read rightly here; another one stays what it was. */
  private static @Nullable String country(String read, MeasuredRead measured, TrueVehicle vehicle) {
    if (read.isEmpty()) {
      return null;
    }
    return read.equals(measured.country()) ? vehicle.country() : read;
  }

  TypeEstimate type(TrueVehicle vehicle, RandomGenerator random) {
    MeasuredRead measured = one(vehicle.type(), random);
    return new TypeEstimate(measured.readType(), measured.typeConfidence());
  }

  /** Right, unknown or wrong as often as measured; wrong ones are any other colour. */
  ColourEstimate colour(TrueVehicle vehicle, RandomGenerator random) {
    MeasuredRead measured = all.get(random.nextInt(all.size()));
    Colour told = measured.readColour();
    if (told == measured.colour()) {
      told = vehicle.colour();
    } else if (told == vehicle.colour()) {
      told = measured.colour();
    }
    return new ColourEstimate(told, measured.colourConfidence());
  }

  private MeasuredRead one(VehicleType type, RandomGenerator random) {
    List<MeasuredRead> same = byType.getOrDefault(type, Collections.emptyList());
    List<MeasuredRead> of = same.isEmpty() ? all : same;
    return of.get(random.nextInt(of.size()));
  }
}
