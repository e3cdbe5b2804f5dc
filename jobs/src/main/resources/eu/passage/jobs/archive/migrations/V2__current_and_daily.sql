CREATE VIEW toll_current AS
SELECT event.*
FROM toll_events event
WHERE event.status <> 'WITHDRAWN'
  AND NOT EXISTS (SELECT 1 FROM toll_events later WHERE later.corrects = event.event_id);

COMMENT ON VIEW toll_current IS
  'What holds now: the events that no other corrects, without those that only take one back. Each passage at most once.';

CREATE VIEW toll_daily AS
SELECT
  local_day,
  originator,
  charging_point,
  vehicle_class,
  tariff_id,
  currency,
  vat,
  count(*) AS events,
  count(*) FILTER (WHERE status = 'PROVISIONAL') AS provisional,
  count(*) FILTER (WHERE status = 'FINAL') AS final,
  count(*) FILTER (WHERE status NOT IN ('PROVISIONAL', 'FINAL')) AS review,
  coalesce(sum(amount), 0) AS amount,
  coalesce(sum(amount) FILTER (WHERE status = 'PROVISIONAL'), 0) AS provisional_amount,
  coalesce(sum(amount) FILTER (WHERE status = 'FINAL'), 0) AS final_amount,
  coalesce(sum(amount) FILTER (WHERE status NOT IN ('PROVISIONAL', 'FINAL')), 0) AS review_amount
FROM toll_current
GROUP BY local_day, originator, charging_point, vehicle_class, tariff_id, currency, vat;

COMMENT ON VIEW toll_daily IS
  'Totals of what holds now, by local day, charging point, class, tariff and currency. Amounts with and without value added tax are apart.';
COMMENT ON COLUMN toll_daily.tariff_id IS 'Null: no tariff applies, nothing is owed.';
COMMENT ON COLUMN toll_daily.final_amount IS 'What may be billed.';
COMMENT ON COLUMN toll_daily.provisional_amount IS 'Rests on something assumed and still asked for.';
COMMENT ON COLUMN toll_daily.review_amount IS 'A person must look before it is billed; also events of a status that this view does not know.';
