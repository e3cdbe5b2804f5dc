package eu.passage.cep.toll;

import static eu.passage.avro.CorrectionCause.TARIFF;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.rating.PersonFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of one vehicle's passages, out of all that are known and what was told before:
 * first events, and corrections where something changed. What is told in the end depends on the
 * passages alone, and not on the order in which they came.
 */
public final class TollAccount {

  private static final Comparator<TollEvent> BY_TIME =
      Comparator.comparing(TollEvent::getAt).thenComparing(TollEvent::getPassageId);

  /**
   * What a passage owes.
   *
   * @param charge empty where nothing is owed by a tariff
   * @param atBest the status it has unless something else is in doubt
   * @param restsOn the passages that it rests on
   */
  public record Priced(Optional<Charge> charge, TollStatus atBest, List<String> restsOn) {}

  /** Looks at all passages of a vehicle at once: a day's cap is shared among them. */
  @FunctionalInterface
  public interface Pricing {

    /**
     * @param drafts in no order
     * @return by passage; every passage is there
     */
    Map<String, Priced> of(Collection<TollEvent> drafts);
  }

  private final float billAt;

  /**
   * @param billAt plate or class less sure than this: a person must look
   */
  public TollAccount(float billAt) {
    this.billAt = billAt;
  }

  /**
   * What has to be told.
   *
   * @param drafts the vehicle's passages that are to be looked at, by passage
   * @param told the last event of each of them
   * @param changed the passage whose draft came or went; empty where none did
   * @param cause why anything should have changed
   * @param settledBefore what was told of passages before it stays (milliseconds since the epoch):
   *     not all that it rests on is known any more. One that only comes now is for a person to see
   * @return in order of time
   */
  public List<TollEvent> news(
      Map<String, TollEvent> drafts,
      Map<String, TollEvent> told,
      Pricing pricing,
      String changed,
      CorrectionCause cause,
      long settledBefore) {
    List<TollEvent> news = new ArrayList<>();
    Map<String, Priced> prices = pricing.of(drafts.values());
    for (TollEvent draft : drafts.values()) {
      String passage = draft.getPassageId();
      Priced price = Objects.requireNonNull(prices.get(passage), passage);
      boolean settled = draft.getAt().toEpochMilli() < settledBefore;
      TollEvent before = told.get(passage);
      if (before == null) {
        Priced now =
            settled ? new Priced(price.charge(), TollStatus.REVIEW, price.restsOn()) : price;
        news.add(TollChain.first(priced(draft, now, null)));
      } else if (!settled && !isTakenBack(before) && differs(draft, price, before, changed)) {
        news.add(
            TollChain.correction(
                priced(draft, price, before), before, cause(price, before, cause)));
      }
    }
    TollEvent gone = drafts.containsKey(changed) ? null : told.get(changed);
    if (gone != null && gone.getStatus() != TollStatus.WITHDRAWN) {
      news.add(TollChain.withdrawal(gone, CorrectionCause.LATE_PASSAGE));
    }
    news.sort(BY_TIME);
    return news;
  }

  /** What a person took back does not come again by itself. */
  public static boolean isTakenBack(TollEvent event) {
    return event.getStatus() == TollStatus.WITHDRAWN && event.getCause() == CorrectionCause.REVIEW;
  }

  private boolean differs(TollEvent draft, Priced price, TollEvent before, String changed) {
    return status(draft, price, before) != before.getStatus()
        || !price.charge().equals(Optional.ofNullable(before.getCharge()))
        || !before.getPassageIds().containsAll(price.restsOn())
        || draft.getPassageId().equals(changed) && !TollDraft.isOf(draft, before);
  }

  private static CorrectionCause cause(Priced price, TollEvent before, CorrectionCause other) {
    return tariff(price.charge()).equals(tariff(Optional.ofNullable(before.getCharge())))
        ? other
        : TARIFF;
  }

  private static String tariff(Optional<Charge> charge) {
    return charge.map(one -> one.getTariffId() + "/" + one.getTariffVersion()).orElse("");
  }

  /** A person who looked outranks how surely plate and class were read. */
  private TollStatus status(TollEvent draft, Priced price, @Nullable TollEvent before) {
    float sure = Math.min(draft.getPlateConfidence(), draft.getClassConfidence());
    return sure < billAt && !isLookedAt(price, before) ? TollStatus.REVIEW : price.atBest();
  }

  private static boolean isLookedAt(Priced price, @Nullable TollEvent before) {
    return price
        .charge()
        .map(charge -> PersonFacts.of(charge).isBilled())
        .orElseGet(() -> before != null && isPassedWithoutCharge(before));
  }

  /** Where nothing is owed, no charge can tell that a person looked. */
  private static boolean isPassedWithoutCharge(TollEvent event) {
    return event.getCharge() == null
        && event.getStatus() == TollStatus.FINAL
        && event.getCause() == CorrectionCause.REVIEW;
  }

  /** The entry of a way first, then the passage by each of its cameras. */
  private static List<String> passages(Priced price, TollEvent draft) {
    Set<String> passages = new LinkedHashSet<>(price.restsOn());
    passages.addAll(draft.getPassageIds());
    return List.copyOf(passages);
  }

  private TollEvent priced(TollEvent draft, Priced price, @Nullable TollEvent before) {
    TollEvent event = TollChain.copy(draft);
    event.setCharge(price.charge().orElse(null));
    event.setPassageIds(passages(price, draft));
    event.setStatus(status(draft, price, before));
    return event;
  }
}
