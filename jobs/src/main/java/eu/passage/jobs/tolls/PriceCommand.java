package eu.passage.jobs.tolls;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.cep.toll.files.TariffFiles;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Moments;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.plates.PlateText;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage tolls price --point P --at TIME [FILE…]}. */
@Command(
    name = "price",
    description = {
      "Says what a truck would owe for a passage, by which tariff, and what the amount rests on.",
      "Without anything about the vehicle it is one that the vehicle registry does not know.",
      "With --json one object: {\"charge\",\"status\",\"assumed\"}, the charge being null where no"
          + " tariff applies, else"
          + " {\"tariff\",\"version\",\"title\",\"source\",\"amount\",\"currency\",\"vat\","
          + "\"exemption\",\"inputs\":[{\"name\",\"value\",\"source\"}]}."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the answer is given, also where nothing is owed",
      "1:a tariff is wrong",
      "2:an option or the configuration is wrong"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PriceCommand implements Callable<Integer> {

  private static final String PASSAGE = "passage";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--point", required = true, description = "The charging point; an exit, if any.")
  private String point = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      required = true,
      description = "When: " + Moments.EXAMPLES + ".")
  private String at = "";

  @Option(names = "--from", paramLabel = "POINT", description = "The entry of its way.")
  private @Nullable String entry;

  @Option(
      names = "--from-at",
      paramLabel = "TIME",
      description = "When it passed there (default: a minute before).")
  private @Nullable String entryAt;

  @Option(
      names = "--plate",
      paramLabel = "[CC:]PLATE",
      description = "Its plate, of Belgium unless another country is written: FR:AB123CD.")
  private String plate = "";

  @Mixin private VehicleOptions vehicle = new VehicleOptions();

  @Option(names = "--country", description = "Where the point is (default: by the cameras, or BE).")
  private @Nullable String country;

  @Option(names = "--road", description = "Its road (default: by the cameras).")
  private @Nullable String road;

  @Option(names = "--segment", description = "The part of the road (default: by the cameras).")
  private @Nullable String segment;

  @Mixin private TariffFilesArgument files = new TariffFilesArgument();

  @Override
  public Integer call() {
    Instant passedAt = moment("--at", at);
    Optional<Instant> enteredAt =
        Optional.ofNullable(entryAt).map(text -> moment("--from-at", text));
    RegistryAnswer registry = vehicle.answer(spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    Optional<List<TariffDocument>> tariffs = files.read(out);
    if (tariffs.isPresent()) {
      List<Ride> rides = new ArrayList<>();
      if (entry != null) {
        rides.add(ride("entry", entry, enteredAt.orElse(passedAt.minusSeconds(60))));
      }
      rides.add(ride(PASSAGE, point, passedAt));
      Rated rated =
          Objects.requireNonNull(
              new Rater(TariffFiles.table(tariffs.get())).rate(rides, registry).get(PASSAGE));
      PriceAnswer answer = new PriceAnswer(rated, tariffs.get());
      (files.json() ? List.of(answer.json()) : answer.words()).forEach(out::println);
    }
    out.flush();
    return tariffs.isPresent() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private Ride ride(String id, String where, Instant when) {
    Optional<Camera> camera =
        files.config().catalogue().all().stream()
            .filter(one -> where.equals(one.chargingPoint()))
            .findFirst();
    int colon = plate.indexOf(':');
    return new Ride(
        id,
        when,
        where,
        country != null ? country : camera.map(Camera::country).orElse("BE"),
        road != null ? road : camera.map(Camera::road).orElse(""),
        segment != null ? segment : camera.map(Camera::segment).orElse(null),
        PlateText.normalise(plate.substring(colon + 1)),
        colon < 0 ? "BE" : plate.substring(0, colon),
        vehicle.counted(),
        vehicle.weight());
  }

  private Instant moment(String option, String text) {
    return Moments.parse(text, Instant.now())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "'%s' is no moment: write %s as %s".formatted(text, option, Moments.EXAMPLES)));
  }
}
