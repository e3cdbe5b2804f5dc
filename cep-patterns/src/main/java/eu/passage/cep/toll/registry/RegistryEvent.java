package eu.passage.cep.toll.registry;

/** What happens at a vehicle registry and is worth counting. */
public enum RegistryEvent {
  /** An answer was still remembered. */
  REMEMBERED,
  /** The vehicle was being asked for already. */
  SHARED,
  /** The registry was asked. */
  ASKED,
  /** It knew the vehicle. */
  KNOWN,
  /** It did not know the vehicle. */
  NOT_KNOWN,
  /** It was asked and did not answer, or not in a way that can be used. */
  FAILED,
  /** It was not asked: too many were being asked for. */
  TOO_MANY,
  /** It was not asked: it had failed too often. */
  SPARED,
  /** It is asked no more for a while. */
  CLOSED_OFF,
  /** It is asked again. */
  OPENED_AGAIN,
  /** A file was read and is in use. */
  FILE_READ,
  /** A file was read and is not used: it has faults. */
  FILE_REFUSED
}
