package eu.passage.cep.toll.reconcile;

import eu.passage.avro.Evidence;
import eu.passage.avro.TollEvent;
import eu.passage.schemas.ids.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** A fault that is put into a day, and the one difference it must give. */
enum PlantedFault {
  AMOUNT_CHANGED_IN_THE_TABLE(DifferenceKind.COPIES_DIFFER) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.standing(), random);
      day.change(Copy.TABLE, event.getEventId(), PlantedFault::dearer);
      return event.getEventId();
    }
  },
  PLATE_CHANGED_IN_THE_FILES(DifferenceKind.COPIES_DIFFER) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.ofDay(any -> true), random);
      day.change(
          Copy.FILES,
          event.getEventId(),
          said -> TollEvent.newBuilder(said).setPlate("1XYZ999").build());
      return event.getEventId();
    }
  },
  AMOUNT_CHANGED_EVERYWHERE(DifferenceKind.OTHER_AMOUNT) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.standing(), random);
      day.change(event.getEventId(), PlantedFault::dearer);
      return event.getEventId();
    }
  },
  ROW_DELETED(DifferenceKind.NOT_IN_COPY) {
    @Override
    String plant(TollDay day, Random random) {
      return delete(day, Copy.TABLE, random);
    }
  },
  RECORD_OF_THE_TOPIC_LOST(DifferenceKind.NOT_IN_COPY) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.ofDay(any -> true), random);
      day.copy(Copy.TOPIC).removeIf(said -> said.getEventId().equals(event.getEventId()));
      day.copy(Copy.FILES).removeIf(said -> said.getEventId().equals(event.getEventId()));
      return event.getEventId();
    }
  },
  RECORD_OF_THE_FILES_LOST(DifferenceKind.NOT_IN_COPY) {
    @Override
    String plant(TollDay day, Random random) {
      return delete(day, Copy.FILES, random);
    }
  },
  EVENT_DOUBLED(DifferenceKind.PASSAGE_CHARGED_TWICE) {
    @Override
    String plant(TollDay day, Random random) {
      return again(day, pick(day.standing(), PlantedFault::isFirst, random));
    }
  },
  VIEWS_CHARGED_APART(DifferenceKind.PASSAGE_CHARGED_TWICE) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent joined =
          pick(
              day.standing(),
              event -> event.getPassageIds().contains(event.getPassageId() + "-rear"),
              random);
      TollEvent rear =
          TollEvent.newBuilder(joined)
              .setPassageId(joined.getPassageId() + "-rear")
              .setPassageIds(new ArrayList<>())
              .build();
      return again(day, rear);
    }
  },
  ID_TWICE_IN_THE_TOPIC(DifferenceKind.ID_TWICE) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.ofDay(any -> true), random);
      day.copy(Copy.TOPIC).add(TollEvent.newBuilder(event).build());
      return event.getEventId();
    }
  },
  NUMBER_LEFT_OUT(DifferenceKind.SEQUENCE_GAP) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.ofDay(any -> true), random);
      day.shift(event, 1);
      return event.getEventId();
    }
  },
  NUMBER_GIVEN_TWICE(DifferenceKind.SEQUENCE_TWICE) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.ofDay(any -> true), random);
      day.shift(event, -1);
      return day.copy(Copy.TOPIC).stream()
          .filter(said -> said.getChargingPoint().equals(event.getChargingPoint()))
          .filter(said -> said.getSequence() == event.getSequence() - 1)
          .map(TollEvent::getEventId)
          .max(String::compareTo)
          .orElseThrow();
    }
  },
  NOT_NUMBERED(DifferenceKind.NO_SEQUENCE) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.ofDay(any -> true), random);
      day.shift(event, -1);
      day.change(event.getEventId(), said -> TollEvent.newBuilder(said).setSequence(0).build());
      return event.getEventId();
    }
  },
  OLD_TARIFF(DifferenceKind.OTHER_TARIFF) {
    @Override
    String plant(TollDay day, Random random) {
      return version(day, "2025", random);
    }
  },
  TARIFF_OF_NOBODY(DifferenceKind.UNKNOWN_TARIFF) {
    @Override
    String plant(TollDay day, Random random) {
      return version(day, "2062", random);
    }
  },
  CHARGE_LEFT_OUT(DifferenceKind.OTHER_TARIFF) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.standing(), random);
      day.change(event.getEventId(), said -> TollEvent.newBuilder(said).setCharge(null).build());
      return event.getEventId();
    }
  },
  EVIDENCE_GONE(DifferenceKind.NO_EVIDENCE) {
    @Override
    String plant(TollDay day, Random random) {
      return evidence(day, List.of(), random);
    }
  },
  EVIDENCE_WITHOUT_ITS_HASH(DifferenceKind.NO_EVIDENCE) {
    @Override
    String plant(TollDay day, Random random) {
      Evidence picture =
          Evidence.newBuilder()
              .setFrameId("frame")
              .setCapturedAt(TollDay.DAY.atStartOfDay(TollDay.ZONE).toInstant())
              .setSha256("")
              .build();
      return evidence(day, List.of(picture), random);
    }
  },
  CORRECTED_EVENT_UNKNOWN(DifferenceKind.CORRECTS_UNKNOWN) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.corrections(), random);
      day.change(
          event.getEventId(),
          said -> TollEvent.newBuilder(said).setCorrects(Ids.of("toll", "nobody")).build());
      return event.getEventId();
    }
  },
  CORRECTED_TWICE(DifferenceKind.CORRECTED_TWICE) {
    @Override
    String plant(TollDay day, Random random) {
      return again(day, pick(day.corrections(), random));
    }
  },
  PASSAGE_FORGOTTEN(DifferenceKind.PASSAGE_WITHOUT_EVENT) {
    @Override
    String plant(TollDay day, Random random) {
      day.passages().get("EST-2").add("passage-forgotten-" + random.nextInt());
      return "";
    }
  },
  PASSAGE_INVENTED(DifferenceKind.EVENT_WITHOUT_PASSAGE) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.standing(), PlantedFault::isFirst, random);
      day.passages().get(event.getChargingPoint()).remove(event.getPassageId());
      return event.getEventId();
    }
  },
  CAR_CHARGED(DifferenceKind.NO_TRUCK) {
    @Override
    String plant(TollDay day, Random random) {
      TollEvent event = pick(day.ofDay(any -> true), random);
      day.change(
          event.getEventId(), said -> TollEvent.newBuilder(said).setVehicleClass("CAR").build());
      return event.getEventId();
    }
  };

  final DifferenceKind kind;

  PlantedFault(DifferenceKind kind) {
    this.kind = kind;
  }

  /** Plants it; the event that the difference names, or empty where it names none. */
  abstract String plant(TollDay day, Random random);

  private static TollEvent pick(List<TollEvent> events, Random random) {
    return events.get(random.nextInt(events.size()));
  }

  private static TollEvent pick(List<TollEvent> events, Predicate<TollEvent> which, Random random) {
    return pick(events.stream().filter(which).toList(), random);
  }

  private static boolean isFirst(TollEvent event) {
    return event.getCorrects() == null;
  }

  private static TollEvent dearer(TollEvent event) {
    event.getCharge().setAmount(event.getCharge().getAmount().add(new BigDecimal("0.0001")));
    return event;
  }

  /** The same under another id, in every copy. */
  private static String again(TollDay day, TollEvent event) {
    String id = Ids.of("toll", event.getEventId(), event.getPassageId(), "again");
    day.book(TollEvent.newBuilder(event).setEventId(id).build());
    return id;
  }

  private static String delete(TollDay day, Copy copy, Random random) {
    TollEvent event = pick(day.ofDay(any -> true), random);
    day.copy(copy).removeIf(said -> said.getEventId().equals(event.getEventId()));
    return event.getEventId();
  }

  private static String version(TollDay day, String version, Random random) {
    TollEvent event = pick(day.standing(), random);
    day.change(
        event.getEventId(),
        said -> {
          said.getCharge().setTariffVersion(version);
          return said;
        });
    return event.getEventId();
  }

  private static String evidence(TollDay day, List<Evidence> evidence, Random random) {
    TollEvent event = pick(day.ofDay(any -> true), random);
    day.change(
        event.getEventId(),
        said -> TollEvent.newBuilder(said).setEvidence(new ArrayList<>(evidence)).build());
    return event.getEventId();
  }
}
