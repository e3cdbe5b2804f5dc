package eu.passage.cep.flink.tolls;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollAccount;
import eu.passage.cep.toll.TollSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** The current vehicle's passages of some days, and the last event that was told of each. */
final class VehicleBook {

  private static final Duration DAY = Duration.ofDays(1);

  private final TollAccount account;
  private final VehiclePricing pricing;
  private final long corrected;

  // No time-to-live: what is no longer corrected is forgotten in event time
  private final MapState<String, TollEvent> drafts;
  private final MapState<String, TollEvent> told;

  VehicleBook(RuntimeContext context, TollSettings settings) {
    account = new TollAccount(settings.billAt());
    pricing = new VehiclePricing(settings.tariffs());
    corrected = settings.times().corrected().toMillis();
    drafts =
        context.getMapState(
            new MapStateDescriptor<>("drafts", Types.STRING, StreamTypes.TOLL_EVENT));
    told =
        context.getMapState(new MapStateDescriptor<>("told", Types.STRING, StreamTypes.TOLL_EVENT));
  }

  /**
   * Writes a passage down.
   *
   * @return false where it stands there already, just so
   */
  boolean put(TollEvent draft) throws Exception {
    if (draft.equals(drafts.get(draft.getPassageId()))) {
      return false;
    }
    drafts.put(draft.getPassageId(), draft);
    return true;
  }

  void remove(TollEvent draft) throws Exception {
    drafts.remove(draft.getPassageId());
  }

  /** Any passage of the vehicle. */
  Optional<TollEvent> any() throws Exception {
    Iterator<TollEvent> all = drafts.values().iterator();
    return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
  }

  /** The last event of a passage; null where none was told, or it is forgotten. */
  @Nullable TollEvent told(String passage) throws Exception {
    return told.get(passage);
  }

  /** An event that was asked for takes the place of the last one. */
  void replace(TollEvent correction) throws Exception {
    told.put(correction.getPassageId(), correction);
  }

  /**
   * What a passage changed: its own event, and those near enough to rest on it.
   *
   * @param now event time
   */
  List<TollEvent> newsAround(TollEvent changed, RegistryAnswer registry, long now)
      throws Exception {
    long at = changed.getAt().toEpochMilli();
    long horizon = pricing.horizon().toMillis();
    Map<String, TollEvent> context = new HashMap<>();
    Map<String, TollEvent> near = new HashMap<>();
    for (TollEvent draft : drafts.values()) {
      long away = Math.abs(draft.getAt().toEpochMilli() - at);
      if (away <= 2 * horizon) {
        context.put(draft.getPassageId(), draft);
      }
      if (away <= horizon) {
        near.put(draft.getPassageId(), draft);
      }
    }
    return tell(near, context, registry, changed.getPassageId(), CorrectionCause.LATE_PASSAGE, now);
  }

  /**
   * What an answer of the registry, or that there is none, changed.
   *
   * @param now event time
   */
  List<TollEvent> news(RegistryAnswer registry, long now) throws Exception {
    Map<String, TollEvent> all = new HashMap<>();
    for (TollEvent draft : drafts.values()) {
      all.put(draft.getPassageId(), draft);
    }
    return tell(all, all, registry, "", CorrectionCause.REGISTRY, now);
  }

  private List<TollEvent> tell(
      Map<String, TollEvent> near,
      Map<String, TollEvent> context,
      RegistryAnswer registry,
      String changed,
      CorrectionCause cause,
      long now)
      throws Exception {
    Map<String, TollEvent> before = new HashMap<>();
    for (String passage : context.keySet()) {
      remember(passage, before);
    }
    remember(changed, before);
    TollAccount.Pricing prices = pricing.with(registry, before);
    long settledBefore = Math.max(Long.MIN_VALUE + corrected, now) - corrected;
    List<TollEvent> news =
        account.news(
            near, before, ignored -> prices.of(context.values()), changed, cause, settledBefore);
    for (TollEvent event : news) {
      told.put(event.getPassageId(), event);
    }
    return news;
  }

  private void remember(String passage, Map<String, TollEvent> before) throws Exception {
    TollEvent last = told.get(passage);
    if (last != null) {
      before.put(passage, last);
    }
  }

  /** When nothing that is still corrected rests on it: at the end of a day, for all of that day. */
  long forgetAt(TollEvent draft) {
    long rests = draft.getAt().toEpochMilli() + corrected + pricing.horizon().toMillis();
    return (rests / DAY.toMillis() + 1) * DAY.toMillis();
  }

  /** Event time has come so far. */
  void forget(long now) throws Exception {
    List<String> gone = new ArrayList<>();
    for (TollEvent draft : drafts.values()) {
      if (forgetAt(draft) <= now) {
        gone.add(draft.getPassageId());
      }
    }
    for (String passage : gone) {
      drafts.remove(passage);
      told.remove(passage);
    }
    if (drafts.isEmpty()) {
      told.clear(); // withdrawn ones
    }
  }
}
