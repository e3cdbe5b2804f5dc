/**
 * Draws road frames: vehicles with their plates before the simulated cameras, as the demo's input
 * and as training data. A small software renderer, since a machine without a display, a GPU or a
 * font must draw the same pictures.
 *
 * <p>Vehicle coordinates, in metres: x forward with 0 at the front bumper, y left, z up from the
 * road. World coordinates, in metres: X right, Y along the road away from the camera, Z up; the
 * camera stands above (cameraX, 0). Pictures: x right, y down, in pixels.
 */
@NullMarked
package eu.passage.recognition.render;

import org.jspecify.annotations.NullMarked;
