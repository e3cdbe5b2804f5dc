package eu.passage.jobs.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.WatchEntry;
import eu.passage.jobs.console.Json;
import java.util.List;

/** An entry as scripts are told of it. */
final class EntryLine {

  private EntryLine() {}

  /** On one line: all its fields, what is absent as null. */
  static String json(WatchEntry entry, EntryState state) {
    ObjectNode line =
        Json.object()
            .put("entry", entry.getEntryId())
            .put("version", entry.getVersion())
            .put("state", state.name())
            .put("plate", entry.getPlate())
            .put("country", entry.getCountry())
            .put("type", entry.getType().name())
            .put("colour", entry.getColour().name())
            .put("make", entry.getMake())
            .put("to", entry.getToCountry())
            .put("fromTime", entry.getFromTime())
            .put("untilTime", entry.getUntilTime())
            .put("action", entry.getAction().name())
            .put("offence", entry.getOffence())
            .put("basis", entry.getLegalBasis())
            .put("purpose", entry.getPurpose())
            .put("case", entry.getCaseNumber())
            .put("requester", entry.getRequester())
            .put("approver", entry.getApprover())
            .put("from", entry.getStartsAt().toString())
            .put("until", entry.getExpiresAt().toString())
            .put("list", entry.getList())
            .put("corrects", entry.getCorrects())
            .put("correctedBy", entry.getCorrectedBy())
            .put("withdrawnBy", entry.getWithdrawnBy())
            .put("withdrawnBecause", entry.getWithdrawnBecause());
    add(line, "zones", entry.getZones());
    add(line, "notify", entry.getRecipients());
    add(line, "languages", entry.getLanguages());
    return Json.line(line);
  }

  private static void add(ObjectNode line, String name, List<String> values) {
    ArrayNode array = line.putArray(name);
    values.forEach(array::add);
  }
}
