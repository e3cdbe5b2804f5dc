package eu.passage.jobs.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class LineReaderProperties {

  private static final String LONG = "x".repeat(LineReader.LONGEST);

  private Path file = Path.of("");

  @BeforeProperty
  void makeAFile() throws IOException {
    file = Files.createTempFile("lines", ".csv");
  }

  @AfterProperty
  void deleteIt() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 300)
  void howeverTheFileIsCutEveryLineComesOnce(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 40) int length)
      throws IOException {
    Files.writeString(file, text);
    List<String> whole = text.isEmpty() ? List.of() : text.lines().toList();

    List<String> parts = new ArrayList<>();
    for (long begin = 0; begin < Files.size(file); begin += length) {
      parts.addAll(read(begin, Math.min(Files.size(file), begin + length)));
    }

    assertThat(parts).isEqualTo(whole);
    assertThat(read(0, Files.size(file))).isEqualTo(whole);
  }

  @Example
  void aLineThatIsTooLongIsToldAndTheNextOneIsThereAgain() throws IOException {
    Files.writeString(file, "a\n" + LONG + "\n" + LONG.repeat(20) + "\nb\n" + LONG + LONG);

    assertThat(read(0, Files.size(file)))
        .containsExactly("a", LONG, "(too long)", "b", "(too long)");
    long cut = Files.size(file) / 2;
    assertThat(read(0, cut)).containsExactly("a", LONG, "(too long)");
    assertThat(read(cut, Files.size(file))).containsExactly("b", "(too long)");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> line = Arbitraries.strings().withChars("ab,\"é").ofMaxLength(20);
    return line.list()
        .ofMaxSize(12)
        .flatMap(
            lines ->
                Arbitraries.of("\n", "\r\n")
                    .flatMap(
                        end ->
                            Arbitraries.of("", end).map(last -> String.join(end, lines) + last)));
  }

  private List<String> read(long begin, long end) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(file, begin, end)) {
      while (reader.next()) {
        lines.add(
            reader.overlong()
                ? "(too long)"
                : new String(
                    reader.buffer(),
                    reader.lineStart(),
                    reader.lineEnd() - reader.lineStart(),
                    StandardCharsets.UTF_8));
      }
    }
    return lines;
  }
}
