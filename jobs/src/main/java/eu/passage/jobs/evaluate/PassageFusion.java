package eu.passage.jobs.evaluate;

import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.fusion.PassageAssembly;
import eu.passage.cep.fusion.Track;
import eu.passage.cep.fusion.TrackAssignment;
import eu.passage.schemas.cameras.Camera;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes passages of observations as the detection job's fusion operator does, without Flink. */
final class PassageFusion {

  private static final FusionSettings FUSION = FusionSettings.DEFAULT;

  /** The watermark before everything: nothing in a scenario is late. */
  private static final long NO_WATERMARK = Long.MIN_VALUE / 2;

  private final PassageAssembly assembly = new PassageAssembly(FUSION);

  /**
   * The passages that would be told: each once it is settled, else when all frames are in.
   *
   * @param observations of one camera, in the order of their frames
   */
  List<Passage> fuse(List<Observation> observations, Camera camera) {
    List<Track> tracks = new ArrayList<>();
    List<Passage> told = new ArrayList<>();
    for (Observation observation : observations) {
      Optional<Track> known = TrackAssignment.find(tracks, observation, FUSION);
      if (known.isEmpty() && observation.getPlate() == null) {
        continue;
      }
      known.ifPresent(track -> track.add(observation, NO_WATERMARK, FUSION));
      Track track = known.orElseGet(() -> started(observation, tracks));
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

  private static Track started(Observation observation, List<Track> tracks) {
    Track started = Track.startedBy(observation, NO_WATERMARK, FUSION);
    tracks.add(started);
    return started;
  }

  private static void tell(Track track, Passage passage, List<Passage> told) {
    track.told = true;
    told.add(passage);
  }
}
