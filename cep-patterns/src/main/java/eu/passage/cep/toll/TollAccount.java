package eu.passage.cep.toll;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
   * @param charge null where no tariff applies
   * @param atBest the status it has unless something else is in doubt
   */
  public record Priced(@Nullable Charge charge, TollStatus atBest) {}

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
   * @param drafts all passages that are known of the vehicle
   * @param told the last event of each passage
   * @param cause why anything should have changed
   * @param settledBefore what was told of passages before it stays (milliseconds since the epoch):
   *     not all that it rests on is known any more. One that only comes now is for a person to see
   * @return in order of time
   */
  public List<TollEvent> news(
      Collection<TollEvent> drafts,
      Map<String, TollEvent> told,
      Pricing pricing,
      CorrectionCause cause,
      long settledBefore) {
    List<TollEvent> news = new ArrayList<>();
    Map<String, Priced> prices = pricing.of(drafts);
    Set<String> there = new HashSet<>();
    for (TollEvent draft : drafts) {
      String passage = draft.getPassageId();
      there.add(passage);
      boolean settled = draft.getAt().toEpochMilli() < settledBefore;
      TollEvent before = told.get(passage);
      if (before == null || !settled) {
        Priced price = Objects.requireNonNull(prices.get(passage), passage);
        TollStatus atBest = settled ? TollStatus.REVIEW : price.atBest();
        tell(priced(draft, price.charge(), atBest), before, cause).ifPresent(news::add);
      }
    }
    for (TollEvent before : told.values()) {
      if (!there.contains(before.getPassageId()) && before.getStatus() != TollStatus.WITHDRAWN) {
        news.add(TollChain.withdrawal(before, CorrectionCause.LATE_PASSAGE));
      }
    }
    news.sort(BY_TIME);
    return news;
  }

  private static Optional<TollEvent> tell(
      TollEvent says, @Nullable TollEvent before, CorrectionCause cause) {
    if (before == null) {
      return Optional.of(TollChain.first(says));
    }
    boolean byHand = before.getCause() == CorrectionCause.REVIEW;
    return byHand || !TollChain.differs(says, before)
        ? Optional.empty()
        : Optional.of(TollChain.correction(says, before, cause));
  }

  private TollEvent priced(TollEvent draft, @Nullable Charge charge, TollStatus atBest) {
    float sure = Math.min(draft.getPlateConfidence(), draft.getClassConfidence());
    return TollEvent.newBuilder(draft)
        .setCharge(charge)
        .setStatus(sure < billAt ? TollStatus.REVIEW : atBest)
        .build();
  }
}
