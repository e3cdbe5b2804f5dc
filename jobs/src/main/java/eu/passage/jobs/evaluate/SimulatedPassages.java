package eu.passage.jobs.evaluate;

import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.fusion.PassageAssembly;
import eu.passage.cep.fusion.Track;
import eu.passage.cep.fusion.TrackAssignment;
import eu.passage.jobs.demo.FrameMaker;
import eu.passage.jobs.demo.ScenarioPainter;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.recognition.Observations;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws passages, recognises their frames and fuses them as the detection job does: how many are
 * told as one passage with the right plate?
 */
final class SimulatedPassages {

  private static final FusionSettings FUSION = FusionSettings.DEFAULT;

  /** The watermark before everything: nothing in a scenario is late. */
  private static final long NO_WATERMARK = Long.MIN_VALUE / 2;

  private final Recogniser recogniser;
  private final CameraCatalogue cameras;
  private final PassageAssembly assembly = new PassageAssembly(FUSION);

  SimulatedPassages(Recogniser recogniser, CameraCatalogue cameras) {
    this.recogniser = recogniser;
    this.cameras = cameras;
  }

  /**
   * The first passages of a scenario.
   *
   * @param most how many
   */
  SimulatedFigures run(Scenario scenario, int most) {
    ScenarioPainter painter = new ScenarioPainter(scenario.seed());
    SimulatedFigures figures = SimulatedFigures.NONE;
    for (TruePassage passage :
        scenario.passages().subList(0, Math.min(most, scenario.passages().size()))) {
      List<Observation> observations = new ArrayList<>();
      for (TrueFrame frame : scenario.framesOf(passage)) {
        observations.addAll(recognise(frame, painter.apply(frame)));
      }
      figures = figures.plus(passage, observations, fuse(observations, passage.cameraId()));
    }
    return figures;
  }

  private List<Observation> recognise(TrueFrame frame, byte[] jpeg) {
    Frame record = FrameMaker.of(frame, jpeg);
    try (Picture picture = ImageLoader.decode(jpeg, ImageLimits.DEFAULT)) {
      List<Sighting> sightings = recogniser.recognise(List.of(picture)).get(0);
      return Observations.of(record, picture, sightings, recogniser.modelVersion());
    } catch (ImageRefusedException e) {
      throw new IllegalStateException("a frame that was drawn here cannot be decoded", e);
    }
  }

  /**
   * The passages that the fusion operator would tell: once settled, else when all frames are in.
   */
  private List<Passage> fuse(List<Observation> observations, String cameraId) {
    Camera camera = cameras.find(cameraId).orElseThrow();
    List<Track> tracks = new ArrayList<>();
    List<Passage> told = new ArrayList<>();
    for (Observation observation : observations) {
      Optional<Track> known = TrackAssignment.find(tracks, observation, FUSION);
      if (known.isEmpty() && observation.getPlate() == null) {
        continue;
      }
      known.ifPresent(track -> track.add(observation, NO_WATERMARK, FUSION));
      Track track =
          known.orElseGet(
              () -> {
                Track started = Track.startedBy(observation, NO_WATERMARK, FUSION);
                tracks.add(started);
                return started;
              });
      if (!track.told) {
        assembly
            .assemble(track, camera)
            .filter(passage -> assembly.settled(passage, track, camera))
            .ifPresent(passage -> tell(track, passage, told));
      }
    }
    for (Track track : tracks) {
      if (!track.told) {
        assembly.assemble(track, camera).ifPresent(passage -> tell(track, passage, told));
      }
    }
    return told;
  }

  private static void tell(Track track, Passage passage, List<Passage> told) {
    track.told = true;
    told.add(passage);
  }
}
