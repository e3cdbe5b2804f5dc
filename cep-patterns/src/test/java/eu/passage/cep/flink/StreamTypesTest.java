package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.observation;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.Colour;
import eu.passage.avro.Deed;
import eu.passage.avro.Passage;
import eu.passage.avro.RegistryEntry;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.Severity;
import eu.passage.avro.SlotTally;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.Samples;
import eu.passage.cep.alerts.OperatorAlerts;
import eu.passage.cep.counts.CountSettings;
import eu.passage.cep.counts.CountedVehicles;
import eu.passage.cep.counts.SlotCounting;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.fusion.Refusals;
import eu.passage.cep.fusion.Track;
import eu.passage.cep.history.Company;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.TruckSight;
import eu.passage.cep.trucks.bans.Breach;
import eu.passage.cep.trucks.bans.ControlWriter;
import eu.passage.cep.trucks.bans.Sighting;
import eu.passage.cep.trucks.bans.Trucks;
import eu.passage.cep.watch.WatchEvents;
import eu.passage.schemas.audit.AuditEntry;
import eu.passage.schemas.audit.ChainEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamTypesTest {

  private static TruckPassage seenTruck() {
    return new TruckSight(Samples.CAMERAS, TruckSettings.DEFAULTS).of(TRUCK).orElseThrow();
  }

  private static final Passage TRUCK =
      Samples.truck("2026-03-10T02:10", "1ABC234", "FR>BE", "EST-1");

  private static final PassageFacts FACTS =
      new PassageFacts.Builder(1_773_104_400_000L, "EST-1")
          .plate("1ABC234", "BE")
          .crossing("FR", "BE")
          .type(VehicleType.TRUCK)
          .colour(Colour.RED)
          .make("Volvo")
          .model("FH16")
          .confidence(0.93)
          .occupants(2)
          .late(true)
          .build();
  private static final PassageFacts LATER =
      new PassageFacts.Builder(FACTS.at() + 9_000, "EST-1").plate("2XYZ987", null).build();
  private static final Witness WITNESS = new Witness(FACTS, new byte[] {1, 2, 3});
  private static final Company PAIR = new Company(2, 20_000);
  private static final WatchEntry ENTRY =
      entry("W", "1ABC234", "2026-03-10T02:10", "2026-04-10T02:10");

  static Stream<Arguments> records() {
    Alert alert = OperatorAlerts.ruleFailed(active(), "no answer", Instant.EPOCH);
    var seen = observation("EST-1", 0, plate("1ABC234", 0.9));
    return Stream.of(
        Arguments.of(StreamTypes.OBSERVATION, seen),
        Arguments.of(StreamTypes.PASSAGE, TRUCK),
        Arguments.of(StreamTypes.WATCH_ENTRY, ENTRY),
        Arguments.of(StreamTypes.WATCH_LIST_MAKING, Samples.making(3)),
        Arguments.of(
            StreamTypes.WATCH_EVENT, WatchEvents.refused(ENTRY, List.of("no"), Instant.EPOCH)),
        Arguments.of(StreamTypes.ALERT, alert),
        Arguments.of(StreamTypes.AUDIT_RECORD, link()),
        Arguments.of(StreamTypes.TOLL_EVENT, TollDraft.of(List.of(seenTruck()), "commune")),
        Arguments.of(StreamTypes.TRUCK_PASSAGE, seenTruck()),
        Arguments.of(
            StreamTypes.REGISTRY_ENTRY,
            RegistryEntry.newBuilder().setAnsweredAt(Instant.EPOCH).setKnown(true).build()),
        Arguments.of(
            StreamTypes.CONTROL_EVENT,
            new ControlWriter()
                .write(
                    new Breach(
                        Trucks.TRANSIT,
                        List.of(
                            Sighting.of(Trucks.draft(0, "1TRK555", "FR>BE", "EST-1")),
                            Sighting.of(Trucks.draft(9, "1TRK555", "BE>FR", "EST-3")))))),
        Arguments.of(StreamTypes.COUNTED_VEHICLE, CountedVehicles.notRead("EST-1", 7)),
        Arguments.of(StreamTypes.SLOT_TALLY, tally()),
        Arguments.of(
            StreamTypes.CAMERA_COUNT,
            counting().tell(tally(), Samples.CAMERAS.find("EST-1").orElseThrow(), 0)),
        Arguments.of(StreamTypes.DEAD_LETTER, Refusals.unknownCamera(seen)),
        Arguments.of(StreamTypes.RULE_SOURCE, RuleTexts.STAYS),
        Arguments.of(StreamTypes.RULE_STATUS, status()),
        Arguments.of(StreamTypes.PASSAGE_FACTS, FACTS),
        Arguments.of(
            StreamTypes.RULE_ALERT,
            new RuleAlert("stays", 2, Outcome.ONCE, 1_773_104_400_000L, List.of(FACTS, LATER))),
        Arguments.of(StreamTypes.CANDIDATE, new Candidate(PAIR, 3_600_000, WITNESS)),
        Arguments.of(
            StreamTypes.DETECTION_INPUT,
            new DetectionInput.OfPassage(FACTS.vehicle(), FACTS, new byte[] {4, 5})),
        Arguments.of(
            StreamTypes.DETECTION_INPUT,
            new DetectionInput.OfCompany(
                -7, PAIR, LATER, List.of(WITNESS, new Witness(LATER, Witness.NO_RECORD)))),
        Arguments.of(StreamTypes.DETECTION_INPUT, new DetectionInput.OfWatch(7, ENTRY)),
        Arguments.of(StreamTypes.DETECTION_INPUT, new DetectionInput.OfPattern(9, ENTRY)),
        Arguments.of(
            StreamTypes.DETECTION_INPUT, new DetectionInput.OfMaking(5, Samples.making(3))),
        Arguments.of(StreamTypes.DETECTION_INPUT, new DetectionInput.OfProbe(7, new byte[] {4, 5})),
        Arguments.of(StreamTypes.DETECTION_INPUT, new DetectionInput.OfRule(8, RuleTexts.STAYS)),
        Arguments.of(StreamTypes.SUBJECT_HISTORY, history()));
  }

  private static SlotCounting counting() {
    return new SlotCounting(CountSettings.DEFAULTS, Duration.ofSeconds(5));
  }

  private static SlotTally tally() {
    SlotTally tally = SlotCounting.empty();
    counting().add(tally, CountedVehicles.of(TRUCK));
    counting().add(tally, CountedVehicles.notRead("EST-1", 90_000));
    return tally;
  }

  private static AuditRecord link() {
    return ChainEnd.start("desk/1")
        .link(new AuditEntry(Instant.EPOCH, "a", Deed.CONSULTED, "s", "", "", "", "", ""));
  }

  private static ActiveRule active() {
    Rule rule =
        new Rule(
            "stays",
            Map.of("en", "Stays"),
            Severity.LOW,
            "judicial",
            List.of("police-be"),
            null,
            new Body.When(Predicate.of("any", (passage, scene) -> true)),
            Duration.ofHours(1),
            Duration.ZERO,
            null);
    return new ActiveRule(rule, 1, "analyst", Instant.EPOCH);
  }

  private static RuleStatus status() {
    return RuleStatus.newBuilder()
        .setRuleId("stays")
        .setVersion(1)
        .setState(RuleState.FAILED)
        .setMessage("no answer")
        .setAuthor("analyst")
        .setSince(Instant.EPOCH)
        .setSubtask(1)
        .setSubtasks(3)
        .setAt(Instant.EPOCH)
        .build();
  }

  private static SubjectHistory history() {
    SubjectHistory history = new SubjectHistory();
    history.company(PAIR);
    history.add(LATER);
    history.add(FACTS);
    history.days().add(20_000, 23);
    history.told().add(77, FACTS.at());
    history.wakeAt(FACTS.at() + 1);
    history.settledUntil(FACTS.at() - 1);
    return history;
  }

  @ParameterizedTest
  @MethodSource("records")
  <T> void everyTypeSerialisesWithoutKryoAndComesBackEqual(TypeInformation<T> type, T record)
      throws Exception {
    TypeSerializer<T> serializer = serializer(type);

    assertSame(roundTrip(type, record), record);
    assertSame(serializer.copy(record), record);
    DataOutputSerializer copied = new DataOutputSerializer(256);
    serializer.copy(new DataInputDeserializer(bytes(serializer, record)), copied);
    assertThat(copied.getCopyOfBuffer()).isEqualTo(bytes(serializer, record));
  }

  @ParameterizedTest
  @MethodSource("records")
  <T> void theSnapshotOfEverySerializerReadsWhatItWrote(TypeInformation<T> type, T record)
      throws Exception {
    TypeSerializer<T> serializer = serializer(type);
    DataOutputSerializer out = new DataOutputSerializer(256);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());

    TypeSerializerSnapshot<T> snapshot =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(snapshot)
                .isCompatibleAsIs())
        .isTrue();
    assertSame(
        snapshot
            .restoreSerializer()
            .deserialize(new DataInputDeserializer(bytes(serializer, record))),
        record);
  }

  @Test
  void aCopyOfAHistoryIsIndependent() {
    TypeSerializer<SubjectHistory> serializer = serializer(StreamTypes.SUBJECT_HISTORY);
    SubjectHistory history = history();
    SubjectHistory copy = serializer.copy(history);
    copy.forget(1);
    copy.told().forgetBefore(Long.MAX_VALUE);

    assertThat(history.size()).isEqualTo(2);
    assertThat(history.told().isEmpty()).isFalse();
  }

  private static <T> void assertSame(T actual, T expected) {
    // arrays that grow have room at their end, and it is not what is kept
    if (expected instanceof SubjectHistory) {
      assertThat(bytesOf((SubjectHistory) actual)).isEqualTo(bytesOf((SubjectHistory) expected));
    } else {
      assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }
  }

  private static byte[] bytesOf(SubjectHistory history) {
    try {
      return bytes(serializer(StreamTypes.SUBJECT_HISTORY), history);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T record) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    serializer.serialize(record, out);
    return out.getCopyOfBuffer();
  }

  @Test
  void theStateOfFusionSerialisesWithoutKryoAndComesBackEqual() throws Exception {
    Track track =
        Track.startedBy(observation("EST-1", 0, plate("1ABC234", 0.9)), 0, FusionSettings.DEFAULT);
    track.add(observation("EST-1", 300, plate("1ABC234", 0.9)), 0, FusionSettings.DEFAULT);

    assertThat(roundTrip(StreamTypes.TRACK, track)).usingRecursiveComparison().isEqualTo(track);
  }

  /** With generic types disabled, asking for a serializer fails wherever Kryo would be needed. */
  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    TypeSerializer<T> serializer = type.createSerializer(config);
    assertThat(serializer.getClass().getSimpleName()).doesNotContain("Kryo");
    return serializer;
  }

  private static <T> T roundTrip(TypeInformation<T> type, T record) throws Exception {
    return serializer(type).deserialize(new DataInputDeserializer(bytes(serializer(type), record)));
  }
}
