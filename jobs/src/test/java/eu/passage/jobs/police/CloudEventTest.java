package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.passage.avro.NoticeKind;
import eu.passage.jobs.console.Json;
import org.junit.jupiter.api.Test;

class CloudEventTest {

  @Test
  void theEnvelopeIsThatOfCloudEventsAndTheDataIsTheWholeNotice() {
    JsonNode event = CloudEvent.of(SampleNotices.notice(7));

    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo("notice-7");
    assertThat(event.path("source").asText()).isEqualTo("urn:passage:notices:police-be");
    assertThat(event.path("type").asText()).isEqualTo("eu.passage.notice.alert");
    assertThat(event.path("subject").asText()).isEqualTo("alert-7");
    assertThat(event.path("time").asText()).isEqualTo("2025-03-03T08:00:00.123Z");
    assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
    JsonNode data = event.path("data");
    assertThat(data.path("texts").path("fr").asText()).isEqualTo("Voiture volée numéro 7");
    assertThat(data.at("/alert/watch/action").asText()).isEqualTo("STOP");
    assertThat(data.at("/alert/passages/0/cameraId").asText()).isEqualTo("EST-1");
    assertThat(data.get("crossing").isNull()).isTrue();
  }

  @Test
  void theTypeNamesTheKind() {
    var notice = SampleNotices.notice(7);
    notice.setKind(NoticeKind.TURNED_OFF);

    assertThat(CloudEvent.of(notice).path("type").asText())
        .isEqualTo("eu.passage.notice.turned-off");
  }

  @Test
  void theSameNoticeMakesTheSameBytes() {
    assertThat(Json.line(CloudEvent.of(SampleNotices.notice(7))))
        .isEqualTo(Json.line(CloudEvent.of(SampleNotices.notice(7))));
  }
}
