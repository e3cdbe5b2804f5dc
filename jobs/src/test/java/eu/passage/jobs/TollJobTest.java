package eu.passage.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Evidence;
import eu.passage.avro.Side;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.toll.TollChain;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole toll job on a real broker, which loses its TaskManager. */
@Timeout(240)
class TollJobTest {

  private static final Instant MORNING = Instant.parse("2026-03-10T07:00:00Z");
  private static final int TRUCKS = 40;
  private static final int A_DAY = 8;

  /** The shipped example's price of five passages: what a truck owes a day at most. */
  private static final BigDecimal CAP = new BigDecimal("10.2500");

  @Test
  void eachTruckOwesToTheCentWhateverComesLateAndBreaks() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      start(platform);
      List<TruckPassage> passages = passages();
      Collections.shuffle(passages, new Random(3));
      int half = passages.size() / 2;
      try (var topic = new CommittedReader<>(Topic.TOLL_EVENTS, TollEvent.class, config);
          var trucks = new TopicWriter<>(config, Topic.TRUCK_PASSAGES, TruckPassage.class)) {
        List<TollEvent> events = new ArrayList<>();
        passages.subList(0, half).forEach(trucks::write);
        trucks.flush();
        events.addAll(Eventually.read(topic, read -> !read.isEmpty()));
        platform.cluster().replaceTaskManager();
        passages.subList(half, passages.size()).forEach(trucks::write);
        passages.subList(0, 20).forEach(trucks::write); // again
        trucks.flush();

        BigDecimal truth = CAP.multiply(BigDecimal.valueOf(TRUCKS));
        events.addAll(
            Eventually.read(
                topic,
                read -> {
                  Map<String, TollEvent> last = last(events);
                  last.putAll(last(read));
                  return last.size() == passages.size() && sum(last.values()).equals(truth);
                }));

        numbersHaveNoGap(events);
        assertThat(events).extracting(TollEvent::getEventId).doesNotHaveDuplicates();
        assertThat(last(events).keySet())
            .containsExactlyInAnyOrderElementsOf(
                passages.stream().map(TruckPassage::getPassageId).toList());
        eachCorrectsTheOneBeforeIt(events);
        aPersonsDecisionIsTakenOnceAndAnotherRefused(events, config, topic);
      }
    }
  }

  private static void start(LocalPlatform platform) throws Exception {
    StreamExecutionEnvironment env = platform.cluster().environment();
    TollJob.build(env, platform.config());
    platform.cluster().submit(env, TollJob.NAME);
  }

  private static void aPersonsDecisionIsTakenOnceAndAnotherRefused(
      List<TollEvent> events, PassageConfig config, CommittedReader<TollEvent> topic)
      throws Exception {
    TollEvent event = last(events).values().iterator().next();
    TollEvent decision = TollChain.withdrawal(event, CorrectionCause.REVIEW);
    try (var corrections = new TopicWriter<>(config, Topic.TOLL_CORRECTIONS, TollEvent.class);
        var letters = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config)) {
      corrections.write(decision);
      corrections.write(decision);
      corrections.write(TollChain.correction(event, event, CorrectionCause.TARIFF));
      corrections.flush();

      DeadLetter letter = Eventually.read(letters, read -> !read.isEmpty()).get(0);
      assertThat(letter.getMessage()).contains("is not the last one");
      List<TollEvent> more = Eventually.read(topic, read -> !read.isEmpty());
      assertThat(more).extracting(TollEvent::getEventId).containsExactly(decision.getEventId());
      assertThat(more.get(0).getStatus()).isEqualTo(TollStatus.WITHDRAWN);
      events.addAll(more);
      numbersHaveNoGap(events);
    }
  }

  /** Of each point, in the order of the topic. */
  private static void numbersHaveNoGap(List<TollEvent> events) {
    Map<String, List<Long>> numbers =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    TollEvent::getChargingPoint,
                    Collectors.mapping(TollEvent::getSequence, Collectors.toList())));
    assertThat(numbers).hasSize(3);
    numbers
        .values()
        .forEach(
            of -> assertThat(of).isEqualTo(LongStream.rangeClosed(1, of.size()).boxed().toList()));
  }

  private static void eachCorrectsTheOneBeforeIt(List<TollEvent> events) {
    Map<String, String> ends = new LinkedHashMap<>();
    for (TollEvent event : events) {
      assertThat(event.getCorrects()).isEqualTo(ends.put(event.getPassageId(), event.getEventId()));
    }
  }

  private static Map<String, TollEvent> last(List<TollEvent> events) {
    Map<String, TollEvent> last = new LinkedHashMap<>();
    events.forEach(event -> last.put(event.getPassageId(), event));
    return last;
  }

  private static BigDecimal sum(Collection<TollEvent> events) {
    return events.stream()
        .map(event -> event.getCharge().getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<TruckPassage> passages() {
    List<TruckPassage> passages = new ArrayList<>();
    for (int truck = 0; truck < TRUCKS; truck++) {
      for (int time = 0; time < A_DAY; time++) {
        passages.add(passage(truck, time));
      }
    }
    return passages;
  }

  private static TruckPassage passage(int truck, int time) {
    Instant at = MORNING.plusSeconds(3_600L * time + 60L * truck);
    String point = "EST-" + (1 + (truck + time) % 3);
    String plate = "1TRK%03d".formatted(truck);
    return TruckPassage.newBuilder()
        .setPassageId("passage-%d-%d".formatted(truck, time))
        .setChargingPoint(point)
        .setCameraId(point)
        .setCameraCountry("BE")
        .setRoad("N511")
        .setAt(at)
        .setReceivedAt(at)
        .setSide(Side.FRONT)
        .setPlate(new SidePlate(plate, "BE", 0.98f, point))
        .setClassConfidence(0.97f)
        .setClassReasons(
            List.of(new ClassReason(ClassSource.PICTURE, "TRUCK in 3 pictures, 97 %", 3.5f)))
        .setEvidence(
            List.of(
                new Evidence(
                    "frame-%d-%d".formatted(truck, time), at, "0".repeat(64), null, null, plate)))
        .build();
  }
}
