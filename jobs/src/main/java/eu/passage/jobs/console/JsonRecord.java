package eu.passage.jobs.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON back to records of topics: the inverse of {@link RecordJson}. What is missing has the
 * schema's default, or is empty where there is none; a name that an enumeration does not know is
 * its default, as for every reader of Avro.
 */
public final class JsonRecord {

  private static final SpecificData DATA = SpecificData.get();

  private JsonRecord() {}

  /**
   * The record that a JSON object tells.
   *
   * @throws IllegalArgumentException when a value is not of its field's kind; the message names the
   *     field
   */
  public static <T extends SpecificRecordBase> T of(JsonNode json, Class<T> recordClass) {
    return recordClass.cast(record(json, DATA.getSchema(recordClass)));
  }

  private static SpecificRecord record(JsonNode json, Schema schema) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("%s is no object: %s".formatted(schema.getName(), json));
    }
    SpecificRecord record =
        (SpecificRecord) SpecificData.newInstance(DATA.getClass(schema), schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), field(json.path(field.name()), field));
    }
    return record;
  }

  private static @Nullable Object field(JsonNode value, Schema.Field field) {
    boolean isGiven = !value.isMissingNode() && !value.isNull();
    try {
      return isGiven || !field.hasDefaultValue()
          ? value(value, field.schema())
          : DATA.deepCopy(field.schema(), DATA.getDefaultValue(field));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("%s: %s".formatted(field.name(), e.getMessage()), e);
    }
  }

  private static @Nullable Object value(JsonNode value, Schema schema) {
    return switch (schema.getType()) {
      case UNION -> value.isNull() || value.isMissingNode() ? null : value(value, branch(schema));
      case RECORD -> record(value, schema);
      case ARRAY -> list(value, schema.getElementType());
      case MAP -> map(value, schema.getValueType());
      case ENUM -> symbol(value.asText(), schema);
      case STRING -> value.asText("");
      case BOOLEAN -> value.asBoolean();
      case INT -> value.asInt();
      case LONG -> isTime(schema) ? Instant.parse(value.asText()) : (Object) value.asLong();
      case FLOAT -> (float) value.asDouble();
      case DOUBLE -> value.asDouble();
      case BYTES -> bytes(value.asText(), schema);
      default -> throw new IllegalArgumentException("no field of a topic is a " + schema.getType());
    };
  }

  private static List<Object> list(JsonNode json, Schema element) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("no list: " + json);
    }
    List<Object> list = new ArrayList<>();
    json.forEach(one -> list.add(Objects.requireNonNull(value(one, element))));
    return list;
  }

  private static Map<String, Object> map(JsonNode json, Schema element) {
    Map<String, Object> map = new HashMap<>();
    json.properties()
        .forEach(
            one -> map.put(one.getKey(), Objects.requireNonNull(value(one.getValue(), element))));
    return map;
  }

  /** Every union of a topic is of null and one other. */
  private static Schema branch(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static Object symbol(String name, Schema schema) {
    String known = schema.hasEnumSymbol(name) ? name : schema.getEnumDefault();
    if (known == null) {
      throw new IllegalArgumentException(
          "'%s' is none of %s".formatted(name, schema.getEnumSymbols()));
    }
    return DATA.createEnum(known, schema);
  }

  private static boolean isTime(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
  }

  private static Object bytes(String text, Schema schema) {
    LogicalType type = schema.getLogicalType();
    return type instanceof LogicalTypes.Decimal decimal
        ? new BigDecimal(text).setScale(decimal.getScale(), RoundingMode.UNNECESSARY)
        : ByteBuffer.wrap(Base64.getDecoder().decode(text));
  }
}
