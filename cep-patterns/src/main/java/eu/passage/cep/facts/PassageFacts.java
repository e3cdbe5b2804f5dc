package eu.passage.cep.facts;

import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.Colour;
import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A passage as rules see it: what they may ask, in four longs and two ints. The whole record, with
 * its frames, lies elsewhere and is looked up when an alert needs it.
 */
public final class PassageFacts {

  /** Time, then camera, then plate: one order everywhere, also within one millisecond. */
  public static final Comparator<PassageFacts> ORDER = PassageFacts::inOrder;

  /** A type or colour less sure than this counts as unknown: no rule should rest on a guess. */
  public static final float SURE = 0.5f;

  /** What {@link #occupants} says when the camera did not count. */
  public static final int NOT_COUNTED = 15;

  private static final VehicleType[] TYPES = VehicleType.values();
  private static final Colour[] COLOURS = Colour.values();

  private static final int FROM = CountryBits.WIDTH;
  private static final int TO = 2 * CountryBits.WIDTH;
  private static final int TYPE = 3 * CountryBits.WIDTH;
  private static final int COLOUR = TYPE + 4;
  private static final int CONFIDENCE = COLOUR + 5;
  private static final int OCCUPANTS = CONFIDENCE + 7;
  private static final int LATE = OCCUPANTS + 4;

  private static final class CountryBits {
    static final int WIDTH = 10;
    static final int MASK = (1 << WIDTH) - 1;
  }

  private final long at;
  private final long plate;
  private final int camera;
  private final int make;
  private final int model;
  private final long bits;

  private PassageFacts(long at, long plate, int camera, int make, int model, long bits) {
    this.at = at;
    this.plate = plate;
    this.camera = camera;
    this.make = make;
    this.model = model;
    this.bits = bits;
  }

  /**
   * From the parts that {@link #plate}, {@link #bits} and the others give, as a serializer does.
   */
  public static PassageFacts ofParts(
      long at, long plate, int camera, int make, int model, long bits) {
    return new PassageFacts(at, plate, camera, make, model, bits);
  }

  /** The facts of a whole passage. */
  public static PassageFacts of(Passage passage) {
    var type = passage.getType();
    var colour = passage.getColour();
    var make = passage.getMake();
    var camera = passage.getCamera();
    Builder builder =
        new Builder(passage.getAt().toEpochMilli(), passage.getCameraId())
            .plate(passage.getPlate().getText(), passage.getPlate().getCountry())
            .confidence(passage.getPlate().getConfidence())
            .crossing(passage.getFromCountry(), passage.getToCountry())
            .type(type.getConfidence() < SURE ? VehicleType.UNKNOWN : type.getValue())
            .colour(colour.getConfidence() < SURE ? Colour.UNKNOWN : colour.getValue())
            .late(passage.getLate());
    if (make != null && make.getConfidence() >= SURE) {
      builder.make(make.getValue());
    }
    for (AttributeEstimate attribute : passage.getAttributes()) {
      if (attribute.getName().equals("model") && attribute.getConfidence() >= SURE) {
        builder.model(attribute.getValue());
      }
    }
    if (camera != null && camera.getOccupants() != null) {
      builder.occupants(camera.getOccupants());
    }
    return builder.build();
  }

  private static int inOrder(PassageFacts one, PassageFacts other) {
    int byTime = Long.compare(one.at, other.at);
    if (byTime != 0) {
      return byTime;
    }
    int byCamera = Integer.compare(one.camera, other.camera);
    return byCamera != 0 ? byCamera : Long.compare(one.plate, other.plate);
  }

  /** When the vehicle passed, milliseconds since the epoch. */
  public long at() {
    return at;
  }

  /** The plate as read, a {@link PlateCode}. */
  public long plate() {
    return plate;
  }

  /** The camera's {@link NameCode}. */
  public int camera() {
    return camera;
  }

  /** The make's {@link MakeCode}, or {@link NameCode#NONE}. */
  public int make() {
    return make;
  }

  /** The model's {@link NameCode#ofAnyCase}, or {@link NameCode#NONE}. */
  public int model() {
    return model;
  }

  /** The plate's country, a {@link CountryCode}. */
  public int country() {
    return (int) bits & CountryBits.MASK;
  }

