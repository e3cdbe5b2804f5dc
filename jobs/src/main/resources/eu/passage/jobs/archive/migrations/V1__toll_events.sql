-- A copy of the topic toll-events, one row for each event. Rows are added, never changed: what was wrong is corrected by another
-- event. Whoever adds a column gives it the default that the Avro schema has for the field, so that events that are sent again
-- still equal their rows.

CREATE TABLE toll_events (
  event_id         text PRIMARY KEY,
  originator       text NOT NULL CHECK (originator <> ''),
  charging_point   text NOT NULL CHECK (charging_point <> ''),
  sequence         bigint NOT NULL CHECK (sequence >= 1),
  status           text NOT NULL,
  corrects         text,
  cause            text NOT NULL,
  at               timestamptz NOT NULL,
  local_day        date NOT NULL,
  uncertainty_ms   integer NOT NULL,
  late             boolean NOT NULL,
  passage_id       text NOT NULL,
  passage_ids      jsonb NOT NULL,
  camera_id        text NOT NULL,
  camera_country   text NOT NULL,
  road             text NOT NULL,
  segment          text,
  direction        text NOT NULL,
  from_country     text,
  to_country       text,
  plate            text NOT NULL,
  country          text,
  plate_confidence real NOT NULL,
  front            jsonb,
  rear             jsonb,
  vehicle_class    text NOT NULL,
  class_confidence real NOT NULL,
  class_reasons    jsonb NOT NULL,
  axles            integer,
  weight_kg        integer,
  evidence         jsonb NOT NULL,
  tariff_id        text,
  tariff_version   text,
  amount           numeric(12, 4),
  currency         text,
  vat              text,
  uncapped         numeric(12, 4),
  exemption        text,
  inputs           jsonb,
  archived_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT one_event_for_each_number UNIQUE (originator, charging_point, sequence),
  CONSTRAINT a_charge_is_whole_or_absent CHECK (
    (tariff_id IS NULL) = (amount IS NULL) AND (tariff_id IS NULL) = (currency IS NULL)
      AND (tariff_id IS NULL) = (inputs IS NULL))
);

-- to know whether an event has been corrected
CREATE INDEX toll_events_corrects ON toll_events (corrects) WHERE corrects IS NOT NULL;
-- for a day's totals and its reconciliation
CREATE INDEX toll_events_day ON toll_events (local_day, charging_point);
-- for a question about one vehicle
CREATE INDEX toll_events_plate ON toll_events (plate, at);

COMMENT ON TABLE toll_events IS
  'Every toll event, corrections too, as the topic toll-events gave it. Rows are never changed. What may be billed is in toll_current.';
COMMENT ON COLUMN toll_events.event_id IS 'Deterministic: from the originator, the passage, and what the event says of it.';
COMMENT ON COLUMN toll_events.originator IS 'Who runs the charging point.';
COMMENT ON COLUMN toll_events.charging_point IS 'As the camera catalogue names it: one camera, or several that see the same spot.';
COMMENT ON COLUMN toll_events.sequence IS 'Counts the events of an originator at a charging point, corrections too, from 1 without a gap.';
COMMENT ON COLUMN toll_events.status IS
  'PROVISIONAL: rests on something assumed and still asked for. FINAL: rests on nothing assumed. REVIEW: a person must look before it is billed. WITHDRAWN: takes back the event it corrects.';
COMMENT ON COLUMN toll_events.corrects IS 'The event whose whole place this one takes; null on a first event.';
COMMENT ON COLUMN toll_events.cause IS 'Why it corrects another: NONE, REGISTRY, LATE_PASSAGE, TARIFF, REVIEW or OTHER.';
COMMENT ON COLUMN toll_events.at IS 'When the truck passed, by the camera''s clock.';
COMMENT ON COLUMN toll_events.local_day IS 'The day of at, in the archive''s time zone.';
COMMENT ON COLUMN toll_events.uncertainty_ms IS 'How far at may be off, milliseconds.';
COMMENT ON COLUMN toll_events.late IS 'True when it came late.';
COMMENT ON COLUMN toll_events.passage_id IS 'The passage it rests on.';
COMMENT ON COLUMN toll_events.passage_ids IS 'All passages it rests on: several cameras at one spot, or a way between points.';
COMMENT ON COLUMN toll_events.camera_id IS 'The camera as named in the camera catalogue.';
COMMENT ON COLUMN toll_events.camera_country IS 'Whose tariff applies, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN toll_events.road IS 'The road''s name.';
COMMENT ON COLUMN toll_events.segment IS 'The part of the road that tariffs name; null where the camera catalogue names none.';
COMMENT ON COLUMN toll_events.direction IS 'The way the truck moved past the camera.';
COMMENT ON COLUMN toll_events.from_country IS 'The country left; null unless the passage is a crossing.';
COMMENT ON COLUMN toll_events.to_country IS 'The country entered; null unless the passage is a crossing.';
COMMENT ON COLUMN toll_events.plate IS 'Upper case, no separators. The tractor''s where a camera sees the front, else perhaps the trailer''s.';
COMMENT ON COLUMN toll_events.country IS 'The plate''s country; null where nothing speaks for one.';
COMMENT ON COLUMN toll_events.plate_confidence IS 'Probability of the text, 0 to 1.';
COMMENT ON COLUMN toll_events.front IS 'The tractor''s plate: text, country, confidence, cameraId; null where no camera saw the front.';
COMMENT ON COLUMN toll_events.rear IS 'The plate at the rear, which may be a trailer''s; null where no camera saw it.';
COMMENT ON COLUMN toll_events.vehicle_class IS 'The vehicle class of the tariff.';
COMMENT ON COLUMN toll_events.class_confidence IS 'Probability of the class, 0 to 1.';
COMMENT ON COLUMN toll_events.class_reasons IS 'What spoke for and against its being a truck: source, says, weight.';
COMMENT ON COLUMN toll_events.axles IS 'Counted by a sensor; null where there is none.';
COMMENT ON COLUMN toll_events.weight_kg IS 'Kilograms, measured while it moved; null where there is no sensor.';
COMMENT ON COLUMN toll_events.evidence IS 'The frames that show it, oldest first: references and SHA-256, never pictures.';
COMMENT ON COLUMN toll_events.tariff_id IS 'The tariff; null where none applies at this point and time.';
COMMENT ON COLUMN toll_events.tariff_version IS 'Of the tariff, as it was in force when the truck passed.';
COMMENT ON COLUMN toll_events.amount IS 'What is owed for this passage in all, in units of the currency. That of a correction is the new total, not a difference.';
COMMENT ON COLUMN toll_events.currency IS 'ISO 4217.';
COMMENT ON COLUMN toll_events.vat IS 'Whether the amount contains value added tax: EXCLUSIVE, INCLUSIVE, NONE (not subject to it) or UNKNOWN.';
COMMENT ON COLUMN toll_events.uncapped IS 'What it would be without the cap of a day; null where that makes no difference.';
COMMENT ON COLUMN toll_events.exemption IS 'Why nothing is owed, as the tariff names it.';
COMMENT ON COLUMN toll_events.inputs IS 'Every fact that the amount rests on: name, value, source.';
COMMENT ON COLUMN toll_events.archived_at IS 'When the row was written.';
