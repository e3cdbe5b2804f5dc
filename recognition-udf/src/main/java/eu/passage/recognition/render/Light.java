package eu.passage.recognition.render;

/**
 * The light a scene stands in.
 *
 * @param ambient strength of the sky's light
 * @param direct strength of the sun's light
 * @param sun direction to the sun in world coordinates, length 1
 * @param sky brightness of the sky as mirrored by paint and glass, 0 to 255
 * @param retro light that comes from the camera itself and returns from plates
 * @param tint red, green and blue share of the light
 * @param infrared whether the camera sees infra-red only, in grey
 */
record Light(
    double ambient,
    double direct,
    double[] sun,
    double sky,
    double retro,
    double[] tint,
    boolean infrared) {}
