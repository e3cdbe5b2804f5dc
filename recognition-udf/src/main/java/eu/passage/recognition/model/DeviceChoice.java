package eu.passage.recognition.model;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Where the nets run. */
public enum DeviceChoice {
  /** On the first GPU that the engine sees, else on the CPU. */
  AUTO,
  /** On the CPU, one thread for each user. */
  CPU,
  /** On the first GPU; an error where the engine sees none. */
  GPU;

  /**
   * @throws ModelException when a GPU is asked for and the engine sees none
   */
  Device device(Engine engine) {
    boolean gpu = this != CPU && engine.getGpuCount() > 0;
    if (this == GPU && !gpu) {
      throw new ModelException(
          "the models shall run on a GPU, but %s %s sees none: is a driver installed, and the engine's native library for CUDA (ai.djl.pytorch:pytorch-native-cu…) on the class path instead of the one for the CPU?"
              .formatted(engine.getEngineName(), engine.getVersion()));
    }
    return gpu ? Device.gpu() : Device.cpu();
  }
}
