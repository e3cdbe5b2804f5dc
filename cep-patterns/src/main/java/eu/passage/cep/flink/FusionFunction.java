package eu.passage.cep.flink;

import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.cep.counts.CountedVehicles;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.fusion.PassageAssembly;
import eu.passage.cep.fusion.Refusals;
import eu.passage.cep.fusion.Track;
import eu.passage.cep.fusion.TrackAssignment;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Observations of one camera to passages. Keyed by camera. State: the vehicles now before the
 * camera; each leaves it {@link FusionSettings#gap()} after its last frame.
 *
 * <p>A vehicle whose plate stays unreadable becomes no passage, since nothing could key it; it is
 * counted as {@link Metrics#UNREADABLE_VEHICLES}, and for its camera and reason as {@link
 * Metrics#WITHOUT_PLATE}. That it was seen goes to {@link CountFunction}, unless a vehicle with a
 * plate was before the camera, of which it may be another picture. Its observations themselves stay
 * in their topic.
 */
final class FusionFunction extends KeyedProcessFunction<String, Observation, Passage> {

  private static final long serialVersionUID = 1L;

  private final CameraCatalogue cameras;
  private final FusionSettings settings;

  private transient PassageAssembly assembly;
  private transient MapState<String, Track> tracks;
  private transient LazyTimer timer;
  private transient CameraMetrics byCamera;
  private transient Counter duplicates;
  private transient Counter unreadable;
  private transient Counter told;

  FusionFunction(CameraCatalogue cameras, FusionSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    assembly = new PassageAssembly(settings);
    tracks =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("tracks", Types.STRING, StreamTypes.TRACK));
    timer = new LazyTimer(getRuntimeContext());
    byCamera = new CameraMetrics(Metrics.group(getRuntimeContext()));
    duplicates = Metrics.counter(getRuntimeContext(), Metrics.DUPLICATE_OBSERVATIONS);
    unreadable = Metrics.counter(getRuntimeContext(), Metrics.UNREADABLE_VEHICLES);
    told = Metrics.counter(getRuntimeContext(), Metrics.PASSAGES);
  }

  @Override
  public void processElement(Observation observation, Context context, Collector<Passage> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    Optional<Camera> camera = cameras.find(observation.getCameraId());
    if (camera.isEmpty()) {
      context.output(SideOutputs.DEAD_LETTERS, Refusals.unknownCamera(observation));
      return;
    }
    long at = observation.getCapturedAt().toEpochMilli();
    if (at + settings.tooLateAfter().toMillis() < watermark) {
      context.output(
          SideOutputs.DEAD_LETTERS, Refusals.tooLate(observation, Instant.ofEpochMilli(watermark)));
      return;
    }
    List<Track> live = live();
    if (live.stream().anyMatch(t -> t.knows(observation))) {
      duplicates.inc();
      return;
    }
    byCamera.seen(observation);
    Optional<Track> known = TrackAssignment.find(live, observation, settings);
    if (known.isEmpty() && observation.getPlate() == null) {
      unreadable.inc();
      if (live.stream().noneMatch(t -> TrackAssignment.near(t, observation, settings))) {
        context.output(
            SideOutputs.NOT_READ, CountedVehicles.notRead(observation.getCameraId(), at));
      }
      return;
    }
    Track track = known.orElseGet(() -> Track.startedBy(observation, watermark, settings));
    known.ifPresent(t -> t.add(observation, watermark, settings));
    if (!track.told) {
      tellIfSettled(track, camera.get(), out);
    }
    tracks.put(track.id, track);
    timer.wakeAt(track.nextDue(watermark), context.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Passage> out)
      throws Exception {
    timer.fired();
    long now = Math.max(timestamp, context.timerService().currentWatermark());
    // A camera may have left the catalogue since: its vehicles then go without a passage.
    Optional<Camera> camera = cameras.find(context.getCurrentKey());
    OptionalLong next = OptionalLong.empty();
    for (Track track : live()) {
      if (!track.told && track.emitBy <= now) {
        camera
            .flatMap(c -> assembly.assemble(track, c))
            .ifPresent(passage -> tell(track, passage, out));
        tracks.put(track.id, track);
      }
      if (track.goneAt <= now) {
        forget(track, context);
      } else {
        next = OptionalLong.of(Math.min(next.orElse(Long.MAX_VALUE), track.nextDue(now)));
      }
    }
    if (next.isPresent()) {
      timer.wakeAt(next.getAsLong(), context.timerService());
    }
  }

  private void tellIfSettled(Track track, Camera camera, Collector<Passage> out) {
    assembly
        .assemble(track, camera)
        .filter(passage -> assembly.settled(passage, track, camera))
        .ifPresent(passage -> tell(track, passage, out));
  }

  private void tell(Track track, Passage passage, Collector<Passage> out) {
    track.told = true;
    told.inc();
    out.collect(passage);
  }

  private List<Track> live() throws Exception {
    List<Track> live = new ArrayList<>();
    tracks.values().forEach(live::add);
    // A map has no order of its own, and what is told must not depend on one.
    live.sort(Comparator.comparingLong((Track t) -> t.firstAt).thenComparing(t -> t.id));
    return live;
  }

  private void forget(Track track, OnTimerContext context) throws Exception {
    if (!track.told) {
      unreadable.inc();
      context.output(
          SideOutputs.NOT_READ, CountedVehicles.notRead(context.getCurrentKey(), track.lastAt));
    }
    tracks.remove(track.id);
  }
}
