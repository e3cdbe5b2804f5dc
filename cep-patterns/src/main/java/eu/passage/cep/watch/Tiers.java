package eu.passage.cep.watch;

import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.WatchEntry;
import eu.passage.schemas.plates.Confusions;
import eu.passage.schemas.plates.PlateSyntax;
import java.util.Set;

/** The tier of a passage against an entry that lists a whole plate. */
final class Tiers {

  /** A country is read where it is likelier than all others together. */
  private static final float COUNTRY_READ = 0.5f;

  /** To one: of ten vehicles of which people are told to look, seven shall be the one listed. */
  private static final double LIKELY = 7.0 / 3;

  /** What the read says of the country that is listed. */
  private enum Country {
    /** Read. */
    EXACT,
    /** None was read, and no other country has this text. */
    SETTLED,
    /** Read, as the likeliest guess of several. */
    GUESSED,
    /** Another one was read, or none, and the reader thought of this one. */
    THOUGHT_OF,
    /** Another one. */
    OTHER
  }

  private final WatchSettings settings;

  Tiers(WatchSettings settings) {
    this.settings = settings;
  }

  /**
   * The tier.
   *
   * @param looks how many times likelier the vehicle's looks make it the one listed, see {@link
   *     Agreements#weight}; 0 where they do not speak for it
   * @param confirmed a second camera read the plate as listed
   */
  Tier of(Passage passage, WatchEntry entry, double looks, boolean confirmed) {
    PlateReading reading = passage.getPlate();
    String read = reading.getText();
    String listed = entry.getPlate();
    Country country = country(reading, entry);
    if (country == Country.OTHER || read.length() != listed.length()) {
      return Tier.D;
    }
    boolean asRead = read.equals(listed);
    PlateDifference left = PlateDifference.of(asRead ? read : settled(read, entry), listed);
    if (left.places().isEmpty()) {
      return exact(reading, asRead, country, looks > 0 || confirmed);
    }
    if (left.unlike().size() > 1 || country == Country.THOUGHT_OF) {
      return Tier.D; // two doubts are a guess
    }
    boolean isDrawnAlike = left.unlike().isEmpty();
    return isDrawnAlike || isDoubt(left.unlike().get(0), reading, listed, looks, confirmed)
        ? Tier.C
        : Tier.D;
  }

  private Tier exact(PlateReading reading, boolean asRead, Country country, boolean backed) {
    if (country == Country.THOUGHT_OF) {
      return backed ? Tier.C : Tier.D;
    }
    if (country == Country.GUESSED || reading.getConfidence() < settings.goodConfidence()) {
      return Tier.C;
    }
    return asRead && country == Country.EXACT ? Tier.A : Tier.B;
  }

  /** Whether one character may well have been read wrongly. */
  private boolean isDoubt(
      int place, PlateReading reading, String listed, double looks, boolean confirmed) {
    char instead = listed.charAt(place);
    Doubts doubts = new Doubts(reading, settings);
    boolean doubted = doubts.thinksOf(instead, place);
    boolean alike = Confusions.within(reading.getText().charAt(place), instead) > 0;
    return doubted && doubts.odds(instead, place) * looks >= LIKELY
        || (doubted || alike) && confirmed;
  }

  private Country country(PlateReading reading, WatchEntry entry) {
    String read = reading.getCountry();
    if (entry.getCountry().equals(read)) {
      float sure = reading.getCountryConfidence();
      return sure == 0 || sure >= COUNTRY_READ ? Country.EXACT : Country.GUESSED; // 0: not told
    }
    if (!new Doubts(reading, settings).thinksOf(entry.getCountry())) {
      return Country.OTHER;
    }
    boolean only =
        PlateSyntax.shipped().countries(entry.getPlate()).equals(Set.of(entry.getCountry()));
    return read == null && only ? Country.SETTLED : Country.THOUGHT_OF;
  }

  /** The likeliest plate of the listed country behind the read; the read itself where none is. */
  private static String settled(String read, WatchEntry entry) {
    return PlateSyntax.shipped().settle(read).stream()
        .filter(candidate -> candidate.country().equals(entry.getCountry()))
        .findFirst()
        .map(candidate -> candidate.text())
        .orElse(read);
  }
}
