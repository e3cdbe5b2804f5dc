package eu.passage.jobs.backtest.input;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a table to passages, without a String for each field. Not for several threads. */
final class CsvPassages {

  private static final WordTable<VehicleType> TYPES = names(VehicleType.values());
  private static final WordTable<Colour> COLOURS = names(Colour.values());

  private final CsvFields fields;
  private final int width;
  private final int[] places;
  private final WordTable<String> cameras;
  private final FieldReader read = new FieldReader();
  private final IsoTime time = new IsoTime();

  CsvPassages(CsvHeader header, CameraCatalogue catalogue) {
    fields = new CsvFields(header.separator(), header.width());
    width = header.width();
    places = header.places().stream().mapToInt(Integer::intValue).toArray();
    cameras =
        WordTable.exact(
            catalogue.all().stream()
                .map(Camera::id)
                .collect(Collectors.toMap(Function.identity(), Function.identity())));
  }

  /** The passage of a line; the line's buffer may be changed. */
  PassageFacts parse(byte[] line, int from, int to) throws RefusedException {
    if (fields.split(line, from, to) != width) {
      throw Refusal.FIELDS.exception();
    }
    long at = time.parse(line, start(Column.AT), end(Column.AT));
    String camera =
        read.word(cameras, line, start(Column.CAMERA), end(Column.CAMERA), Refusal.CAMERA);
    String left = country(line, Column.FROM);
    String entered = country(line, Column.TO);
    if ((left == null) != (entered == null) || (left != null && left.equals(entered))) {
      throw Refusal.CROSSING.exception();
    }
    PassageFacts.Builder passage =
        new PassageFacts.Builder(at, camera)
            .plate(
                read.plate(line, start(Column.PLATE), end(Column.PLATE)),
                country(line, Column.COUNTRY))
            .crossing(left, entered)
            .confidence(read.probability(line, start(Column.CONFIDENCE), end(Column.CONFIDENCE)));
    details(line, passage);
    return passage.build();
  }

  private void details(byte[] line, PassageFacts.Builder passage) throws RefusedException {
    if (isSaid(Column.TYPE)) {
      passage.type(read.word(TYPES, line, start(Column.TYPE), end(Column.TYPE), Refusal.TYPE));
    }
    if (isSaid(Column.COLOUR)) {
      passage.colour(
          read.word(COLOURS, line, start(Column.COLOUR), end(Column.COLOUR), Refusal.COLOUR));
    }
    if (isSaid(Column.MAKE)) {
      passage.make(read.string(line, start(Column.MAKE), end(Column.MAKE)));
    }
    if (isSaid(Column.MODEL)) {
      passage.model(read.string(line, start(Column.MODEL), end(Column.MODEL)));
    }
    if (isSaid(Column.OCCUPANTS)) {
      passage.occupants(read.occupants(line, start(Column.OCCUPANTS), end(Column.OCCUPANTS)));
    }
    passage.late(read.truth(line, start(Column.LATE), end(Column.LATE)));
  }

  private @Nullable String country(byte[] line, Column column) throws RefusedException {
    return read.country(line, start(column), end(column));
  }

  private boolean isSaid(Column column) {
    return start(column) < end(column);
  }

  /** A column that the header does not name is empty on every line. */
  private int start(Column column) {
    int field = places[column.ordinal()];
    return field < 0 ? 0 : fields.start(field);
  }

  private int end(Column column) {
    int field = places[column.ordinal()];
    return field < 0 ? 0 : fields.end(field);
  }

  private static <E extends Enum<E>> WordTable<E> names(E[] values) {
    return WordTable.anyCase(
        Arrays.stream(values).collect(Collectors.toMap(Enum::name, Function.identity())));
  }
}
