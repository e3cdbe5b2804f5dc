package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Frame;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioPainter;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.schemas.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {

  private static final Instant NOW = Instant.parse("2025-03-03T00:00:00Z");

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(7), ConfigFile.defaults().catalogue());
  private final Function<TrueFrame, byte[]> painter =
      frame -> frame.frameId().getBytes(StandardCharsets.UTF_8);

  @Test
  void everyFrameOfTheScenarioIsPublishedOnceInOrder() {
    List<Frame> frames = all(new ScenarioFrames(scenario, painter, false));
    assertThat(frames)
        .extracting(Frame::getFrameId)
        .containsExactlyElementsOf(scenario.frames().stream().map(TrueFrame::frameId).toList())
        .doesNotHaveDuplicates();
    assertThat(frames)
        .isSortedAccordingTo((a, b) -> a.getCapturedAt().compareTo(b.getCapturedAt()));
  }

  @Test
  void aPassageHasThreeToFiveFramesSomeHundredMillisecondsApart() {
    assertThat(scenario.passages()).allMatch(p -> p.frames() >= 3 && p.frames() <= 5);
    List<TrueFrame> frames = scenario.frames();
    assertThat(frames)
        .filteredOn(frame -> frame.index() > 0)
        .allMatch(
            frame ->
                frames.stream()
                    .anyMatch(
                        before ->
                            before.passage().equals(frame.passage())
                                && before.index() == frame.index() - 1
                                && before
                                    .capturedAt()
                                    .plus(TrueFrame.INTERVAL)
                                    .equals(frame.capturedAt())));
  }

  @Test
  void theHashOfEveryFrameIsThatOfItsPicture() {
    for (Frame frame : all(new ScenarioFrames(scenario, painter, true))) {
      byte[] picture = new byte[frame.getImage().getBytes().remaining()];
      frame.getImage().getBytes().duplicate().get(picture);
      assertThat(frame.getImage().getSha256()).isEqualTo(Ids.sha256Hex(picture));
    }
  }

  @Test
  void mishapsComeBetweenTheFramesAndReplaceNone() {
    Set<Frame> sound = new HashSet<>(all(new ScenarioFrames(scenario, painter, false)));
    List<Frame> frames = all(new ScenarioFrames(scenario, painter, true));
    List<Frame> mishaps = frames.stream().filter(frame -> !sound.contains(frame)).toList();
    assertThat(frames).containsAll(sound).hasSize(sound.size() + mishaps.size());
    assertThat(mishaps).extracting(Frame::getCameraId).contains("EST-99");
    assertThat(mishaps).extracting(Frame::getFrameId).doesNotHaveDuplicates();
    assertThat(mishaps).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void theSameFrameIsAlwaysTheSamePicture() {
    TrueFrame frame = scenario.frames().get(0);
    TrueFrame other = scenario.frames().get(40);
    ScenarioPainter once = new ScenarioPainter(7);
    byte[] picture = once.apply(frame);
    assertThat(once.apply(other)).isNotEqualTo(picture);
    assertThat(once.apply(frame)).isEqualTo(picture);
    assertThat(new ScenarioPainter(7).apply(frame)).isEqualTo(picture);
  }

  @Test
  void photographsComeInTheOrderOfTheirNamesAndOtherFilesDoNot(@TempDir Path folder)
      throws Exception {
    Files.write(folder.resolve("b.JPG"), new byte[] {1});
    Files.write(folder.resolve("a.png"), new byte[] {2});
    Files.write(folder.resolve("notes.txt"), new byte[] {3});
    Files.write(Files.createDirectory(folder.resolve("c")).resolve("d.jpeg"), new byte[] {4});
    DirectoryFrames frames = DirectoryFrames.of(folder, NOW);
    assertThat(frames.count()).isEqualTo(3);
    List<Frame> all = all(frames);
    assertThat(all)
        .extracting(f -> f.getImage().getBytes().get(0))
        .containsExactly((byte) 2, (byte) 1, (byte) 4);
    assertThat(all)
        .extracting(f -> f.getImage().getContentType())
        .containsExactly("image/png", "image/jpeg", "image/jpeg");
    assertThat(all).extracting(Frame::getCameraId).containsOnly("DIR");
    assertThat(all)
        .extracting(Frame::getCapturedAt)
        .containsExactly(NOW, NOW.plusMillis(500), NOW.plusMillis(1000));
  }

  @Test
  void aFolderWithoutPhotographsIsAnErrorThatNamesIt(@TempDir Path folder) {
    assertThatThrownBy(() -> DirectoryFrames.of(folder, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.toString());
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> DirectoryFrames.of(nowhere, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(nowhere.toString());
  }

  private static List<Frame> all(Iterator<Frame> frames) {
    List<Frame> all = new ArrayList<>();
    frames.forEachRemaining(all::add);
    return all;
  }
}
