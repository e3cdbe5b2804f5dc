package eu.passage.cep.toll;

import java.io.Serializable;

/** What a vehicle registry says when it is asked for a vehicle. */
public sealed interface RegistryAnswer extends Serializable {

  /** It knows the vehicle. */
  record Known(VehicleFacts facts) implements RegistryAnswer {}

  /** It does not know the vehicle; asking again soon is of no use. */
  record NotKnown() implements RegistryAnswer {}

  /** It did not answer; ask again later. */
  record NotAnswered() implements RegistryAnswer {}
}
