package eu.passage.cep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Agreement;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tiers of domain.md, a line each. */
class TiersTest {

  private static final String AT = "2026-03-10T10:00";
  private static final Watchlist WATCHLIST =
      new Watchlist(WatchSettings.DEFAULT, new CameraTable(Samples.CAMERAS));

  /**
   * The vehicle seen is a red car. What the reader doubts is the one text beside the one read, with
   * its probability.
   */
  @ParameterizedTest(name = "{0} ({1}) read as {2} ({3}) of {4}, or {5}: {8}")
  @CsvSource({
    // exact
    "1ABC234, BE, 1ABC234, BE, 0.97,        ,      ,       , A",
    "1ABC234, BE, 1ABC234, BE, 0.97,        , BLUE ,       , A",
    "1ABC234, BE, 1ABC234, BE, 0.60,        ,      ,       , C",
    "1ABC234, BE, 1ABC234, FR, 0.97,        , RED  ,       , D",
    // a letter for a digit
    "1ABC234, BE, 1A8C234, BE, 0.97,        ,      ,       , B",
    "1ABC234, BE, 1A8C234, BE, 0.97,        , BLUE ,       , B",
    "1ABC234, BE, 1A8C234, BE, 0.60,        ,      ,       , C",
    "B0SS   , BE, BOSS   , BE, 0.97,        ,      ,       , C",
    // which no syntax settles and nobody doubted: both are plates
    "2XHJ378, BE, ZXHJ378, BE, 0.99,        , RED  ,       , D",
    "2XHJ378, BE, ZXHJ378, BE, 0.99,        , RED  , EST-2 , D",
    "2XHJ378, BE, ZXHJ378, BE, 0.70, 2XHJ378, RED  ,       , C",
    "2XHJ378, BE, ZXHJ378, BE, 0.70, 2XHJ378, BLUE ,       , D",
    "2XHJ378, BE, ZXHJ378, BE, 0.70, 2XHJ378, BLUE , EST-2 , C",
    // one look-alike that the reader thought of
    "1ABC238, BE, 1ABC233, BE, 0.70, 1ABC238, RED  ,       , C",
    "1ABC238, BE, 1ABC233, BE, 0.70, 1ABC238,      ,       , D",
    "1ABC238, BE, 1ABC233, BE, 0.70, 1ABC238, BLUE ,       , D",
    "1ABC238, BE, 1ABC233, BE, 0.70, 1ABC238,      , EST-2 , C",
    "1ABC238, BE, 1ABC233, BE, 0.70, 1ABC238, BLUE , EST-2 , C",
    "1ABC238, BE, 1ABC233, BE, 0.70, 1ABC238,      , EST-1 , D",
    // in no table, but the reader thought of it
    "1ABC237, BE, 1ABC231, BE, 0.70, 1ABC237, RED  ,       , C",
    // in the table, but the reader was sure
    "1ABC238, BE, 1ABC233, BE, 0.99,        , RED  ,       , D",
    "1ABC238, BE, 1ABC233, BE, 0.99,        , RED  , EST-2 , C",
    // in neither
    "1ABC237, BE, 1ABC231, BE, 0.99,        , RED  , EST-2 , D",
    // a letter for a digit and a look-alike
    "1ABC238, BE, 1A8C233, BE, 0.70, 1A8C238, RED  ,       , C",
    // two look-alikes, and another length
    "1ABC288, BE, 1ABC233, BE, 0.70, 1ABC288, RED  , EST-2 , D",
    "1ABC23 , BE, 1ABC233, BE, 0.70, 1ABC23 , RED  , EST-2 , D",
  })
  void aReadAgainstWhatIsListed(
      String listed,
      String listedCountry,
      String read,
      String country,
      double confidence,
      String alternative,
      Colour colour,
      String secondCamera,
      Tier tier) {
    Passage passage = passage(reading(read, country, confidence, alternative));
    WatchEntry entry = entry(listed, listedCountry, colour);

    Sighting sighting = sighting(passage, entry, secondCamera);

    assertThat(sighting.tier()).isEqualTo(tier);
  }

