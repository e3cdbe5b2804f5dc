package eu.passage.jobs.evaluate;

import eu.passage.cep.fusion.AttributeVote;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.ModelsOption;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.RecognitionSettings;
import eu.passage.recognition.evaluate.DayRide;
import eu.passage.recognition.evaluate.EvaluationSet;
import eu.passage.recognition.evaluate.Lab;
import eu.passage.recognition.evaluate.LondonTracks;
import eu.passage.recognition.evaluate.MissingDataException;
import eu.passage.recognition.evaluate.NightRide;
import eu.passage.recognition.evaluate.PlatesEurope;
import eu.passage.recognition.evaluate.Reliability;
import eu.passage.recognition.evaluate.ReliabilityPlot;
import eu.passage.recognition.evaluate.Report;
import eu.passage.recognition.evaluate.Result;
import eu.passage.recognition.evaluate.RoadsideTypes;
import eu.passage.recognition.evaluate.TranscribedBoxes;
import eu.passage.recognition.evaluate.VehicleColours;
import eu.passage.recognition.evaluate.WornBadges;
import eu.passage.recognition.model.Compute;
import eu.passage.recognition.model.ModelSource;
import eu.passage.recognition.model.Precision;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage evaluate}: how well the models read. */
@Command(
    name = "evaluate",
    description = {
      "Measures recognition on labelled photographs and on rendered passages, and prints one table.",
      "The models are the shipped ones, or those that the configuration or --models names.",
      "Exit status 1 when a figure misses what is required of it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {

  private static final int BATCH = 8;
  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "../shared/data",
      description = "Folder of the labelled photographs (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("../shared/data");

  @Option(names = "--all", description = "Every set; so it is anyway unless --only is given.")
  private boolean all;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Only these sets: plates-europe, night-ride, transcribed, day-ride, vehicles-roadside,"
              + " vehicles-london, colours, badges, passages.")
  private List<String> only = List.of();

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "auto, fp32, bf16 or int8; left out: as the configuration says.")
  private @Nullable Precision precision;

  @Option(
      names = "--passages",
      paramLabel = "N",
      defaultValue = "400",
      description = "How many rendered passages (default: ${DEFAULT-VALUE}).")
  private int passages = 400;

  @Option(
      names = "--reliability",
      paramLabel = "FILE",
      description = "Also draw, as SVG, how often readings of some confidence are right.")
  private @Nullable Path reliability;

  @Option(
      names = "--reads",
      paramLabel = "FILE",
      description = {
        "Also write how each rendered passage was told beside what it truly is, as CSV: from that"
            + " a simulation can err as the reader does."
      })
  private @Nullable Path reads;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Option(names = "--markdown", description = "The table alone, for a document.")
  private boolean markdown;

  @Option(
      names = "--verbose",
      description = "Also what went wrong, one line each. Holds plates off photographs.")
  private boolean verbose;

  @Override
  public Integer call() throws IOException {
    PassageConfig settings = config.read();
    var recognition = settings.recognition().settings(settings.catalogue());
    try (ReadsFile file = reads == null ? null : ReadsFile.create(reads)) {
      return measure(recognition, sets(settings, file));
    }
  }

  private int measure(RecognitionSettings recognition, List<EvaluationSet> sets)
      throws IOException {
    try {
      MissingDataException.check(data, sets);
    } catch (MissingDataException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    ModelSource source = source(recognition.models());
    try (Recogniser recogniser =
        Recogniser.open(source, recognition.thresholds(), recognition.secondLook(), BATCH)) {
      Report report = new Report(recogniser.modelVersion(), run(sets, recogniser));
      print(report);
      if (reliability != null) {
        draw(report, reliability);
      }
      return report.holds() ? ExitCode.OK : ExitCode.NEGATIVE;
    }
  }

  private ModelSource source(ModelSource configured) {
    Compute compute = configured.compute();
    return models
        .sourceOr(configured)
        .with(precision == null ? compute : new Compute(precision, compute.device()));
  }

  /** In the order of the table. */
  private List<EvaluationSet> sets(PassageConfig settings, @Nullable ReadsFile reads) {
    List<EvaluationSet> sets =
        List.of(
            new PlatesEurope(),
            new NightRide(),
            new TranscribedBoxes(),
            new DayRide(),
            new RoadsideTypes(),
            new LondonTracks(AttributeVote::ofTypes),
            new VehicleColours(),
            new WornBadges(),
            new RenderedPassages(settings.catalogue(), passages, reads));
    List<String> names = sets.stream().map(EvaluationSet::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "there is no set '%s', only %s".formatted(name, names));
      }
    }
    return all || only.isEmpty()
        ? sets
        : sets.stream().filter(set -> only.contains(set.name())).toList();
  }

  private List<Result> run(List<EvaluationSet> sets, Recogniser recogniser) throws IOException {
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    List<Result> results = new ArrayList<>();
    for (EvaluationSet set : sets) {
      long begun = System.nanoTime();
      results.add(
          set.measure(
              new Lab(recogniser, data, (done, of) -> progress.show(done, of, set.name()))));
      double seconds = (System.nanoTime() - begun) / NANOS;
      progress.finished(String.format(Locale.ROOT, "%-18s done in %.1f s", set.name(), seconds));
    }
    return results;
  }

  private void draw(Report report, Path file) throws IOException {
    List<Reliability> curves =
        report.results().stream().flatMap(result -> result.reliability().stream()).toList();
    Files.writeString(file, ReliabilityPlot.svg(curves));
    if (markdown) {
      PrintWriter out = spec.commandLine().getOut();
      curves.forEach(curve -> out.printf("%n%s", curve.markdown()));
      out.flush();
    }
  }

  private void print(Report report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonReport.of(report));
    } else if (markdown) {
      out.print(report.markdown());
    } else {
      out.print(report.table());
      out.print(report.details());
      if (verbose) {
        out.print(report.mistakes());
      }
    }
    out.flush();
  }
}
