package eu.passage.jobs.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.jobs.console.Json;
import eu.passage.schemas.ids.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line of the audit's file: a link, and a seal over it and the line before. There is one way to
 * write a line, byte for byte; any other is no line.
 *
 * @param seal SHA-256 over the seal of the line before (of the first 64 zeros) and the link's hash,
 *     each behind its length
 */
record SealedLine(AuditRecord link, String seal) {

  /** The seal before the first line. */
  static final String START = "0".repeat(64);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The line that follows one with this seal. */
  static SealedLine behind(String seal, AuditRecord link) {
    return new SealedLine(link, Ids.sha256Hex(seal, link.getHash()));
  }

  /** A line as it was read, without its end; empty when nothing here was ever written so. */
  static Optional<SealedLine> read(byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      SealedLine line =
          new SealedLine(
              AuditRecord.newBuilder()
                  .setChain(text(node, "chain"))
                  .setPlace(node.path("place").asLong(-1))
                  .setAt(Instant.parse(text(node, "at")))
                  .setActor(text(node, "actor"))
                  .setDeed(Deed.valueOf(text(node, "deed")))
                  .setSubject(text(node, "subject"))
                  .setPurpose(text(node, "purpose"))
                  .setCaseNumber(text(node, "caseNumber"))
                  .setBasis(text(node, "basis"))
                  .setRecipient(text(node, "recipient"))
                  .setNote(text(node, "note"))
                  .setBefore(text(node, "before"))
                  .setHash(text(node, "hash"))
                  .build(),
              text(node, "seal"));
      return Optional.of(line).filter(read -> Arrays.equals(read.bytes(), bytes));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The line without its end, UTF-8. */
  byte[] bytes() {
    return Json.line(json(link).put("seal", seal)).getBytes(StandardCharsets.UTF_8);
  }

  /** A link with its fields in their order. */
  static ObjectNode json(AuditRecord link) {
    return Json.object()
        .put("chain", link.getChain())
        .put("place", link.getPlace())
        .put("at", link.getAt().toString())
        .put("actor", link.getActor())
        .put("deed", link.getDeed().name())
        .put("subject", link.getSubject())
        .put("purpose", link.getPurpose())
        .put("caseNumber", link.getCaseNumber())
        .put("basis", link.getBasis())
        .put("recipient", link.getRecipient())
        .put("note", link.getNote())
        .put("before", link.getBefore())
        .put("hash", link.getHash());
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
