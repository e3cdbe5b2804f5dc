package eu.passage.cep.wording;

import eu.passage.avro.VehicleType;

/**
 * Who did it: one vehicle of a type, or several.
 *
 * @param type of one vehicle; of several it is not said again
 */
record Subject(VehicleType type, boolean several) {}
