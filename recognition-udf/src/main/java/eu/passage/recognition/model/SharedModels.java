package eu.passage.recognition.model;

import java.util.HashMap;
import java.util.Map;

/**
 * The models of this JVM, loaded once for all who use them and unloaded after the last. A lease is
 * closed by the thread that runs the nets, after its last run: to unload a model while a batch is
 * inside it ends the VM.
 */
public final class SharedModels {

  private static final Map<ModelSource, Shared> LOADED = new HashMap<>();

  private SharedModels() {}

  /** A share in loaded models; to close it twice counts once. */
  public static final class Lease implements AutoCloseable {

    private final ModelSource source;
    private final ModelSet models;
    private boolean open = true;

    private Lease(ModelSource source, ModelSet models) {
      this.source = source;
      this.models = models;
    }

    /** The models, usable until this lease is closed. */
    public ModelSet models() {
      return models;
    }

    @Override
    public void close() {
      synchronized (LOADED) {
        if (open) {
          open = false;
          release(source);
        }
      }
    }
  }

  private static final class Shared {
    private final ModelSet models;
    private int users;

    private Shared(ModelSet models) {
      this.models = models;
    }
  }

  /**
   * The models of a source, loaded by the first who asks.
   *
   * @throws ModelException when they cannot be loaded; the next who asks tries again
   */
  public static Lease acquire(ModelSource source) {
    synchronized (LOADED) {
      Shared shared = LOADED.computeIfAbsent(source, s -> new Shared(ModelSet.load(s)));
      shared.users++;
      return new Lease(source, shared.models);
    }
  }

  /** How many users the models of a source have now. */
  static int users(ModelSource source) {
    synchronized (LOADED) {
      Shared shared = LOADED.get(source);
      return shared == null ? 0 : shared.users;
    }
  }

  private static void release(ModelSource source) {
    Shared shared = LOADED.get(source);
    if (shared != null && --shared.users == 0) {
      LOADED.remove(source);
      shared.models.close();
    }
  }
}