  /** What the plate looks like, as far as the reader tells. */
  @ParameterizedTest(name = "{0} {1} read as {2} of {3}, looks {4}: {7}")
  @CsvSource({
    // none was read, and one country has such a text
    "1ABC234, BE,   , 0 ,            ,      ,      , B",
    // none was read, and several have: the vehicle has to say more
    "XY3456 , LU,   , 0 ,            ,      ,      , D",
    "XY3456 , LU,   , 0 ,            , RED  ,      , C",
    "XY3456 , LU,   , 0 ,            , BLUE ,      , D",
    "XY3456 , LU,   , 0 ,            , BLUE , EST-2, C",
    // the looks speak for another
    "1ABC234, BE,   , 0 , FR         , RED  ,      , D",
    // a guess among several
    "XY3456 , LU, LU,0.4,            ,      ,      , C",
    "XY3456 , LU, LU,0.6,            ,      ,      , A",
    // another one was read, but the plate looks like the one listed too
    "XY3456 , LU, NL,0.6, LU         , RED  ,      , C",
    "XY3456 , LU, NL,0.6, LU         ,      ,      , D",
    "XY3456 , LU, NL,0.6, DE         , RED  ,      , D",
    "XY3456 , LU, NL,0.9, LU         , RED  , EST-2, D",
  })
  void theCountryIsALikelihood(
      String plate,
      String listed,
      String read,
      float confidence,
      String looks,
      Colour colour,
      String secondCamera,
      Tier tier) {
    PlateReading reading = reading(plate, read, 0.97, null);
    reading.setCountryConfidence(confidence);
    if (looks != null) {
      reading.setCountriesSeen(Map.of(looks, 0.35f));
    }

    Sighting sighting = sighting(passage(reading), entry(plate, listed, colour), secondCamera);

    assertThat(sighting.tier()).isEqualTo(tier);
  }

