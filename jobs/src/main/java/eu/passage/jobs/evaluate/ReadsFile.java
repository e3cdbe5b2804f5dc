package eu.passage.jobs.evaluate;

import eu.passage.avro.Passage;
import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.jobs.scenario.TrueVehicle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How vehicles of rendered passages were told beside what they truly are, a line for each telling:
 * what a simulation needs to err as the reader does. No plate in it is real.
 */
final class ReadsFile implements AutoCloseable {

  static final String HEAD =
      "plate,country,type,colour,read,readCountry,confidence,countryConfidence,characters,"
          + "alternatives,readType,typeConfidence,readColour,colourConfidence";

  /** What is less likely than this is left out. */
  private static final float LEAST = 0.001f;

  private final PrintWriter out;

  private ReadsFile(PrintWriter out) {
    this.out = out;
  }

  static ReadsFile create(Path file) throws IOException {
    PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    out.println(HEAD);
    return new ReadsFile(out);
  }

  void add(TrueVehicle truth, Passage told) {
    PlateReading plate = told.getPlate();
    String country = plate.getCountry();
    out.println(
        String.join(
            ",",
            truth.plate(),
            truth.country(),
            truth.type().name(),
            truth.colour().name(),
            plate.getText(),
            country == null ? "" : country,
            number(plate.getConfidence()),
            number(plate.getCountryConfidence()),
            numbers(plate.getCharacterConfidences()),
            alternatives(plate.getAlternatives()),
            told.getType().getValue().name(),
            number(told.getType().getConfidence()),
            told.getColour().getValue().name(),
            number(told.getColour().getConfidence())));
  }

  @Override
  public void close() {
    out.close();
  }

  private static String alternatives(List<PlateAlternative> others) {
    return others.stream()
        .filter(other -> other.getConfidence() >= LEAST)
        .map(
            other ->
                other.getText()
                    + "/"
                    + (other.getCountry() == null ? "" : other.getCountry())
                    + "/"
                    + number(other.getConfidence()))
        .collect(Collectors.joining(" "));
  }

  private static String numbers(List<Float> numbers) {
    return numbers.stream().map(ReadsFile::number).collect(Collectors.joining(" "));
  }

  private static String number(float probability) {
    return String.format(Locale.ROOT, "%.3f", probability);
  }
}
