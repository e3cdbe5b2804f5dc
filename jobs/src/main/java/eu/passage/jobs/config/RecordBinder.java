package eu.passage.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import eu.passage.cep.notices.RecipientName;
import eu.passage.schemas.text.Suggestion;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a tree of records out of a tree of nodes. Strict: every key must be a component of its
 * record, every component not marked {@link Nullable} must be present, and no value is coerced.
 */
final class RecordBinder {

  private RecordBinder() {}

  /**
   * @param path the key that leads to the node, empty at the root
   * @throws ConfigException naming key, value and what is allowed
   */
  static <R> R bind(JsonNode node, Class<R> type, String path) {
    if (!node.isObject()) {
      throw wrong(path, node, "keys and values: " + String.join(", ", names(type)));
    }
    node.fieldNames().forEachRemaining(key -> requireKnown(key, type, path));
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(node.get(components[i].getName()), components[i], path);
    }
    return create(type, components, values, path);
  }

  private static @Nullable Object component(
      @Nullable JsonNode node, RecordComponent component, String path) {
    String key = join(path, component.getName());
    if (node != null && !node.isNull()) {
      return value(node, component.getGenericType(), key);
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    throw new ConfigException(key + " is missing");
  }

  private static Object value(JsonNode node, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == List.class ? list(node, last, path) : map(node, last, path);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == RecipientName.class) {
      return Names.read(node, path);
    }
    return plain.isRecord() ? bind(node, plain, path) : Scalars.read(node, plain, path);
  }

  private static List<Object> list(JsonNode node, Type element, String path) {
    if (!node.isArray()) {
      throw wrong(path, node, "a list");
    }
    List<Object> list = new ArrayList<>();
    for (JsonNode item : node) {
      list.add(value(item, element, "%s[%d]".formatted(path, list.size())));
    }
    return list;
  }

  private static Map<String, Object> map(JsonNode node, Type element, String path) {
    if (!node.isObject()) {
      throw wrong(path, node, "keys and values");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry ->
                map.put(
                    entry.getKey(), value(entry.getValue(), element, join(path, entry.getKey()))));
    return map;
  }

  private static <R> R create(
      Class<R> type, RecordComponent[] components, @Nullable Object[] values, String path) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw refused(Objects.requireNonNull(e.getCause()), path);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every record has its canonical constructor", e);
    }
  }

  private static ConfigException refused(Throwable cause, String path) {
    String key = cause instanceof InvalidValueException invalid ? join(path, invalid.key()) : path;
    return new ConfigException(key + ": " + cause.getMessage(), cause);
  }

  private static void requireKnown(String key, Class<?> type, String path) {
    if (!names(type).contains(key)) {
      throw new ConfigException(
          "%s is no key%s; allowed here: %s"
              .formatted(
                  join(path, key),
                  Suggestion.of(key, names(type)),
                  String.join(", ", names(type))));
    }
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  static ConfigException wrong(String path, JsonNode node, String allowed) {
    String key = path.isEmpty() ? "the configuration" : path;
    return new ConfigException(
        "%s: '%s' is not allowed; write %s".formatted(key, text(node), allowed));
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : node.toString();
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
