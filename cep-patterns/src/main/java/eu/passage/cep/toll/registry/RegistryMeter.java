package eu.passage.cep.toll.registry;

/** Where the events of a vehicle registry are counted; called by many threads. */
@FunctionalInterface
public interface RegistryMeter {

  /** It happened once. */
  void count(RegistryEvent event);
}
