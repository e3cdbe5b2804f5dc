package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.SubjectKey;
import eu.passage.cep.history.SubjectHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Live detection as it is wired, in Flink's harnesses, in the words of the tests: vehicles, who
 * passes together, and vehicles together, each in as many subtasks.
 */
final class DetectionHarness implements AutoCloseable {

  private final PassageInput passageInput;
  private DetectionSettings settings;
  private final Subtasks<DetectionInput, Alert> vehicles;
  private final Subtasks<Candidate, DetectionInput> together;
  private final Subtasks<DetectionInput, Alert> companies;
  private final List<Long> ruleKeys = DealtRules.keys(Subtasks.MAX_PARALLELISM);
  private final List<Alert> alerts = new ArrayList<>();
  private final List<Passage> admitted = new ArrayList<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private final List<RuleStatus> statuses = new ArrayList<>();
  private final List<WatchEvent> watchEvents = new ArrayList<>();

  DetectionHarness(DetectionSettings settings) throws Exception {
    this(settings, 1);
  }

  DetectionHarness(DetectionSettings settings, int parallelism) throws Exception {
    this.settings = settings;
    passageInput = new PassageInput(settings.watch());
    passageInput.open(DefaultOpenContext.INSTANCE);
    vehicles = detection(false, parallelism);
    together =
        new Subtasks<>(
            parallelism,
            () ->
                new KeyedProcessOperator<>(
                    new TogetherFunction(settings.history().retention().multipliedBy(2), false)),
            Candidate::place,
            StreamTypes.CANDIDATE,
            StreamTypes.DETECTION_INPUT);
    companies = detection(true, parallelism);
  }

  private Subtasks<DetectionInput, Alert> detection(boolean company, int parallelism)
      throws Exception {
    return new Subtasks<>(
        parallelism,
        () -> new LiveDetection(settings, company),
        DetectionInput::key,
        StreamTypes.DETECTION_INPUT,
        StreamTypes.ALERT);
  }

  DetectionHarness pass(Passage... passages) throws Exception {
    for (Passage passage : passages) {
      List<DetectionInput> inputs = new ArrayList<>();
      passageInput.flatMap(passage, new ListCollector<>(inputs));
      for (DetectionInput input : inputs) {
        vehicles.process(input, passage.getAt().toEpochMilli());
      }
      flow();
    }
    return this;
  }

  /** Something comes as it stands. */
  DetectionHarness input(DetectionInput input) throws Exception {
    vehicles.process(input, 0);
    flow();
    return this;
  }

  /** The operator of a passage's vehicle knows a schema that an older build wrote records with. */
  DetectionHarness knowing(Passage passage, String schema) {
    var plate = passage.getPlate();
    at(plate.getCountry(), plate.getText()).records().learn(schema);
    return this;
  }

  /** An entry lies in the state of its vehicle, as builds left it that told of no steps. */
  DetectionHarness keptByAnOlderBuild(WatchEntry entry) throws Exception {
    LiveDetection detection = at(entry.getCountry(), entry.getPlate());
    detection
        .getRuntimeContext()
        .getListState(new ListStateDescriptor<>("watch-entries", StreamTypes.WATCH_ENTRY))
        .add(entry);
    detection
        .timers()
        .registerEventTimeTimer(VoidNamespace.INSTANCE, entry.getExpiresAt().toEpochMilli());
    return this;
  }

  DetectionHarness watch(WatchEntry entry) throws Exception {
    for (DetectionInput input : DealtRules.deal(entry, Subtasks.MAX_PARALLELISM)) {
      vehicles.process(input, entry.getMadeAt().toEpochMilli());
    }
    flow();
    return this;
  }

  /** A making of a list comes the way it does: a copy for each key group. */
  DetectionHarness made(WatchListMaking making) throws Exception {
    for (long key : ruleKeys) {
      vehicles.process(new DetectionInput.OfMaking(key, making), 0);
    }
    flow();
    return this;
  }

  /** Rules come the way they do: a copy for each key group. */
  DetectionHarness deploy(RuleSource... rules) throws Exception {
    for (RuleSource rule : rules) {
      for (long key : ruleKeys) {
        vehicles.process(new DetectionInput.OfRule(key, rule), 0);
        companies.process(new DetectionInput.OfRule(key, rule), 0);
      }
      flow();
    }
    return this;
  }

  /** Event time comes to this local time. */
  DetectionHarness until(String local) throws Exception {
    return watermark(Samples.local(local).toEpochMilli());
  }

  /** As at the end of bounded input. */
  DetectionHarness end() throws Exception {
    return watermark(Watermark.MAX_WATERMARK.getTimestamp());
  }

