-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- An archived space keeps its past and takes nobody any more. What a price is made of, and what
-- only accepted guests read, belong to the space.

ALTER TABLE space ADD COLUMN archived_at INTEGER NOT NULL DEFAULT 0 CHECK (archived_at >= 0);
ALTER TABLE space ADD COLUMN shares TEXT NOT NULL DEFAULT '' CHECK (length (shares) <= 1000);   -- one a line: minor units, a blank, what for
ALTER TABLE space ADD COLUMN note TEXT NOT NULL DEFAULT '' CHECK (length (note) <= 4000);

DROP TRIGGER space_changed;
CREATE TRIGGER space_changed AFTER UPDATE ON space BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'space', OLD.id, json_object (
    'name', OLD.name, 'kind', OLD.kind, 'seats', OLD.seats, 'price_minor', OLD.price_minor,
    'half_price_minor', OLD.half_price_minor, 'currency', OLD.currency, 'half_at', OLD.half_at,
    'cut_off', OLD.cut_off, 'cancel_minute', OLD.cancel_minute, 'cancel_days', OLD.cancel_days,
    'tz', OLD.tz, 'street', OLD.street, 'postcode', OLD.postcode, 'city', OLD.city,
    'point', OLD.point, 'lat_e6', OLD.lat_e6, 'lon_e6', OLD.lon_e6,
    'public_address', OLD.public_address, 'door', OLD.door, 'wifi', OLD.wifi, 'about', OLD.about,
    'rules', OLD.rules, 'tags', OLD.tags, 'closed_on_holidays', OLD.closed_on_holidays, 'desks', OLD.desks,
    'archived_at', OLD.archived_at, 'shares', OLD.shares, 'note', OLD.note,
    'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;

-- Everything that a listing says of a space, or that its point is worked out from.
DROP TRIGGER space_told;
CREATE TRIGGER space_told AFTER UPDATE ON space
WHEN (NEW.name, NEW.kind, NEW.seats, NEW.price_minor, NEW.half_price_minor, NEW.currency, NEW.shares, NEW.cancel_minute,
      NEW.cancel_days, NEW.tz, NEW.street, NEW.postcode, NEW.city, NEW.point, NEW.lat_e6, NEW.lon_e6,
      NEW.public_address, NEW.about, NEW.rules, NEW.tags)
  <> (OLD.name, OLD.kind, OLD.seats, OLD.price_minor, OLD.half_price_minor, OLD.currency, OLD.shares, OLD.cancel_minute,
      OLD.cancel_days, OLD.tz, OLD.street, OLD.postcode, OLD.city, OLD.point, OLD.lat_e6, OLD.lon_e6,
      OLD.public_address, OLD.about, OLD.rules, OLD.tags)
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'listing', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.id AND p.ended_at = 0
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;

-- Nobody takes a seat in an archived space, waits for one or finds it. Who was there stays on record.

CREATE TRIGGER booking_archived_insert BEFORE INSERT ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
 AND (SELECT archived_at FROM space WHERE id = NEW.space_id) <> 0
BEGIN
  SELECT RAISE (ABORT, 'archived');
END;
CREATE TRIGGER booking_archived_update BEFORE UPDATE OF state, seats, part, day, space_id, deleted_at ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
 AND NOT ((OLD.state = 'confirmed' OR OLD.state = 'checked-in' OR OLD.state = 'checked-out') AND OLD.deleted_at = 0
          AND NEW.space_id = OLD.space_id AND NEW.day = OLD.day
          AND NEW.part & OLD.part = NEW.part AND NEW.seats <= OLD.seats)
 AND (SELECT archived_at FROM space WHERE id = NEW.space_id) <> 0
BEGIN
  SELECT RAISE (ABORT, 'archived');
END;
CREATE TRIGGER waiting_archived_insert BEFORE INSERT ON waiting
WHEN (SELECT archived_at FROM space WHERE id = NEW.space_id) <> 0
BEGIN
  SELECT RAISE (ABORT, 'archived');
END;
CREATE TRIGGER waiting_archived_update BEFORE UPDATE OF state, deleted_at ON waiting
WHEN (NEW.state = 'waiting' OR NEW.state = 'offered') AND NEW.deleted_at = 0
 AND (SELECT archived_at FROM space WHERE id = NEW.space_id) <> 0
BEGIN
  SELECT RAISE (ABORT, 'archived');
END;
CREATE TRIGGER publication_archived_insert BEFORE INSERT ON publication
WHEN NEW.ended_at = 0 AND (SELECT archived_at FROM space WHERE id = NEW.space_id) <> 0
BEGIN
  SELECT RAISE (ABORT, 'archived');
END;
CREATE TRIGGER publication_archived_update BEFORE UPDATE OF ended_at ON publication
WHEN NEW.ended_at = 0 AND (SELECT archived_at FROM space WHERE id = NEW.space_id) <> 0
BEGIN
  SELECT RAISE (ABORT, 'archived');
END;

-- The days and the clock are not known here: that nobody is expected, whoever archives looks up.
CREATE TRIGGER space_archived BEFORE UPDATE OF archived_at ON space
WHEN NEW.archived_at <> 0 AND OLD.archived_at = 0
 AND (EXISTS (SELECT 1 FROM booking WHERE space_id = NEW.id AND state = 'requested' AND deleted_at = 0)
      OR EXISTS (SELECT 1 FROM waiting WHERE space_id = NEW.id AND (state = 'waiting' OR state = 'offered') AND deleted_at = 0)
      OR EXISTS (SELECT 1 FROM publication WHERE space_id = NEW.id AND ended_at = 0))
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