  /** The reader's odds for the plate listed times how rare its looks are: 7 to 3 at least. */
  @ParameterizedTest(name = "{0} to {1}, {2} {3} {4}: {5}")
  @CsvSource({
    "0.70, 0.29,      , RED  ,      , C",
    "0.70, 0.29,      , WHITE,      , D",
    "0.70, 0.29,      , BLACK,      , D",
    "0.70, 0.29,      , GREY ,      , D",
    "0.70, 0.29, CAR  , WHITE,      , D",
    "0.70, 0.29, TRUCK, WHITE,      , C",
    "0.70, 0.29, CAR  , WHITE, Volvo, C",
    "0.97, 0.02, TRUCK, RED  , Volvo, C",
    "0.97, 0.02, TRUCK, RED  ,      , D",
    "0.97, 0.02, CAR  , RED  , Volvo, D",
    "0.50, 0.49,      , WHITE,      , C",
    "0.50, 0.49, CAR  ,      ,      , D",
  })
  void looksMustMakeADoubtLikely(
      double confidence,
      double alternative,
      VehicleType type,
      Colour colour,
      String make,
      Tier tier) {
    PlateReading reading = Samples.plate("1ABC233", confidence, "1ABC238", alternative);
    reading.setCharacterConfidences(new ArrayList<>());
    reading.setCountry("BE");
    Passage passage = passage(reading);
    WatchEntry entry = entry("1ABC238", "BE", colour);
    if (type != null) {
      entry.setType(type);
      passage.setType(new TypeEstimate(type, 0.9f));
    }
    if (colour != null) {
      passage.setColour(new ColourEstimate(colour, 0.9f));
    }
    if (make != null) {
      entry.setMake(make);
      passage.setMake(new MakeEstimate(make, 0.9f));
    }

    assertThat(sighting(passage, entry, null).tier()).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({"RED, C", "BLUE, D"})
  void oneLookThatDiffersOutweighsAllThatAgree(Colour listed, Tier tier) {
    Passage passage = passage(reading("1ABC233", "BE", 0.70, "1ABC238"));
    passage.setMake(new MakeEstimate("Volvo", 0.9f));
    WatchEntry entry = entry("1ABC238", "BE", listed);
    entry.setType(VehicleType.CAR);
    entry.setMake("Volvo");

    assertThat(sighting(passage, entry, null).tier()).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({
    "CAR  , RED , Volvo, 0.9, AGREES , AGREES , AGREES",
    "CAR  , RED , VOLVO Trucks, 0.9, AGREES , AGREES , AGREES",
    "TRUCK, BLUE, Fiat , 0.9, DIFFERS, DIFFERS, DIFFERS",
    "CAR  , BLUE, Fiat , 0.4, UNKNOWN, UNKNOWN, UNKNOWN",
    "     ,     ,      , 0.9, UNKNOWN, UNKNOWN, UNKNOWN",
  })
  void typeColourAndMakeAreComparedWhereBothTell(
      VehicleType type,
      Colour colour,
      String make,
      float sure,
      Agreement ofType,
      Agreement ofColour,
      Agreement ofMake) {
    Passage passage = passage(reading("1ABC234", "BE", 0.97, null));
    passage.setType(new TypeEstimate(VehicleType.CAR, sure));
    passage.setColour(new ColourEstimate(Colour.RED, sure));
    passage.setMake(new MakeEstimate("Volvo", sure));
    WatchEntry entry = entry("1ABC234", "BE", colour);
    entry.setType(type == null ? VehicleType.UNKNOWN : type);
    entry.setMake(make);

    assertThat(sighting(passage, entry, null))
        .returns(new Agreements(ofType, ofColour, ofMake), Sighting::agreements)
        .returns(Tier.A, Sighting::tier);
  }

  @ParameterizedTest
  @CsvSource({"1A8C233, 2 6", "1ABC238, ''"})
  void theSightingNamesThePlacesThatDifferAndWhoConfirmed(String read, String places) {
    Passage passage = passage(reading(read, "BE", 0.7, null));

    Sighting sighting = sighting(passage, entry("1ABC238", "BE", null), "EST-2");

    assertThat(sighting.confirmation()).isEqualTo(new Confirmation("EST-2", true, false));
    assertThat(sighting.differs())
        .isEqualTo(
            places.isEmpty()
                ? List.of()
                : List.of(places.split(" ")).stream().map(Integer::valueOf).toList());
  }

  /**
   * @param secondCamera has read the plate as listed five minutes before; null where none did
   */
  private static Sighting sighting(Passage passage, WatchEntry entry, String secondCamera) {
    SubjectHistory history = new SubjectHistory();
    if (secondCamera != null) {
      history.add(
          new PassageFacts.Builder(passage.getAt().toEpochMilli() - 300_000, secondCamera)
              .plate(entry.getPlate(), entry.getCountry())
              .build());
    }
    history.add(PassageFacts.of(passage));
    long now = passage.getAt().toEpochMilli();
    return WATCHLIST.onPassage(
        Watchlist.Seen.of(passage), entry, new OtherReads(history, List.of()), now);
  }

  private static PlateReading reading(
      String text, String country, double confidence, String alternative) {
    PlateReading reading =
        alternative == null
            ? Samples.plate(text, confidence)
            : Samples.plate(text, confidence, alternative, 0.29);
    if (alternative != null) {
      reading.setCharacterConfidences(new ArrayList<>());
    }
    reading.setCountry(country);
    return reading;
  }

  private static Passage passage(PlateReading reading) {
    Passage passage = Samples.passage(AT, reading.getText(), "FR>BE", "EST-1");
    passage.setPlate(reading);
    return passage;
  }

  private static WatchEntry entry(String plate, String country, Colour colour) {
    WatchEntry entry = Samples.entry("W-1", plate, "2026-03-01T00:00", "2026-04-01T00:00");
    entry.setCountry(country);
    entry.setColour(colour == null ? Colour.UNKNOWN : colour);
    return entry;
  }
}
