package eu.passage.recognition.bench;

/** There is no ONNX file of a net: which, and how one is made. */
public final class MissingOnnxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingOnnxException(String message) {
    super(message);
  }
}
