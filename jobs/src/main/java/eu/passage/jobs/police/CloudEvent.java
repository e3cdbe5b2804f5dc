package eu.passage.jobs.police;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.Notice;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.RecordJson;
import java.util.Locale;

/** A notice as a CloudEvent 1.0 in structured mode: envelope and notice in one JSON object. */
final class CloudEvent {

  /** Of the HTTP request. */
  static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final String TYPE = "eu.passage.notice.";
  private static final String SOURCE = "urn:passage:notices:";

  private CloudEvent() {}

  /**
   * The event. The same notice always makes the same one: source and id tell a receiver that it has
   * it already.
   */
  static ObjectNode of(Notice notice) {
    ObjectNode event =
        Json.object()
            .put("specversion", "1.0")
            .put("id", notice.getNoticeId())
            .put("source", SOURCE + notice.getRecipient())
            .put("type", TYPE + notice.getKind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .put("subject", notice.getAlertId())
            .put("time", notice.getAt().toString())
            .put("datacontenttype", "application/json");
    event.set("data", RecordJson.of(notice));
    return event;
  }
}
