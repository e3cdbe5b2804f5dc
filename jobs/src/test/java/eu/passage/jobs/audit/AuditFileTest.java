package eu.passage.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.AuditRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsExportedTwiceIsInTheFileOnce() throws IOException {
    List<AuditRecord> links = Links.mixed();
    Path file = exported(links.subList(0, 3));
    byte[] before = Files.readAllBytes(file);

    assertThat(export(file, links)).isEmpty();
    byte[] after = Files.readAllBytes(file);
    assertThat(export(file, links)).isEmpty();

    assertThat(Files.readAllBytes(file)).isEqualTo(after).startsWith(before);
    AuditFile.Content content = AuditFile.prove(file);
    assertThat(content.broken()).isEmpty();
    assertThat(content.lines()).isEqualTo(links.size());
    assertThat(content.chains().ends()).containsOnlyKeys("desk/1", "desk/2");
  }

  @Test
  void everyBitThatIsTurnedIsToldWithTheLineItStandsIn() throws IOException {
    Path file = exported(Links.chain("desk/1", 3));
    byte[] whole = Files.readAllBytes(file);
    int line = 1;
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] changed = whole.clone();
        changed[i] ^= (byte) (1 << bit);
        Files.write(file, changed);

        assertThat(AuditFile.prove(file).broken())
            .as("bit %d of byte %d", bit, i)
            .hasValueSatisfying(startsWith("line " + line + ": "));
      }
      line += whole[i] == '\n' ? 1 : 0;
    }
  }

  @Test
  void everyByteThatIsTakenOutPutInOrDoubledIsTold() throws IOException {
    Path file = exported(Links.chain("desk/1", 3));
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      assertBroken(file, i, i + 1, whole, "");
      assertBroken(file, i, i, whole, " ");
      assertBroken(file, i, i, whole, new String(whole, i, 1, StandardCharsets.ISO_8859_1));
    }
  }

  /** The bytes of a file with some of them replaced. */
  private static void assertBroken(Path file, int from, int to, byte[] whole, String by)
      throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(whole, 0, from);
    changed.writeBytes(by.getBytes(StandardCharsets.ISO_8859_1));
    changed.write(whole, to, whole.length - to);
    Files.write(file, changed.toByteArray());
    assertThat(AuditFile.prove(file).broken())
        .as("bytes %d to %d replaced by '%s'", from, to, by)
        .isPresent();
  }

  /** At a line's end it cannot: the seals that are left are those that were there. */
  @Test
  void anEndThatWasCutOffIsToldUnlessItWasCutBetweenTwoLinesThenTheNotedSealIsMissing()
      throws IOException {
    Path file = exported(Links.chain("desk/1", 3));
    byte[] whole = Files.readAllBytes(file);
    String noted = AuditFile.prove(file).seal();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      Set<String> seals = new HashSet<>();
      boolean atALinesEnd = length == 0 || whole[length - 1] == '\n';

      assertThat(AuditFile.prove(file, seals::add).broken().isEmpty())
          .as("cut after %d bytes", length)
          .isEqualTo(atALinesEnd);
      assertThat(seals).doesNotContain(noted);
    }
  }

  private static Consumer<String> startsWith(String start) {
    return text -> assertThat(text).startsWith(start);
  }

  @Test
  void theBreakIsToldWithItsLineAndItsChain() throws IOException {
    Path file = exported(Links.chain("desk/1", 3));
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("subject 1", "subject 7"));

    assertThat(AuditFile.prove(file).broken())
        .hasValueSatisfying(
            what ->
                assertThat(what)
                    .matches(
                        "line 2: chain desk/1, place 1: its hash is not that of what it says: it was"
                            + " changed \\(it bears [0-9a-f]{12}…, what it says gives"
                            + " [0-9a-f]{12}…\\)"));
  }

  @Test
  void aLineTakenOutMovedOrDoubledBreaksTheFileWereItAWholeChain() throws IOException {
    Path file = exported(Links.mixed());
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i + 1 < lines.size(); i++) {
      List<String> without = new ArrayList<>(lines);
      without.remove(i);
      assertBroken(file, without);
      List<String> moved = new ArrayList<>(without);
      moved.add(i + 1, lines.get(i));
      assertBroken(file, moved);
      List<String> doubled = new ArrayList<>(lines);
      doubled.add(i, lines.get(i));
      assertBroken(file, doubled);
    }
    assertBroken(file, lines.stream().filter(line -> !line.contains("desk/1")).toList());
  }

  private static void assertBroken(Path file, List<String> lines) throws IOException {
    Files.write(file, lines);
    assertThat(AuditFile.prove(file).broken()).as("%s", lines).isPresent();
  }

  @Test
  void anExportThatWasCutOffIsMendedByTheNext() throws IOException {
    List<AuditRecord> links = Links.mixed();
    Path file = exported(links);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 10));

    assertThat(AuditFile.prove(file).broken())
        .hasValueSatisfying(what -> assertThat(what).endsWith("it was cut off; export again"));
    assertThat(export(file, links)).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void nothingIsAppendedBehindABreak() throws IOException {
    Path file = exported(Links.chain("desk/1", 2));
    Files.writeString(file, "{}\n", StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file);

    assertThat(export(file, Links.chain("desk/1", 3)))
        .hasValueSatisfying(what -> assertThat(what).startsWith("line 3: "));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aTopicThatIsBrokenIsFollowedUpToItsBreak() throws IOException {
    List<AuditRecord> links = Links.chain("desk/1", 4);
    links.remove(2);
    Path file = folder.resolve("audit.jsonl");

    assertThat(export(file, links))
        .hasValue("chain desk/1, place 3: 1 link is missing before it: place 2 was expected here");
    assertThat(AuditFile.prove(file).lines()).isEqualTo(2);
    assertThat(AuditFile.prove(file).broken()).isEmpty();
  }

  @Test
  void aTopicThatLostAChainThatTheFileHoldsIsTold() throws IOException {
    Path file = exported(Links.mixed());

    assertThat(export(file, Links.chain("desk/2", 2)))
        .hasValueSatisfying(
            what ->
                assertThat(what).startsWith("chain desk/1, place 2: the file holds it and the"));
  }

  @Test
  void aTopicWithAnotherWholeChainOfTheSameNameIsTold() throws IOException {
    Path file = exported(Links.chain("desk/1", 3));
    List<AuditRecord> forged = Links.chain("desk/1", 3, "forged");

    assertThat(export(file, forged))
        .hasValue("chain desk/1, place 2: it is another link than the file's");
  }

  @Test
  void twoExportsAtOnceAreRefused() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    try (AuditExport first = AuditExport.to(file)) {
      assertThat(first.lines()).isZero();
      assertThatThrownBy(() -> AuditExport.to(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another export");
    }
  }

  @Test
  void textsOfEveryScriptComeBackAsTheyWere() throws IOException {
    Path file = exported(Links.chain("desk/1", 2, "Néchin \"Ω\" \\ \n 🚚 \u0000"));

    assertThat(AuditFile.prove(file).broken()).isEmpty();
    assertThat(Files.readString(file, StandardCharsets.UTF_8).lines()).hasSize(2);
  }

  private Path exported(List<AuditRecord> links) throws IOException {
    Path file = folder.resolve("audit.jsonl");
    assertThat(export(file, links)).isEmpty();
    return file;
  }

  private static Optional<String> export(Path file, List<AuditRecord> links) throws IOException {
    try (AuditExport export = AuditExport.to(file)) {
      for (AuditRecord link : links) {
        export.link(link);
      }
      return export.finish();
    }
  }
}
