package eu.passage.jobs.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.cli.ExitCode;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.evaluate.Evaluation;
import eu.passage.recognition.evaluate.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code passage evaluate}: how well the models read. */
@Command(
    name = "evaluate",
    description = {
      "Measures recognition on labelled photographs and on simulated passages.",
      "The models are the shipped ones, or those that the configuration names."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {

  /** A seed that no test and no training uses. */
  private static final long SEED = 20_250_303;

  private static final int BATCH = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with plates-europe and plates-romania; left out: no photographs.")
  private @Nullable Path data;

  @Option(
      names = "--passages",
      paramLabel = "N",
      defaultValue = "200",
      description = "Simulated passages, 0 for none (default: ${DEFAULT-VALUE}).")
  private int passages = 200;

  @Option(names = "--json", description = "One JSON object instead of tables.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PassageConfig settings = config.read();
    var recognition = settings.recognition().settings(settings.catalogue());
    PrintWriter out = spec.commandLine().getOut();
    try (Recogniser recogniser =
        Recogniser.open(
            recognition.models(), recognition.thresholds(), recognition.secondLook(), BATCH)) {
      Optional<Figures> photographs =
          data == null ? Optional.empty() : Optional.of(new Evaluation(recogniser, data).run());
      Scenario scenario = Scenario.of(ScenarioSettings.week(SEED), settings.catalogue());
      SimulatedFigures simulated =
          new SimulatedPassages(recogniser, settings.catalogue()).run(scenario, passages);
      if (json) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode().put("models", recogniser.modelVersion());
        photographs.ifPresent(figures -> all.set("photographs", mapper.valueToTree(figures)));
        all.set("simulated", mapper.valueToTree(simulated));
        out.println(mapper.writeValueAsString(all));
      } else {
        photographs.ifPresent(figures -> out.println(figures.table()));
        out.println(simulated.table());
      }
      out.flush();
    }
    return ExitCode.OK;
  }
}
