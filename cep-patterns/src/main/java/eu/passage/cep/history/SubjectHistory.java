package eu.passage.cep.history;

import eu.passage.cep.facts.PassageFacts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one subject, a vehicle or vehicles together: its recent passages in {@link
 * PassageFacts#ORDER}, the days on which it was seen, what was told of it, and when to look at it
 * again. Nothing of any rule's progress: that is derived from the passages.
 *
 * <p>Passages that come late take the place their time gives them.
 */
public final class SubjectHistory {

  /** No time: nothing to wake for, nothing settled yet. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Most vehicles come once, and are remembered by their days long after their passage went. */
  private static final PassageFacts[] NONE = {};

  private PassageFacts[] passages;
  private int size;
  private final DayLog days;
  private final ToldLog told;
  private @Nullable Company company;
  private long wakeAt = NEVER;
  private long settledUntil = Long.MIN_VALUE;
  private long touchedHour;
  private long oldestAt = NEVER;

  public SubjectHistory() {
    this(NONE, 0, new DayLog(), new ToldLog());
  }

  SubjectHistory(PassageFacts[] passages, int size, DayLog days, ToldLog told) {
    this.passages = size == 0 ? NONE : passages;
    this.size = size;
    this.days = days;
    this.told = told;
    this.oldestAt = size == 0 ? NEVER : passages[0].at();
  }

  /** An independent copy; passages are immutable and shared. */
  public SubjectHistory copy() {
    SubjectHistory copy =
        new SubjectHistory(Arrays.copyOf(passages, size), size, days.copy(), told.copy());
    copy.company = company;
    copy.wakeAt = wakeAt;
    copy.settledUntil = settledUntil;
    copy.touchedHour = touchedHour;
    return copy;
  }

  public int size() {
    return size;
  }

  /**
   * @param place from 0, the oldest
   */
  public PassageFacts get(int place) {
    return passages[place];
  }

  /** Takes a passage to its place and says which that is. */
  public int add(PassageFacts passage) {
    int place = size;
    while (place > 0 && PassageFacts.ORDER.compare(passages[place - 1], passage) > 0) {
      place--;
    }
    if (size == passages.length) {
      passages = Arrays.copyOf(passages, size == 0 ? 1 : size + (size >> 1) + 2);
    }
    System.arraycopy(passages, place, passages, place + 1, size - place);
    passages[place] = passage;
    size++;
    if (place == 0) {
      oldestAt = passage.at();
    }
    return place;
  }

  /** Whether a passage at this camera is already here, nearer in time than this. */
  public boolean repeats(PassageFacts passage, long gapMillis) {
    for (int i = size - 1; i >= 0 && passages[i].at() > passage.at() - gapMillis; i--) {
      if (passages[i].camera() == passage.camera() && passages[i].at() < passage.at() + gapMillis) {
        return true;
      }
    }
    return false;
  }

  /** How many passages are older than this moment: the first ones. */
  public int before(long moment) {
    int n = 0;
    while (n < size && passages[n].at() < moment) {
      n++;
    }
    return n;
  }

  /** Forgets the oldest passages. */
  public void forget(int oldest) {
    if (oldest > 0 && oldest == size) {
      passages = NONE;
      size = 0;
      oldestAt = NEVER;
    } else if (oldest > 0) {
      System.arraycopy(passages, oldest, passages, 0, size - oldest);
      Arrays.fill(passages, size - oldest, size, null);
      size -= oldest;
      oldestAt = passages[0].at();
    }
  }

  /** The time of its oldest passage, or {@link #NEVER}. */
  public long oldestAt() {
    return oldestAt;
  }

  /** The days on which it was seen. */
  public DayLog days() {
    return days;
  }

  /** What people were told of it. */
  public ToldLog told() {
    return told;
  }

  /** The vehicles that are together; null for a single vehicle. */
  public @Nullable Company company() {
    return company;
  }

  public void company(Company vehicles) {
    company = vehicles;
  }

  /** When it has to be looked at again (event time), or {@link #NEVER}. */
  public long wakeAt() {
    return wakeAt;
  }

  public void wakeAt(long time) {
    wakeAt = time;
  }

  /** Up to when everything that needs exact order or an absence has been asked (event time). */
  public long settledUntil() {
    return settledUntil;
  }

  public void settledUntil(long time) {
    settledUntil = time;
  }

  /** When anything last came for it, by the machine's clock: hours since the epoch. */
  public long touchedHour() {
    return touchedHour;
  }

  public void touchedHour(long hour) {
    touchedHour = hour;
  }

  /** Whether nothing is worth keeping. */
  public boolean isEmpty() {
    return size == 0 && days.isEmpty() && told.isEmpty();
  }
}
