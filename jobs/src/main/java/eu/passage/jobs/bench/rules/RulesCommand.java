package eu.passage.jobs.bench.rules;

import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.ProgressBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "rules", description = "x", mixinStandardHelpOptions = true)
public final class RulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rounds", defaultValue = "3")
  private int rounds = 3;

  @Option(names = "--parts", split = ",")
  private List<Part> parts = List.of(Part.values());

  @Option(names = "--limit", defaultValue = "60")
  private int limit = 60;

  @Option(names = "--profile")
  private @org.jspecify.annotations.Nullable Path profile;

  @Override
  public Integer call() throws Exception {
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    Path work = Files.createTempDirectory("passage-bench-rules");
    try (BenchCluster cluster = BenchCluster.start(work)) {
      RuleJob jobs = RuleJob.of(cluster, Duration.ofSeconds(limit));
      Path into = profile;
      if (into != null) {
        var week = new Weeks(10_000, 300_000, 1_000_000, 1_200_000, 20_000).small();
        var setting =
            new RuleJob.Setting(
                eu.passage.jobs.config.FlinkSettings.StateBackend.valueOf(System.getProperty("be", "HASHMAP")),
                week,
                week.length,
                BenchRules.four(true));
        for (int i = 0; i < 10; i++) {
          jobs.run(Contender.OURS, setting);
        }
        System.out.println(jobs.run(Contender.OURS, setting));
        Profile found =
            Profile.of(
                into,
                () -> {
                  for (int i = 0; i < rounds; i++) {
                    System.out.println(jobs.run(Contender.OURS, setting));
                  }
                });
        found.own().forEach(x -> System.out.println("own " + x));
        found.with().forEach(x -> System.out.println("with " + x));
        return 0;
      }
      RulesReport report =
          new RulesBench(
                  jobs,
                  new Weeks(10_000, 300_000, 1_000_000, 1_200_000, 20_000),
                  rounds,
                  text -> {
                    progress.show(0, text);
                    spec.commandLine().getErr().println(text);
                  })
              .run(EnumSet.copyOf(parts));
      spec.commandLine().getOut().println(report.table());
      return ExitCode.OK;
    }
  }
}
