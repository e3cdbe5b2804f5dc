package eu.passage.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.rerate.RerateSettings;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all jobs owe to those who operate them. */
class JobGraphsTest {

  static Stream<Arguments> jobs() {
    return Stream.of(
        job(RecognitionJob.NAME, RecognitionJob::build),
        job(DetectionJob.NAME, DetectionJob::build),
        job(TollJob.NAME, TollJob::build),
        job(TollArchiveJob.NAME, (env, config) -> TollArchiveJob.build(env, bothCopies(config))),
        job(RerateJob.NAME, JobGraphsTest::rerate));
  }

  private static void rerate(StreamExecutionEnvironment env, PassageConfig config) {
    var settings = config.tolls().settings();
    RerateJob.build(
            env,
            config,
            new KafkaTopics(env, config, RerateJob.NAME)
                .recorded(Topic.TOLL_EVENTS, TollEvent.class)
                .records(),
            new RerateSettings(
                settings.tariffs(),
                settings.billAt(),
                Instant.EPOCH,
                settings.registry(),
                config.tollArchive().zoneId()),
            false)
        .sinkTo(new DiscardingSink<>())
        .name("nothing more")
        .uid("nothing-more");
  }

  private static PassageConfig bothCopies(PassageConfig config) {
    return config.with(
        config
            .tollArchive()
            .with(
                new DatabaseSettings("jdbc:postgresql://localhost/passage", "archive", null),
                URI.create("file:///tolls")));
  }

  private static Arguments job(
      String name, BiConsumer<StreamExecutionEnvironment, PassageConfig> build) {
    return Arguments.of(name, build);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jobs")
  void everyOperatorHasAUidSoThatSavepointsSurviveChanges(
      String name, BiConsumer<StreamExecutionEnvironment, PassageConfig> build) {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment();
    build.accept(env, ConfigFile.defaults());

    List<Transformation<?>> operators =
        env.getTransformations().stream()
            .flatMap(sink -> sink.getTransitivePredecessors().stream())
            .distinct()
            .filter(JobGraphsTest::isOperator)
            .toList();

    assertThat(operators)
        .isNotEmpty()
        .allSatisfy(operator -> assertThat(operator.getUid()).as(operator.getName()).isNotNull());
    assertThat(operators).extracting(Transformation::getUid).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jobs")
  void noStreamFallsBackToKryoAndEveryNameReadsWell(
      String name, BiConsumer<StreamExecutionEnvironment, PassageConfig> build) {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment();
    build.accept(env, ConfigFile.defaults());

    // generic types are forbidden: a stream that needs Kryo cannot be translated
    StreamGraph graph = env.getStreamGraph();
    graph.getJobGraph();

    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getOperatorName)
        .noneMatch(operator -> operator.matches("(?i)(process|map|flat map|keyed.*|transform).*"));
  }

  private static boolean isOperator(Transformation<?> transformation) {
    String type = transformation.getClass().getSimpleName();
    return !List.of("PartitionTransformation", "SideOutputTransformation", "UnionTransformation")
        .contains(type);
  }
}
