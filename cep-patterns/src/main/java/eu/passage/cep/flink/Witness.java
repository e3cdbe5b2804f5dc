package eu.passage.cep.flink;

import eu.passage.cep.facts.PassageFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage and, where it is kept, its whole record.
 *
 * @param record Avro; empty where it is not kept
 */
public record Witness(PassageFacts facts, byte[] record) {

  /** No record. */
  static final byte[] NO_RECORD = {};

  static void write(PassageFacts facts, DataOutput out) throws IOException {
    out.writeLong(facts.at());
    out.writeLong(facts.plate());
    out.writeInt(facts.camera());
    out.writeInt(facts.make());
    out.writeInt(facts.model());
    out.writeLong(facts.bits());
  }

  static PassageFacts readFacts(DataInput in) throws IOException {
    return PassageFacts.ofParts(
        in.readLong(), in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readLong());
  }

  static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == 0) {
      return NO_RECORD;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  static void write(List<Witness> witnesses, DataOutput out) throws IOException {
    out.writeByte(witnesses.size());
    for (Witness witness : witnesses) {
      write(witness.facts, out);
      writeBytes(witness.record, out);
    }
  }

  static List<Witness> readList(DataInput in) throws IOException {
    int size = in.readUnsignedByte();
    List<Witness> witnesses = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      witnesses.add(new Witness(readFacts(in), readBytes(in)));
    }
    return witnesses;
  }

  /** Several in one piece, as state keeps them. */
  static byte[] pack(List<Witness> witnesses) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(witnesses, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static List<Witness> unpack(byte[] packed) {
    try {
      return readList(new DataInputStream(new ByteArrayInputStream(packed)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
