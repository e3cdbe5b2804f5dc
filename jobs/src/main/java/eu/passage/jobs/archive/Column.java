package eu.passage.jobs.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the table and where in an event's JSON its value stands. Adding one needs a migration
 * whose default is that of the Avro schema.
 *
 * @param name in the table
 * @param type of PostgreSQL
 * @param pointer as in RFC 6901
 */
record Column(String name, String type, String pointer) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All that an event says. */
  static final List<Column> ALL =
      List.of(
          new Column("event_id", "text", "/eventId"),
          new Column("originator", "text", "/originator"),
          new Column("charging_point", "text", "/chargingPoint"),
          new Column("sequence", "bigint", "/sequence"),
          new Column("status", "text", "/status"),
          new Column("corrects", "text", "/corrects"),
          new Column("cause", "text", "/cause"),
          new Column("at", "timestamptz", "/at"),
          new Column("uncertainty_ms", "integer", "/uncertaintyMs"),
          new Column("late", "boolean", "/late"),
          new Column("passage_id", "text", "/passageId"),
          new Column("passage_ids", "jsonb", "/passageIds"),
          new Column("camera_id", "text", "/cameraId"),
          new Column("camera_country", "text", "/cameraCountry"),
          new Column("road", "text", "/road"),
          new Column("segment", "text", "/segment"),
          new Column("direction", "text", "/direction"),
          new Column("from_country", "text", "/fromCountry"),
          new Column("to_country", "text", "/toCountry"),
          new Column("plate", "text", "/plate"),
          new Column("country", "text", "/country"),
          new Column("plate_confidence", "real", "/plateConfidence"),
          new Column("front", "jsonb", "/front"),
          new Column("rear", "jsonb", "/rear"),
          new Column("vehicle_class", "text", "/vehicleClass"),
          new Column("class_confidence", "real", "/classConfidence"),
          new Column("class_reasons", "jsonb", "/classReasons"),
          new Column("axles", "integer", "/axles"),
          new Column("weight_kg", "integer", "/weightKg"),
          new Column("evidence", "jsonb", "/evidence"),
          new Column("tariff_id", "text", "/charge/tariffId"),
          new Column("tariff_version", "text", "/charge/tariffVersion"),
          new Column("amount", "numeric(12, 4)", "/charge/amount"),
          new Column("currency", "text", "/charge/currency"),
          new Column("vat", "text", "/charge/vat"),
          new Column("uncapped", "numeric(12, 4)", "/charge/uncapped"),
          new Column("exemption", "text", "/charge/exemption"),
          new Column("inputs", "jsonb", "/charge/inputs"));

  /** The value as PostgreSQL reads it; null where the event has none. */
  @Nullable String value(JsonNode event) {
    JsonNode value = event.at(pointer);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /**
   * The inverse: the value as it stands in the event's JSON; null where the row has none.
   *
   * @param index of the column in the row, from 1
   */
  @Nullable JsonNode read(ResultSet row, int index) throws SQLException {
    JsonNode value =
        switch (type) {
          case "text" -> NODES.textNode(row.getString(index));
          case "bigint" -> NODES.numberNode(row.getLong(index));
          case "integer" -> NODES.numberNode(row.getInt(index));
          case "boolean" -> NODES.booleanNode(row.getBoolean(index));
          case "real" -> NODES.numberNode(row.getFloat(index));
          case "numeric(12, 4)" -> amount(row.getBigDecimal(index));
          case "timestamptz" -> moment(row.getObject(index, OffsetDateTime.class));
          case "jsonb" -> json(row.getString(index));
          default -> throw new IllegalStateException("no value of the type " + type + " is read");
        };
    return row.wasNull() ? null : value;
  }

  private static JsonNode amount(@Nullable BigDecimal amount) {
    return amount == null ? NODES.nullNode() : NODES.textNode(amount.toPlainString());
  }

  private static JsonNode moment(@Nullable OffsetDateTime at) {
    return at == null ? NODES.nullNode() : NODES.textNode(at.toInstant().toString());
  }

  private static JsonNode json(@Nullable String text) {
    try {
      return text == null ? NODES.nullNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsonb that is no JSON", e);
    }
  }
}
