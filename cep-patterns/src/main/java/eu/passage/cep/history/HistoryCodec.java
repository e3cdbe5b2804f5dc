package eu.passage.cep.history;

import eu.passage.cep.facts.PassageFacts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link SubjectHistory} in few bytes. Times are differences; of a passage only what differs from
 * the one before it is written, behind a byte that says what that is. Numbers are LEB128 varints.
 * The first byte is the format's version.
 */
public final class HistoryCodec {

  private static final int VERSION = 1;

  /** More of anything than this is no history but damage: it is refused, not allocated. */
  private static final int MOST = 1 << 20;

  private static final int LAST_SHIFT = 63;

  private static final int PLATE = 1;
  private static final int CAMERA = 2;
  private static final int MAKE = 4;
  private static final int MODEL = 8;
  private static final int BITS = 16;

  private HistoryCodec() {}

  public static void write(SubjectHistory history, DataOutput out) throws IOException {
    out.writeByte(VERSION);
    Company company = history.company();
    varint(company == null ? 0 : company.vehicles(), out);
    if (company != null) {
      varint(company.gapMillis(), out);
    }
    varint(history.size(), out);
    long last = 0;
    PassageFacts before = null;
    for (int i = 0; i < history.size(); i++) {
      PassageFacts passage = history.get(i);
      varint(passage.at() - last, out);
      write(passage, before, out);
      last = passage.at();
      before = passage;
    }
    writeTime(history.wakeAt(), SubjectHistory.NEVER, last, out);
    writeTime(history.settledUntil(), Long.MIN_VALUE, last, out);
    varint(history.touchedHour(), out);
    write(history.days(), out);
    write(history.told(), last, out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException also when the bytes are of a later version, cut off or damaged
   */
  public static SubjectHistory read(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException("a history of version " + version + "; this build reads " + VERSION);
    }
    int vehicles = (int) varint(in);
    Company company = vehicles == 0 ? null : new Company(vehicles, (int) varint(in));
    int size = size(in);
    PassageFacts[] passages = new PassageFacts[size + 1];
    long last = 0;
    PassageFacts before = null;
    for (int i = 0; i < size; i++) {
      last += varint(in);
      before = read(last, before, in);
      passages[i] = before;
    }
    long wakeAt = readTime(SubjectHistory.NEVER, last, in);
    long settledUntil = readTime(Long.MIN_VALUE, last, in);
    long touchedHour = varint(in);
    DayLog days = readDays(in);
    SubjectHistory history = new SubjectHistory(passages, size, days, readTold(last, in));
    if (company != null) {
      history.company(company);
    }
    history.wakeAt(wakeAt);
    history.settledUntil(settledUntil);
    history.touchedHour(touchedHour);
    return history;
  }

  private static void write(
      PassageFacts passage, @org.jspecify.annotations.Nullable PassageFacts before, DataOutput out)
      throws IOException {
    int differs =
        before == null
            ? PLATE
                | CAMERA
                | BITS
                | (passage.make() == 0 ? 0 : MAKE)
                | (passage.model() == 0 ? 0 : MODEL)
            : (passage.plate() == before.plate() ? 0 : PLATE)
                | (passage.camera() == before.camera() ? 0 : CAMERA)
                | (passage.make() == before.make() ? 0 : MAKE)
                | (passage.model() == before.model() ? 0 : MODEL)
                | (passage.bits() == before.bits() ? 0 : BITS);
    out.writeByte(differs);
    if ((differs & PLATE) != 0) {
      varint(passage.plate(), out);
    }
    if ((differs & CAMERA) != 0) {
      out.writeInt(passage.camera());
    }
    if ((differs & MAKE) != 0) {
      out.writeInt(passage.make());
    }
    if ((differs & MODEL) != 0) {
      out.writeInt(passage.model());
    }
    if ((differs & BITS) != 0) {
      varint(before == null ? passage.bits() : passage.bits() ^ before.bits(), out);
    }
  }

  private static PassageFacts read(
      long at, @org.jspecify.annotations.Nullable PassageFacts before, DataInput in)
      throws IOException {
    int differs = in.readUnsignedByte();
    long plate = (differs & PLATE) != 0 || before == null ? varint(in) : before.plate();
    int camera = (differs & CAMERA) != 0 || before == null ? in.readInt() : before.camera();
    int make = (differs & MAKE) != 0 ? in.readInt() : before == null ? 0 : before.make();
    int model = (differs & MODEL) != 0 ? in.readInt() : before == null ? 0 : before.model();
    long bits = before == null ? 0 : before.bits();
    if ((differs & BITS) != 0) {
      bits ^= varint(in);
    }
    return PassageFacts.ofParts(at, plate, camera, make, model, bits);
  }

  private static void write(DayLog days, DataOutput out) throws IOException {
    varint(days.size(), out);
    int last = 0;
    for (int i = 0; i < days.size(); i++) {
      varint(days.day(i) - last, out);
      int hours = days.hours(i);
      out.writeByte(hours >>> 16);
      out.writeShort(hours);
      last = days.day(i);
    }
  }

  private static DayLog readDays(DataInput in) throws IOException {
    int size = size(in);
    long[] entries = new long[size];
    long day = 0;
    for (int i = 0; i < size; i++) {
      day += varint(in);
      int hours = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      entries[i] = day << DayLog.HOURS | hours;
    }
    return new DayLog(entries);
  }

  private static void write(ToldLog told, long last, DataOutput out) throws IOException {
    varint(told.size(), out);
    for (int i = 0; i < told.size(); i++) {
      out.writeInt(told.rule(i));
      varint(zigzag(told.time(i) - last), out);
    }
  }

  private static ToldLog readTold(long last, DataInput in) throws IOException {
    int size = size(in);
    int[] rules = new int[size];
    long[] times = new long[size];
    for (int i = 0; i < size; i++) {
      rules[i] = in.readInt();
      times[i] = unzigzag(varint(in)) + last;
    }
    return new ToldLog(rules, times, size);
  }

  /**
   * A time near the last passage, or none: 0 for none. From before 1970 to the end of all days is
   * further than a long reaches: hence never from before 1970.
   */
  private static void writeTime(long time, long none, long last, DataOutput out)
      throws IOException {
    varint(time == none ? 0 : zigzag(time - Math.max(0, last)) + 1, out);
  }

  private static long readTime(long none, long last, DataInput in) throws IOException {
    long written = varint(in);
    return written == 0 ? none : unzigzag(written - 1) + Math.max(0, last);
  }

  private static long zigzag(long n) {
    return n << 1 ^ n >> 63;
  }

  private static long unzigzag(long n) {
    return n >>> 1 ^ -(n & 1);
  }

  private static void varint(long value, DataOutput out) throws IOException {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.writeByte((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long varint(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      long next = in.readUnsignedByte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a damaged history: a number of more than 64 bits");
  }

  private static int size(DataInput in) throws IOException {
    long size = varint(in);
    if (size < 0 || size > MOST) {
      throw new IOException("a damaged history: it says that it holds " + size + " entries");
    }
    return (int) size;
  }
}
