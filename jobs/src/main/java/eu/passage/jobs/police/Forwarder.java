package eu.passage.jobs.police;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.Notice;
import eu.passage.jobs.console.Stay;
import eu.passage.jobs.kafka.GroupTopic;
import eu.passage.jobs.kafka.GroupTopic.Received;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Notices from a topic to a webhook, one after the other. The place in the topic is kept only after
 * a notice was accepted, or refused and put aside: a crash in between sends it again with the same
 * id. Notices of one vehicle stay in their order, since one that is not through holds up what
 * follows it.
 */
final class Forwarder {

  private final GroupTopic<Notice> topic;
  private final Webhook webhook;
  private final RefusedFile refusedOnes;
  private final BiConsumer<Notice, Delivery> told;

  /**
   * A forwarder that has sent nothing yet.
   *
   * @param told of each notice that was accepted or refused, before its place is kept
   */
  Forwarder(
      GroupTopic<Notice> topic,
      Webhook webhook,
      RefusedFile refusedOnes,
      BiConsumer<Notice, Delivery> told) {
    this.topic = topic;
    this.webhook = webhook;
    this.refusedOnes = refusedOnes;
    this.told = told;
  }

  /** Goes on until it is over. */
  void run(Stay stay) {
    while (stay.goesOn()) {
      for (Received<Notice> received : topic.next()) {
        if (!stay.goesOn() || !forward(received, stay)) {
          return;
        }
      }
    }
  }

  private boolean forward(Received<Notice> received, Stay stay) {
    ObjectNode event = CloudEvent.of(received.value());
    Delivery delivery = webhook.deliver(event, stay);
    if (delivery instanceof Delivery.Interrupted) {
      return false;
    }
    if (delivery instanceof Delivery.Refused refused) {
      refusedOnes.add(event, refused);
    }
    told.accept(received.value(), delivery);
    topic.done(List.of(received));
    return true;
  }
}