  /** The country left, a {@link CountryCode}; none unless it is a crossing. */
  public int from() {
    return (int) (bits >>> FROM) & CountryBits.MASK;
  }

  /** The country entered, a {@link CountryCode}; none unless it is a crossing. */
  public int to() {
    return (int) (bits >>> TO) & CountryBits.MASK;
  }

  /** Whether it leaves one country for another. */
  public boolean crossing() {
    return to() != CountryCode.NONE;
  }

  public VehicleType type() {
    return TYPES[typeOrdinal()];
  }

  /** The place of {@link #type} among its values. */
  public int typeOrdinal() {
    return (int) (bits >>> TYPE) & 0xf;
  }

  public Colour colour() {
    return COLOURS[colourOrdinal()];
  }

  /** The place of {@link #colour} among its values. */
  public int colourOrdinal() {
    return (int) (bits >>> COLOUR) & 0x1f;
  }

  /** Probability of the plate's text in hundredths, 0 to 100. */
  public int confidencePercent() {
    return (int) (bits >>> CONFIDENCE) & 0x7f;
  }

  /** How many people the camera counted, at most 14; {@link #NOT_COUNTED} where it did not. */
  public int occupants() {
    return (int) (bits >>> OCCUPANTS) & 0xf;
  }

  /** Whether it came too late to be shown as now. */
  public boolean late() {
    return (bits >>> LATE & 1) != 0;
  }

  /** Everything but time, plate, camera, make and model. */
  public long bits() {
    return bits;
  }

  /** The key of its vehicle. */
  public long vehicle() {
    return SubjectKey.ofVehicle(country(), plate);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PassageFacts that
        && at == that.at
        && plate == that.plate
        && camera == that.camera
        && make == that.make
        && model == that.model
        && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(at * 31 + plate) * 31 + camera;
  }

  /** For people who debug: plate, country, crossing and camera's code. */
  @Override
  public String toString() {
    return "%tFT%<tTZ %s %s %s>%s @%08x %s"
        .formatted(
            java.time.Instant.ofEpochMilli(at).atZone(java.time.ZoneOffset.UTC),
            PlateCode.text(plate),
            CountryCode.text(country()),
            CountryCode.text(from()),
            CountryCode.text(to()),
            camera,
            type());
  }

  /** Facts from texts. What is not said is unknown; the confidence is 1 unless said otherwise. */
  public static final class Builder {

    private final long at;
    private final int camera;
    private long plate;
    private int make;
    private int model;
    private long country;
    private long from;
    private long to;
    private long type;
    private long colour;
    private long percent = 100;
    private long occupants = NOT_COUNTED;
    private boolean late;

    /**
     * @param at milliseconds since the epoch
     */
    public Builder(long at, String cameraId) {
      this.at = at;
      this.camera = NameCode.of(cameraId);
    }

    /** In normal form; the country ISO 3166-1 alpha-2. */
    public Builder plate(String text, @Nullable String iso) {
      plate = PlateCode.of(text);
      country = CountryCode.of(iso);
      return this;
    }

    public Builder crossing(@Nullable String fromCountry, @Nullable String toCountry) {
      from = CountryCode.of(fromCountry);
      to = CountryCode.of(toCountry);
      return this;
    }

    public Builder type(VehicleType value) {
      type = value.ordinal();
      return this;
    }

    public Builder colour(Colour value) {
      colour = value.ordinal();
      return this;
    }

    public Builder make(@Nullable String name) {
      make = MakeCode.of(name);
      return this;
    }

    public Builder model(@Nullable String name) {
      model = NameCode.ofAnyCase(name);
      return this;
    }

    /** 0 to 1. */
    public Builder confidence(double probability) {
      percent = Math.round(100 * Math.max(0, Math.min(1, probability)));
      return this;
    }

    public Builder occupants(int people) {
      occupants = Math.max(0, Math.min(NOT_COUNTED - 1, people));
      return this;
    }

    public Builder late(boolean value) {
      late = value;
      return this;
    }

    public PassageFacts build() {
      long bits =
          country
              | from << FROM
              | to << TO
              | type << TYPE
              | colour << COLOUR
              | percent << CONFIDENCE
              | occupants << OCCUPANTS
              | (late ? 1L : 0L) << LATE;
      return new PassageFacts(at, plate, camera, make, model, bits);
    }
  }
}
