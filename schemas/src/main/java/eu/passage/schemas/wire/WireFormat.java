package eu.passage.schemas.wire;

import eu.passage.schemas.wire.WireException.Reason;

/** The five bytes in front of every record: a zero byte, then the schema id, big-endian. */
final class WireFormat {

  static final int HEADER_BYTES = 5;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  static void writeHeader(int schemaId, byte[] target) {
    target[0] = MAGIC;
    target[1] = (byte) (schemaId >>> 24);
    target[2] = (byte) (schemaId >>> 16);
    target[3] = (byte) (schemaId >>> 8);
    target[4] = (byte) schemaId;
  }

  static int readSchemaId(byte[] message) throws WireException {
    if (message.length < HEADER_BYTES) {
      throw new WireException(
          Reason.NOT_WIRE_FORMAT,
          "not in the wire format: "
              + message.length
              + " bytes, at least "
              + HEADER_BYTES
              + " are needed (a zero byte and a four-byte schema id)");
    }
    if (message[0] != MAGIC) {
      throw new WireException(
          Reason.NOT_WIRE_FORMAT,
          String.format("not in the wire format: first byte is 0x%02x, not 0x00", message[0]));
    }
    return (message[1] & 0xff) << 24
        | (message[2] & 0xff) << 16
        | (message[3] & 0xff) << 8
        | (message[4] & 0xff);
  }
}
