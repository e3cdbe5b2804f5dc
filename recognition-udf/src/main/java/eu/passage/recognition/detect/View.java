package eu.passage.recognition.detect;

import eu.passage.recognition.image.Rect;

/**
 * A part of a picture as it lies in the detector's input.
 *
 * @param picture its number in the batch
 * @param part in whole pixels of the picture, inside it
 * @param fit how the part lies in the input
 */
record View(int picture, Rect part, Letterbox fit) {

  /** A box this near to a cut, in input pixels, is taken for cut by it. */
  private static final double NEAR_CUT = 2;

  static View of(int picture, Rect part, int inputWidth, int inputHeight) {
    return new View(
        picture,
        part,
        Letterbox.fit((int) part.width(), (int) part.height(), inputWidth, inputHeight));
  }

  /** From input pixels to pixels of the picture. */
  Rect toPicture(Rect box) {
    Rect inPart = fit.toPicture(box);
    return new Rect(inPart.x() + part.x(), inPart.y() + part.y(), inPart.width(), inPart.height());
  }

  /** Whether the part's edge, where it is not the picture's own, cuts through the box. */
  boolean cuts(Rect box, Rect bounds) {
    double near = NEAR_CUT / fit.scale();
    return (part.x() > bounds.x() && box.x() < part.x() + near)
        || (part.y() > bounds.y() && box.y() < part.y() + near)
        || (part.right() < bounds.right() && box.right() > part.right() - near)
        || (part.bottom() < bounds.bottom() && box.bottom() > part.bottom() - near);
  }
}
