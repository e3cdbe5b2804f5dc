package eu.passage.jobs.evaluate;

import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.jobs.scenario.FrameMaker;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioPainter;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.jobs.scenario.TrueVehicle;
import eu.passage.recognition.Observations;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.evaluate.EvaluationSet;
import eu.passage.recognition.evaluate.Lab;
import eu.passage.recognition.evaluate.Result;
import eu.passage.recognition.evaluate.Row;
import eu.passage.recognition.evaluate.Target;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passages of five rendered frames, recognised and fused as the jobs do: by how much does fusion
 * lower the plate error of single frames? Each vehicle passes once. The frames are drawn under
 * harsh conditions, or too few would be misread to tell.
 */
final class RenderedPassages implements EvaluationSet {

  /** A seed that no test and no training uses. */
  private static final long SEED = 20_250_303;

  private static final int FRAMES = 5;
  private static final String SET = "rendered passages of 5 frames";

  private static final Target RATIO = Target.atMost(0.5, 0.2);

  private final CameraCatalogue cameras;
  private final int most;
  private final @Nullable ReadsFile reads;
  private final PassageFusion fusion = new PassageFusion();

  /**
   * @param most how many passages
   * @param reads where everything that was told is written too
   */
  RenderedPassages(CameraCatalogue cameras, int most, @Nullable ReadsFile reads) {
    this.cameras = cameras;
    this.most = most;
    this.reads = reads;
  }

  @Override
  public String name() {
    return "passages";
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Result measure(Lab lab) {
    PassageScore score = new PassageScore();
    int done = 0;
    for (long seed = SEED; done < most; seed++) {
      Scenario scenario = Scenario.of(ScenarioSettings.threeWeeks(seed), cameras);
      ScenarioPainter painter = ScenarioPainter.inHarshConditions(seed);
      for (TruePassage passage : oneOfEachVehicle(scenario.passages(), most - done)) {
        measure(passage.withFrames(FRAMES), scenario, painter, lab.recogniser(), score);
        done++;
        lab.tell(done, most);
      }
    }
    return new Result(
        List.of(row(score)),
        score.details(SET),
        score.mistakes(),
        Optional.of(score.reliability()));
  }

  private void measure(
      TruePassage passage,
      Scenario scenario,
      ScenarioPainter painter,
      Recogniser recogniser,
      PassageScore score) {
    List<Observation> observations = recognise(recogniser, scenario.framesOf(passage), painter);
    List<Passage> told = fusion.fuse(observations, cameras.find(passage.cameraId()).orElseThrow());
    score.add(passage, observations, told);
    if (reads != null) {
      told.forEach(one -> reads.add(passage.vehicle(), one));
    }
  }

  /** Commuters pass many times: one plate that is hard to read would count as often. */
  static List<TruePassage> oneOfEachVehicle(List<TruePassage> passages, int most) {
    Set<TrueVehicle> met = new HashSet<>();
    return passages.stream().filter(passage -> met.add(passage.vehicle())).limit(most).toList();
  }

  private static Row row(PassageScore score) {
    String value =
        String.format(
            Locale.ROOT,
            "%.1f %%; wrong: passages %s, frames %s",
            100 * score.errorRatio(),
            score.passages().misses(),
            score.frames().misses());
    String measure = "plate error as a share of the single frames'";
    return score.frames().misses().hits() == 0
        ? Row.notMeasured(SET, measure, "no frame was read wrongly: nothing to lower", RATIO)
        : new Row(SET, measure, value, Optional.of(score.errorRatio()), RATIO);
  }

  private static List<Observation> recognise(
      Recogniser recogniser, List<TrueFrame> frames, ScenarioPainter painter) {
    List<Frame> records = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    try {
      for (TrueFrame frame : frames) {
        byte[] jpeg = painter.apply(frame);
        records.add(FrameMaker.of(frame, jpeg));
        pictures.add(ImageLoader.decode(jpeg, ImageLimits.DEFAULT));
      }
      List<List<Sighting>> seen = recogniser.recognise(pictures);
      List<Observation> observations = new ArrayList<>();
      for (int i = 0; i < seen.size(); i++) {
        observations.addAll(
            Observations.of(
                records.get(i), pictures.get(i), seen.get(i), recogniser.modelVersion()));
      }
      return observations;
    } catch (ImageRefusedException e) {
      throw new IllegalStateException("a frame that was drawn here cannot be decoded", e);
    } finally {
      pictures.forEach(Picture::close);
    }
  }
}
