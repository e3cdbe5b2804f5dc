package eu.passage.recognition.image;

import eu.passage.avro.Box;

/**
 * A rectangle in pixels of a picture, the origin at the top left corner; it may reach beyond the
 * picture.
 */
public record Rect(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centreX() {
    return x + width / 2;
  }

  public double centreY() {
    return y + height / 2;
  }

  public double area() {
    return width * height;
  }

  /** The area that both cover. */
  public double intersection(Rect other) {
    double w = Math.min(right(), other.right()) - Math.max(x, other.x);
    double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return w <= 0 || h <= 0 ? 0 : w * h;
  }

  /** Intersection over union, 0 to 1. */
  public double iou(Rect other) {
    double common = intersection(other);
    return common == 0 ? 0 : common / (area() + other.area() - common);
  }

  /** Wider by a share of the width on the left and on the right, higher likewise. */
  public Rect widened(double shareOfWidth, double shareOfHeight) {
    double dx = width * shareOfWidth;
    double dy = height * shareOfHeight;
    return new Rect(x - dx, y - dy, width + 2 * dx, height + 2 * dy);
  }

  /** The part inside a picture of this size; empty (width or height 0) when there is none. */
  public Rect clippedTo(int pictureWidth, int pictureHeight) {
    double left = Math.min(Math.max(x, 0), pictureWidth);
    double top = Math.min(Math.max(y, 0), pictureHeight);
    double w = Math.min(Math.max(right(), left), pictureWidth) - left;
    double h = Math.min(Math.max(bottom(), top), pictureHeight) - top;
    return new Rect(left, top, w, h);
  }

  /** The same in whole pixels, as records carry it. */
  public Box toBox() {
    int left = (int) Math.round(x);
    int top = (int) Math.round(y);
    return new Box(left, top, (int) Math.round(right()) - left, (int) Math.round(bottom()) - top);
  }
}
