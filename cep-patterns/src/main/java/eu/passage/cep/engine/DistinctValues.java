package eu.passage.cep.engine;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Distinct;
import eu.passage.schemas.cameras.Camera;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What makes two passages different in the eyes of a count. */
final class DistinctValues {

  private final CameraTable cameras;
  private final LocalClock clock;

  DistinctValues(CameraTable cameras, LocalClock clock) {
    this.cameras = cameras;
    this.clock = clock;
  }

  /** Equal numbers for equal values; null where passages themselves are counted. */
  @Nullable ToIntFunction<PassageFacts> of(@Nullable Distinct distinct) {
    if (distinct == null) {
      return null;
    }
    return switch (distinct) {
      case CAMERA -> PassageFacts::camera;
      case ROAD -> ofCamera(camera -> NameCode.of(camera.road()));
      case ZONE -> ofCamera(camera -> NameCode.of(camera.zone()));
      case COUNTRY -> ofCamera(camera -> CountryCode.of(camera.country()));
      case TYPE -> PassageFacts::typeOrdinal;
      case COLOUR -> PassageFacts::colourOrdinal;
      case DAY -> passage -> (int) clock.epochDay(passage.at());
    };
  }

  private ToIntFunction<PassageFacts> ofCamera(ToIntFunction<Camera> value) {
    int[] byPlace = cameras.all().stream().mapToInt(value).toArray();
    return passage -> {
      int place = cameras.place(passage.camera());
      return place < 0 ? 0 : byPlace[place];
    };
  }
}
