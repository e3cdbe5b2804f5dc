package eu.passage.cep.watch;

/**
 * Another camera's read that speaks for a doubtful one.
 *
 * @param camera the other camera
 * @param surely whether it surely read the plate as listed; else both reads together are likelier
 *     of the plate listed than of what either read
 * @param later whether it came after the passage: by the time that it was known, the vehicle was no
 *     longer there
 */
public record Confirmation(String camera, boolean surely, boolean later) {}
