package eu.passage.cep.toll.rerate;

import eu.passage.avro.ChargeInput;
import eu.passage.avro.TollEvent;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.cep.toll.files.TariffFile;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.cep.toll.registry.VehicleRegistry;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stored events of one vehicle, and tariffs, for tests of rating again. */
final class Stored {

  static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  static final float BILL_AT = 0.8f;
  static final RegistryAnswer NOT_KNOWN = new RegistryAnswer.NotKnown();

  private Stored() {}

  /** A version of the tariff {@code t}. */
  static String version(String version, String from, String to, String body) {
    return """
    tariff: t
    version: "%s"
    title: A test
    validFrom: %s
    validTo: %s
    zone: Europe/Brussels
    currency: EUR
    vat: none
    """
            .formatted(version, from, to)
        + body
        + "\n---\n";
  }

  static TariffTable table(String... versions) {
    try {
      return new TariffTable(
          TariffFile.parse("test.yaml", String.join("", versions)).stream()
              .map(TariffDocument::tariff)
              .toList());
    } catch (RuleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static RegistryAnswer euro(int euroClass, String... uses) {
    return new RegistryAnswer.Known(new VehicleFacts(euroClass, null, null, null, Set.of(uses)));
  }

  static MissingFacts registry(RegistryAnswer answer) {
    return new MissingFacts(
        new VehicleRegistry() {
          @Override
          public CompletableFuture<RegistryAnswer> lookUp(String plate, @Nullable String country) {
            return CompletableFuture.completedFuture(answer);
          }

          @Override
          public void close() {}
        });
  }

  /** A test in which it would be wrong to ask. */
  static MissingFacts nobody() {
    return new MissingFacts(
        new VehicleRegistry() {
          @Override
          public CompletableFuture<RegistryAnswer> lookUp(String plate, @Nullable String country) {
            throw new AssertionError("nobody is to be asked");
          }

          @Override
          public void close() {}
        });
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** Drafts: TIME@POINT. */
  static List<TollEvent> drafts(String... passages) {
    List<TollEvent> drafts = new ArrayList<>();
    for (String passage : passages) {
      String[] parts = passage.split("@", 2);
      drafts.add(draft("p" + drafts.size(), at(parts[0]), parts[1]));
    }
    return drafts;
  }

  static TollEvent draft(String passage, Instant at, String point) {
    return TollEvent.newBuilder()
        .setEventId("")
        .setOriginator("test")
        .setPassageId(passage)
        .setPassageIds(List.of(passage))
        .setAt(at)
        .setCameraId(point)
        .setChargingPoint(point)
        .setCameraCountry("BE")
        .setRoad("N511")
        .setPlate("1ABC234")
        .setCountry("BE")
        .setPlateConfidence(0.9f)
        .setVehicleClass("TRUCK")
        .setClassConfidence(0.9f)
        .setEvidence(List.of())
        .build();
  }

  /** The first events of drafts, as the toll job tells them. */
  static List<TollEvent> told(
      TariffTable tariffs, RegistryAnswer registry, List<TollEvent> drafts) {
    Map<String, Rated> rated =
        new Rater(tariffs).rate(drafts.stream().map(Ride::of).toList(), registry);
    List<TollEvent> events = new ArrayList<>();
    for (TollEvent draft : drafts) {
      Rated now = rated.get(draft.getPassageId());
      events.add(
          TollChain.first(
              TollEvent.newBuilder(draft)
                  .setCharge(now.charge().orElse(null))
                  .setStatus(now.atBest())
                  .setPassageIds(now.passageIds())
                  .build()));
    }
    return events;
  }

  /** All of them, and what corrects some. */
  static List<TollEvent> with(List<TollEvent> events, List<Change> changes) {
    List<TollEvent> all = new ArrayList<>(events);
    changes.forEach(change -> all.add(change.after()));
    return all;
  }

  static List<String> amounts(List<TollEvent> events) {
    return events.stream()
        .map(
            event ->
                event.getCharge() == null
                    ? "nothing"
                    : event.getCharge().getAmount().toPlainString())
        .toList();
  }

  /** The inputs of a charge: name=value (source). */
  static List<String> inputs(TollEvent event) {
    List<String> inputs = new ArrayList<>();
    for (ChargeInput input : event.getCharge().getInputs()) {
      inputs.add("%s=%s (%s)".formatted(input.getName(), input.getValue(), input.getSource()));
    }
    return inputs;
  }
}
