package eu.passage.jobs.backtest.input;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands an object to the operators of a job in this process, which Flink would copy otherwise: what
 * they tell it is known here at once, without a limit of size. Close it when the job has ended.
 */
public final class Handover<T> implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final Map<String, Object> OBJECTS = new ConcurrentHashMap<>();

  private final String key = UUID.randomUUID().toString();

  public Handover(T object) {
    OBJECTS.put(key, object);
  }

  /** The very object, in any copy of this. */
  @SuppressWarnings("unchecked")
  public T get() {
    @Nullable Object object = OBJECTS.get(key);
    if (object == null) {
      throw new IllegalStateException("the job has ended, or runs in another process");
    }
    return (T) object;
  }

  @Override
  public void close() {
    OBJECTS.remove(key);
  }
}
