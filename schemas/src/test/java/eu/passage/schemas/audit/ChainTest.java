package eu.passage.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.schemas.audit.ChainBreak.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Instant NOON = Instant.parse("2026-03-11T11:00:00.123Z");
  private static final int FIELDS = AuditRecord.getClassSchema().getFields().size();

  /** Chains outlive versions of Passage: this one must never change. */
  @Test
  void aLinkHasTheSameHashInEveryVersionOfPassage() {
    AuditRecord link = ChainEnd.start("desk/1").link(entry("police-be", "W-1", "ééé"));

    assertThat(link.getHash())
        .isEqualTo("1538b99ecaab03eae70eacdf32dfb2444e8401f5f44220b50aab8497dd2db298");
    assertThat(link.getBefore()).isEqualTo("0".repeat(64));
  }

  @Test
  void aDeedOfNobodyOrToNothingIsRefused() {
    assertThatThrownBy(() -> entry(" ", "W-1", "")).hasMessageContaining("needs an actor");
    assertThatThrownBy(() -> entry("police-be", "", "")).hasMessageContaining("and a subject");
  }

  @Test
  void whatIsWrongIsSaidWithChainAndPlace() {
    List<AuditRecord> chain = chain("desk/1", List.of("a", "b", "c", "d"));

    assertThat(first(List.of(chain.get(0), chain.get(3))))
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.GAP);
              assertThat(found)
                  .hasToString(
                      "chain desk/1, place 3: 2 links are missing before it: place 1 was expected here");
            });
    assertThat(first(List.of(chain.get(0), chain.get(0))))
        .map(ChainBreak::kind)
        .hasValue(Kind.ORDER);
    chain.get(2).setNote("changed");
    assertThat(first(chain))
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.HASH);
              assertThat(found.place()).isEqualTo(2);
            });
  }

  @Test
  void aLinkThatWasForgedWithItsOwnHashRightBreaksAtTheLinkBehindIt() {
    List<AuditRecord> chain = chain("desk/1", List.of("a", "b", "c"));
    chain.set(1, ChainEnd.after(chain.get(0)).link(entry("police-be", "forged", "")));

    assertThat(first(chain))
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.BEFORE);
              assertThat(found.place()).isEqualTo(2);
            });
  }

  @Property
  void chainsThatNobodyTouchedAreWholeHoweverTheyAreMixed(
      @ForAll("subjects") List<String> one, @ForAll("subjects") List<String> other) {
    List<AuditRecord> mixed = new ArrayList<>();
    List<AuditRecord> first = chain("one", one);
    List<AuditRecord> second = chain("other", other);
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      first.stream().skip(i).limit(1).forEach(mixed::add);
      second.stream().skip(i).limit(1).forEach(mixed::add);
    }
    ChainVerifier verifier = new ChainVerifier();

    assertThat(mixed).allSatisfy(link -> assertThat(verifier.check(link)).isEmpty());
    assertThat(verifier.ends().get("one").next()).isEqualTo(one.size());
    assertThat(verifier.ends().get("other").next()).isEqualTo(other.size());
  }

  @Property
  void everyFieldOfEveryLinkIsProtected(
      @ForAll("subjects") @Size(min = 2) List<String> subjects,
      @ForAll @IntRange(max = 1000) int at,
      @ForAll @IntRange(max = 1000) int field) {
    List<AuditRecord> chain = chain("desk/1", subjects);
    change(chain.get(at % chain.size()), field % FIELDS);

    assertThat(first(chain)).isPresent();
  }

  @Property
  void aLinkTakenOutBeforeTheLastIsFound(
      @ForAll("subjects") @Size(min = 2) List<String> subjects,
      @ForAll @IntRange(max = 1000) int at) {
    List<AuditRecord> chain = chain("desk/1", subjects);
    chain.remove(at % (chain.size() - 1));

    assertThat(first(chain)).isPresent();
  }

  @Property
  void twoLinksThatChangedPlacesAreFound(
      @ForAll("subjects") @Size(min = 2) List<String> subjects,
      @ForAll @IntRange(max = 1000) int a,
      @ForAll @IntRange(min = 1, max = 1000) int distance) {
    List<AuditRecord> chain = chain("desk/1", subjects);
    int one = a % chain.size();
    int other = (one + 1 + distance % (chain.size() - 1)) % chain.size();
    Collections.swap(chain, one, other);

    assertThat(first(chain)).isPresent();
  }

  @Property
  void aLinkThatComesTwiceIsFound(
      @ForAll("subjects") @Size(min = 1) List<String> subjects,
      @ForAll @IntRange(max = 1000) int at,
      @ForAll @IntRange(max = 1000) int to) {
    List<AuditRecord> chain = chain("desk/1", subjects);
    AuditRecord again = chain.get(at % chain.size());
    chain.add(to % (chain.size() + 1), again);

    assertThat(first(chain)).isPresent();
  }

  @Property
  void moreAtTheEndOfOneTextAndLessAtTheStartOfTheNextIsAnotherLink(
      @ForAll String a, @ForAll String b) {
    AuditEntry left = new AuditEntry(NOON, "x", Deed.OTHER, "s", a + b, "", "", "", "");
    AuditEntry right = new AuditEntry(NOON, "x", Deed.OTHER, "s", a, b, "", "", "");

    if (!b.isEmpty()) {
      assertThat(ChainEnd.start("c").link(left).getHash())
          .isNotEqualTo(ChainEnd.start("c").link(right).getHash());
    }
  }

  @Provide
  static Arbitrary<List<String>> subjects() {
    return Combinators.combine(
            Arbitraries.strings().ofMinLength(0).ofMaxLength(6), Arbitraries.just("s"))
        .as((text, start) -> start + text)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static Optional<ChainBreak> first(List<AuditRecord> links) {
    ChainVerifier verifier = new ChainVerifier();
    return links.stream().map(verifier::check).flatMap(Optional::stream).findFirst();
  }

  private static List<AuditRecord> chain(String name, List<String> subjects) {
    List<AuditRecord> links = new ArrayList<>();
    ChainEnd end = ChainEnd.start(name);
    for (String subject : subjects) {
      AuditRecord link = end.link(entry("police-be", subject, "note"));
      links.add(link);
      end = ChainEnd.after(link);
    }
    return links;
  }

  private static AuditEntry entry(String actor, String subject, String note) {
    return new AuditEntry(
        NOON, actor, Deed.CONSULTED, subject, "judicial", "2026/117", "art. 44", "", note);
  }

  private static void change(AuditRecord link, int field) {
    Schema.Field changed = AuditRecord.getClassSchema().getFields().get(field);
    Object value = link.get(field);
    link.put(
        field,
        switch (changed.name()) {
          case "place" -> link.getPlace() + 1;
          case "at" -> link.getAt().plusMillis(1);
          case "deed" -> Deed.OTHER;
          default -> value + "x";
        });
  }
}
