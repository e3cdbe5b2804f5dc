package eu.passage.cep.flink;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Passage;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.SubjectKey;
import eu.passage.schemas.plates.VehicleKey;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * What the watchlist costs: nanoseconds of processor time for each passage of the detection
 * operator with its shipped rules, on the heap, and bytes for each entry. Not a test: {@code main}
 * prints one line for each list, with the ratio to no list at all. Rounds of all lists take turns,
 * and the median counts.
 */
final class WatchCost {

  private static final int ROUNDS = 15;
  private static final int PASSAGES = 20_000;
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

  /** What passes is not what is listed: an alert costs far more than a look, and is rare. */
  private static final String PASSING = "12";

  private static final String LISTED = "34567";

  private static final String[] CAMERAS = {"EST-1", "EST-2", "EST-3"};
  private static final Instant START = Samples.local("2026-03-10T00:00");

  /** Others may use the machine too. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private WatchCost() {}

  /** A list, and the operator that has it. */
  private record Case(
      String name,
      KeyedOneInputStreamOperatorTestHarness<Long, DetectionInput, ?> harness,
      List<Double> nanos) {}

  public static void main(String[] ignored) throws Exception {
    int[] exact = {0, 10_000, 1_000_000};
    List<Case> cases = new ArrayList<>();
    for (int entries : exact) {
      long before = used();
      Case made = open(entries + " entries");
      Random random = new Random(1);
      for (int i = 0; i < entries; i++) {
        WatchEntry entry = entry("W-" + i, plate(LISTED, random));
        long key = SubjectKey.ofVehicle("BE", entry.getPlate());
        made.harness.processElement(new DetectionInput.OfWatch(key, entry), 0);
      }
      if (entries > 0) {
        System.out.printf("%,9d entries: %d bytes each%n", entries, (used() - before) / entries);
      }
      cases.add(made);
    }
    cases.add(patterns("5000 wildcards, 5000 descriptions"));
    for (int round = 0; round < ROUNDS; round++) {
      for (Case each : cases) {
        each.nanos.add(round(each.harness, round));
      }
    }
    double none = median(cases.get(0));
    for (Case each : cases) {
      System.out.printf(
          "%-36s %6.0f ns a passage, %.2f%n", each.name, median(each), median(each) / none);
    }
  }

  private static Case open(String name) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new LiveDetection(DetectionSettings.of(Samples.CAMERAS), false),
            DetectionInput::key,
            Types.LONG);
    harness.setup(StreamTypes.ALERT.createSerializer(null));
    harness.open();
    return new Case(name, harness, new ArrayList<>());
  }

  private static Case patterns(String name) throws Exception {
    Case made = open(name);
    Random random = new Random(2);
    VehicleType[] types = VehicleType.values();
    Colour[] colours = Colour.values();
    for (int i = 0; i < 10_000; i++) {
      StringBuilder wild = new StringBuilder(plate(LISTED, random));
      for (int doubt = 0; doubt < 2; doubt++) {
        wild.setCharAt(random.nextInt(wild.length()), '?');
      }
      if (random.nextBoolean()) {
        wild.setCharAt(wild.length() - 1, '*');
      }
      boolean described = i % 2 == 0;
      WatchEntry entry = entry("P-" + i, described ? "" : wild.toString());
      if (described) {
        entry.setCountry("");
        entry.setType(types[1 + random.nextInt(types.length - 1)]);
        entry.setColour(colours[1 + random.nextInt(colours.length - 1)]);
        entry.setMake("make " + random.nextInt(40));
        entry.setZones(new ArrayList<>(List.of("zone " + random.nextInt(20))));
      }
      made.harness.processElement(new DetectionInput.OfPattern(0, entry), 0);
    }
    return made;
  }

  /** Vehicles that were mostly never seen before. */
  private static double round(
      KeyedOneInputStreamOperatorTestHarness<Long, DetectionInput, ?> harness, int round)
      throws Exception {
    Random random = new Random(100 + round);
    PassageInput input = new PassageInput(DetectionSettings.of(Samples.CAMERAS).watch());
    input.open(DefaultOpenContext.INSTANCE);
    List<DetectionInput> inputs = new ArrayList<>();
    for (int i = 0; i < PASSAGES; i++) {
      Instant at = START.plus(Duration.ofHours(round)).plusMillis(100L * i);
      input.flatMap(passage(at, random), new ListCollector<>(inputs));
    }
    long start = CPU.getCurrentThreadCpuTime();
    for (DetectionInput each : inputs) {
      harness.processElement(each, 0);
    }
    double nanos = (CPU.getCurrentThreadCpuTime() - start) / (double) PASSAGES;
    harness.getOutput().clear();
    harness.getSideOutput(SideOutputs.PASSAGES).clear();
    harness.processWatermark(START.plus(Duration.ofHours(round)).toEpochMilli());
    harness.getOutput().clear();
    return nanos;
  }

  private static Passage passage(Instant at, Random random) {
    String plate = plate(PASSING, random);
    String camera = CAMERAS[random.nextInt(CAMERAS.length)];
    Passage passage = Samples.passage(at, plate, "FR>BE", camera, VehicleType.CAR);
    passage.setVehicleKey(VehicleKey.of("BE", plate));
    passage.setZone("zone " + random.nextInt(20));
    passage.setType(new TypeEstimate(VehicleType.values()[1 + random.nextInt(5)], 0.9f));
    passage.setColour(new ColourEstimate(Colour.values()[1 + random.nextInt(11)], 0.9f));
    return passage;
  }

  private static WatchEntry entry(String id, String plate) {
    return Samples.entry(id, plate, "2026-03-01T00:00", "2026-06-01T00:00");
  }

  private static String plate(String first, Random random) {
    StringBuilder plate = new StringBuilder();
    plate.append(first.charAt(random.nextInt(first.length())));
    for (int i = 0; i < 3; i++) {
      plate.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return plate.append(100 + random.nextInt(900)).toString();
  }

  private static double median(Case of) {
    double[] nanos = of.nanos.stream().skip(4).mapToDouble(n -> n).sorted().toArray();
    return nanos[nanos.length / 2];
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
