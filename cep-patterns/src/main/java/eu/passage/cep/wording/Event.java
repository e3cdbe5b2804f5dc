package eu.passage.cep.wording;

import eu.passage.schemas.cameras.Camera;
import java.util.Optional;

/**
 * One thing that happened before a camera: a vehicle passed it, or vehicles did so together.
 *
 * @param step the place of the rule's step that it matched
 * @param cameraCode its {@code NameCode}: also cameras that nobody knows can be told apart
 * @param camera empty when the catalogue does not have it
 * @param at when the first vehicle passed, milliseconds since the epoch
 * @param until when the last one did
 */
record Event(int step, int cameraCode, Optional<Camera> camera, Deed deed, long at, long until) {}