  DetectionHarness watermark(long time) throws Exception {
    vehicles.watermark(time);
    flow();
    together.watermark(time);
    companies.watermark(time);
    flow();
    return this;
  }

  /** The machine's clock comes to this time, milliseconds. */
  DetectionHarness machineTime(long millis) throws Exception {
    vehicles.machineTime(millis);
    together.machineTime(millis);
    companies.machineTime(millis);
    flow();
    return this;
  }

  /** A savepoint, the end of the operators, and others that start from it. */
  DetectionHarness restart() throws Exception {
    return restart(vehicles.parallelism());
  }

  /** The same with another configuration. */
  DetectionHarness restart(DetectionSettings others) throws Exception {
    settings = others;
    return restart();
  }

  /** The same with another number of subtasks. */
  DetectionHarness restart(int parallelism) throws Exception {
    vehicles.restart(parallelism);
    together.restart(parallelism);
    companies.restart(parallelism);
    flow();
    return this;
  }

  /** The same on a machine whose clock stands at this local time. */
  DetectionHarness restartAt(String local) throws Exception {
    long millis = Samples.local(local).toEpochMilli();
    vehicles.restartAt(millis);
    together.restartAt(millis);
    companies.restartAt(millis);
    flow();
    return this;
  }

  private void flow() throws Exception {
    admitted.addAll(vehicles.drain(SideOutputs.PASSAGES));
    watchEvents.addAll(vehicles.drain(SideOutputs.WATCH_EVENTS));
    for (Candidate candidate : vehicles.drain(SideOutputs.CANDIDATES)) {
      together.process(candidate, candidate.witness().facts().at());
    }
    for (DetectionInput company : together.drain()) {
      companies.process(company, ((DetectionInput.OfCompany) company).latest().at());
    }
    assertThat(companies.drain(SideOutputs.CANDIDATES)).isEmpty();
    for (Subtasks<DetectionInput, Alert> operator : List.of(vehicles, companies)) {
      alerts.addAll(operator.drain());
      statuses.addAll(operator.drain(SideOutputs.RULE_STATUS));
      deadLetters.addAll(operator.drain(SideOutputs.DEAD_LETTERS));
    }
  }

  /** All alerts so far, across restarts. */
  List<Alert> alerts() {
    return List.copyOf(alerts);
  }

  List<String> reasons() {
    return alerts.stream().map(Alert::getReason).toList();
  }

  /** The passages admitted so far. */
  List<Passage> admitted() {
    return List.copyOf(admitted);
  }

  List<DeadLetter> deadLetters() {
    return List.copyOf(deadLetters);
  }

  /** What was told of watch entries so far. */
  List<WatchEvent> watchEvents() {
    return List.copyOf(watchEvents);
  }

  /** Everything that was said of rules so far. */
  List<RuleStatus> statuses() {
    return List.copyOf(statuses);
  }

  /** What was said last of a rule, by subtask. */
  Map<Integer, RuleStatus> status(String ruleId) {
    Map<Integer, RuleStatus> latest = new TreeMap<>();
    statuses.stream()
        .filter(status -> status.getRuleId().equals(ruleId))
        .forEach(status -> latest.put(status.getSubtask(), status));
    return latest;
  }

  /** Forgets what was told so far. */
  DetectionHarness listen() {
    alerts.clear();
    admitted.clear();
    statuses.clear();
    watchEvents.clear();
    deadLetters.clear();
    return this;
  }

  /** What is kept of a vehicle. */
  SubjectHistory history(String country, String plate) throws Exception {
    return at(country, plate).subject();
  }

  /** Entries for plates with wildcards and for descriptions, of all subtasks. */
  int patterns() {
    return vehicles.operators(LiveDetection.class).stream().mapToInt(LiveDetection::patterns).sum();
  }

  /** Whether the whole record of a passage is kept. */
  boolean recorded(Passage passage) {
    var plate = passage.getPlate();
    return at(plate.getCountry(), plate.getText())
            .subjectRecords()
            .of(PassageFacts.of(passage))
            .length
        > 0;
  }

  private LiveDetection at(String country, String plate) {
    return vehicles.turnedTo(SubjectKey.ofVehicle(country, plate), LiveDetection.class);
  }

  /** Keys that have any state, of all operators, counted for each piece of state. */
  int stateEntries() {
    return vehicles.stateEntries() + together.stateEntries() + companies.stateEntries();
  }

  int timers() {
    return vehicles.timers() + together.timers() + companies.timers();
  }

  @Override
  public void close() throws Exception {
    vehicles.close();
    together.close();
    companies.close();
  }
}
