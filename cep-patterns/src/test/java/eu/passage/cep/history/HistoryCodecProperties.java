package eu.passage.cep.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HistoryCodecProperties {

  /** Not every number is one: those of UNKNOWN are. */
  private static final long TYPE_AND_COLOUR = 0x1ffL << 30;

  private static final long MORNING = Instant.parse("2026-03-10T07:00:00Z").toEpochMilli();

  @Property(tries = 300)
  void whatIsReadIsWhatWasWritten(@ForAll("histories") SubjectHistory history) throws IOException {
    byte[] bytes = write(history);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));

    assertThat(content(HistoryCodec.read(in))).isEqualTo(content(history));
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void theEndOfAllDaysIsKeptAlsoAfterAPassageFromBefore1970() throws IOException {
    SubjectHistory history = new SubjectHistory();
    history.add(new PassageFacts.Builder(-2, "X-1").plate("1ABC234", "BE").build());
    history.wakeAt(
        Long.MAX_VALUE - 1); // just so far from the passage that it would be written as none

    assertThat(read(write(history)).wakeAt()).isEqualTo(Long.MAX_VALUE - 1);
  }

  @Property(tries = 100)
  void aCopyHoldsTheSameAndLivesOnItsOwn(@ForAll("histories") SubjectHistory history) {
    List<Object> before = content(history);
    SubjectHistory copy = history.copy();
    assertThat(content(copy)).isEqualTo(before);

    change(copy);
    assertThat(content(history)).isEqualTo(before);
    List<Object> changed = content(copy);
    change(history);
    history.told().add(1, 1);
    assertThat(content(copy)).isEqualTo(changed);
  }

  private static void change(SubjectHistory history) {
    history.forget(history.size() / 2);
    history.add(new PassageFacts.Builder(MORNING, "X-1").plate("NEW", "FR").build());
    history.days().add(20_000, 3);
    history.days().forgetBefore(19_000);
    history.told().forgetBefore(MORNING);
    history.told().add(7, MORNING);
    history.company(new Company(3, 99));
    history.wakeAt(1);
    history.touchedHour(497_000);
    history.settledUntil(2);
  }

  @Property(tries = 50)
  void bytesThatAreCutOffAreAnError(@ForAll("histories") SubjectHistory history)
      throws IOException {
    byte[] bytes = write(history);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }
  }

  /** Whatever stands there: an error or some history, soon and in little memory. */
  @Property(tries = 300)
  void damagedBytesAreAnErrorOrSomeHistory(
      @ForAll("histories") SubjectHistory history, @ForAll byte damage, @ForAll("places") int place)
      throws IOException {
    byte[] bytes = write(history);
    bytes[place % bytes.length] = damage;
    try {
      assertThat(read(bytes).size()).isLessThanOrEqualTo(bytes.length);
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }

  @Test
  void aSizeThatNoHistoryHasIsRefused() {
    byte[] twoBillion = {1, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7};
    assertThatThrownBy(() -> read(twoBillion))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds 2147483647 entries");

    byte[] endless = new byte[64];
    Arrays.fill(endless, (byte) 0xff);
    endless[0] = 1;
    assertThatThrownBy(() -> read(endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 64 bits");
  }

  @Test
  void aLaterVersionIsRefused() {
    assertThatThrownBy(() -> read(new byte[] {2, 0, 0}))
        .isInstanceOf(IOException.class)
        .hasMessage("a history of version 2; this build reads 1");
  }

  /** As platform.md measured the prototype: about 33 bytes with three or four passages. */
  @Test
  void aTypicalVehicleTakesFewBytes() throws IOException {
    SubjectHistory commuter = new SubjectHistory();
    String[] cameras = {"EST-1", "E19-4", "E19-4", "EST-1"};
    for (int i = 0; i < cameras.length; i++) {
      PassageFacts.Builder passage =
          new PassageFacts.Builder(MORNING + i * 4_123_457L, cameras[i])
              .plate("1ABC234", "BE")
              .confidence(0.97)
              .type(VehicleType.CAR);
      commuter.add(
          cameras[i].equals("EST-1") ? passage.crossing("FR", "BE").build() : passage.build());
    }
    commuter.days().add(20_522, 8);
    commuter.wakeAt(MORNING + 50_000_000);
    commuter.settledUntil(MORNING + 12_000_000);

    assertThat(write(commuter).length).isBetween(40, 80);
    int fourPassages = write(commuter).length;
    commuter.told().add(NameCode.of("night-dash"), MORNING + 4_123_457L);
    assertThat(write(commuter).length - fourPassages).isLessThanOrEqualTo(8);
    assertThat(write(new SubjectHistory())).hasSize(8);
  }

  /** Each passage of a bus costs its time and what has changed. */
  @Test
  void aBusThatPassesOftenTakesFewBytesForEachPassage() throws IOException {
    SubjectHistory bus = new SubjectHistory();
    for (int i = 0; i < 512; i++) {
      bus.add(
          new PassageFacts.Builder(MORNING + i * 425_123L, i % 2 == 0 ? "EST-1" : "EST-2")
              .plate("1ABC234", "BE")
              .type(VehicleType.BUS)
              .build());
    }

    assertThat(write(bus).length).isLessThan(512 * 10);
  }

  private static List<Object> content(SubjectHistory history) {
    List<Object> content = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      content.add(history.get(i));
    }
    for (int i = 0; i < history.days().size(); i++) {
      content.add(history.days().day(i) + ":" + history.days().hours(i));
    }
    for (int i = 0; i < history.told().size(); i++) {
      content.add(history.told().rule(i) + " told " + history.told().time(i));
    }
    content.add(Objects.toString(history.company()));
    content.add(history.wakeAt());
    content.add(history.settledUntil());
    return content;
  }

  private static byte[] write(SubjectHistory history) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistoryCodec.write(history, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static SubjectHistory read(byte[] bytes) throws IOException {
    return HistoryCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** A day's entry, or an alert: what it is about and when. */
  private record Entry(int what, int hour, long at) {}

  @Provide
  Arbitrary<SubjectHistory> histories() {
    Arbitrary<Entry> entries =
        Combinators.combine(Arbitraries.integers(), Arbitraries.integers().between(0, 23), times())
            .as(Entry::new);
    return Combinators.combine(
            passages().list().ofMaxSize(12),
            entries.list().ofMaxSize(6),
            entries.list().ofMaxSize(6),
            times().injectNull(0.3),
            times().injectNull(0.3),
            companies().injectNull(0.7))
        .as(HistoryCodecProperties::history);
  }

  private static SubjectHistory history(
      List<PassageFacts> passages,
      List<Entry> days,
      List<Entry> told,
      Long wakeAt,
      Long settledUntil,
      Company company) {
    SubjectHistory history = new SubjectHistory();
    passages.forEach(history::add);
    days.forEach(day -> history.days().add(day.what % 100_000, day.hour));
    told.forEach(alert -> history.told().add(alert.what, alert.at));
    history.wakeAt(wakeAt == null ? SubjectHistory.NEVER : wakeAt);
    history.settledUntil(settledUntil == null ? Long.MIN_VALUE : settledUntil);
    if (company != null) {
      history.company(company);
    }
    return history;
  }

  private static Arbitrary<PassageFacts> passages() {
    return Combinators.combine(
            moments(),
            Arbitraries.of("1ABC234", "ÜÜÜÜÜÜÜÜÜÜÜÜ", "").map(PlateCode::of),
            Arbitraries.integers(),
            Arbitraries.of(0, 0, 1, -1),
            Arbitraries.of(0, 0, 7, Integer.MIN_VALUE),
            Arbitraries.longs().map(bits -> bits & ~TYPE_AND_COLOUR))
        .as(PassageFacts::ofParts);
  }

  private static Arbitrary<Company> companies() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 4), Arbitraries.integers().greaterOrEqual(1))
        .as(Company::new);
  }

  /** From before 1970 to the end of all days, as the end of bounded input is. */
  private static Arbitrary<Long> times() {
    return Arbitraries.oneOf(
        moments(), Arbitraries.of(0L, MORNING, Long.MAX_VALUE - 1, Long.MAX_VALUE - 60_000));
  }

  private static Arbitrary<Long> moments() {
    return Arbitraries.longs().between(-1_000_000, 4_000_000_000_000L);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 1000);
  }
}
