package eu.passage.jobs.police;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Outcome;
import eu.passage.avro.PassageReference;
import eu.passage.avro.Severity;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Alerts and notices that say little. */
final class SampleNotices {

  static final Instant AT = Instant.parse("2025-03-03T08:00:00.123Z");
  static final String VEHICLE = "BE:1ABC234";

  private SampleNotices() {}

  /** What police-be is told of an alert. */
  static Notice notice(int number) {
    Alert alert = alert("alert-" + number, "stolen", "EST-1");
    return Notice.newBuilder()
        .setNoticeId("notice-" + number)
        .setRecipient("police-be")
        .setKind(NoticeKind.ALERT)
        .setAlertId(alert.getAlertId())
        .setVehicleKey(VEHICLE)
        .setSeverity(Severity.HIGH)
        .setPurpose("judicial")
        .setAt(AT)
        .setTexts(
            Map.of("fr", "Voiture volée numéro " + number, "nl", "Gestolen wagen nummer " + number))
        .setAlert(alert)
        .build();
  }

  static Alert alert(String id, String list, String camera) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setKind(AlertKind.WATCHLIST)
        .setRuleId("watchlist-hit")
        .setRuleVersion(1)
        .setSeverity(Severity.HIGH)
        .setPurpose("judicial")
        .setRecipients(List.of("police-be", "ccpd-tournai"))
        .setAt(AT)
        .setVehicleKey(VEHICLE)
        .setPlate("1ABC234")
        .setCountry("BE")
        .setType(new TypeEstimate(VehicleType.CAR, 0.9f))
        .setColour(new ColourEstimate(Colour.UNKNOWN, 0f))
        .setPassages(
            List.of(
                PassageReference.newBuilder()
                    .setPassageId("passage-" + id)
                    .setCameraId(camera)
                    .setCameraCountry("BE")
                    .setRoad("N511")
                    .setAt(AT)
                    .setPlate("1ABC234")
                    .setConfidence(0.99f)
                    .setEvidence(List.of())
                    .build()))
        .setReason("It is listed.")
        .setWatch(
            WatchReference.newBuilder()
                .setEntryId("entry-" + list)
                .setVersion(1)
                .setPlate("1ABC234")
                .setCountry("BE")
                .setAction(WatchAction.STOP)
                .setOffence("aggravated-theft")
                .setLegalBasis("a law")
                .setCaseNumber("case-1")
                .setMadeAt(AT)
                .setTier(MatchTier.A)
                .setList(list)
                .build())
        .build();
  }

  static AlertUpdate update(Alert alert, AlertState state, Outcome outcome) {
    return AlertUpdate.newBuilder()
        .setUpdateId("update-" + alert.getAlertId() + "-" + state)
        .setAlertId(alert.getAlertId())
        .setVehicleKey(alert.getVehicleKey())
        .setEntryId("entry")
        .setCameraId("EST-1")
        .setState(state)
        .setOutcome(outcome)
        .setBy("patrol-7")
        .setAt(AT)
        .setRecipients(alert.getRecipients())
        .build();
  }

  /** Writes them as the detection job would, to the topic of police-be. */
  static void write(PassageConfig config, Notice... notices) throws Exception {
    String topic = Topic.noticesOf("police-be");
    AvroCodec<Notice> codec =
        new AvroCodec<>(
            Notice.class,
            Topic.subjectOf(topic),
            new SchemaRegistryClient(config.registry().url()));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            config.kafka().clientProperties(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Notice notice : notices) {
        producer
            .send(
                new ProducerRecord<>(
                    topic,
                    notice.getVehicleKey().getBytes(StandardCharsets.UTF_8),
                    codec.encode(notice)))
            .get();
      }
    }
  }
}
