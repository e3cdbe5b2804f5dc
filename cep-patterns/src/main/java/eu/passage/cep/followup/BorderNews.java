package eu.passage.cep.followup;

import eu.passage.avro.ExpectedArrival;
import eu.passage.avro.NoticeKind;

/**
 * News of a wanted vehicle at a border, for those on the other side.
 *
 * @param kind EXPECTED, CROSSED or TURNED_OFF
 * @param vehicle which, why it is wanted, and where and when it was or may be at the border
 */
public record BorderNews(NoticeKind kind, ExpectedArrival vehicle) {}
