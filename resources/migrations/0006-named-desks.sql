-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Seats that have a name. The names of a space are one value, in the order of the host, a line "KEY NAME"
-- for each; wishes hold on to the key. Who sits where is worked out and never kept.

ALTER TABLE space ADD COLUMN desks TEXT NOT NULL DEFAULT '' CHECK (length (desks) <= 30000);

DROP TRIGGER space_changed;
CREATE TRIGGER space_changed AFTER UPDATE ON space BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'space', OLD.id, json_object (
    'name', OLD.name, 'kind', OLD.kind, 'seats', OLD.seats, 'price_minor', OLD.price_minor,
    'half_price_minor', OLD.half_price_minor, 'currency', OLD.currency, 'half_at', OLD.half_at,
    'cut_off', OLD.cut_off, 'cancel_minute', OLD.cancel_minute, 'cancel_days', OLD.cancel_days,
    'tz', OLD.tz, 'street', OLD.street, 'postcode', OLD.postcode, 'city', OLD.city,
    'point', OLD.point, 'lat_e6', OLD.lat_e6, 'lon_e6', OLD.lon_e6,
    'public_address', OLD.public_address, 'door', OLD.door, 'wifi', OLD.wifi, 'about', OLD.about,
    'rules', OLD.rules, 'tags', OLD.tags, 'closed_on_holidays', OLD.closed_on_holidays,
    'desks', OLD.desks, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;

-- What one booking asks of the desks: which it wishes for, whether that is its own, and at which it
-- was let in. 0 is none, and so is a key that its space no longer has.
CREATE TABLE desk_wish (
  booking_id INTEGER PRIMARY KEY REFERENCES booking (id) ON DELETE RESTRICT,
  desk       INTEGER NOT NULL CHECK (desk >= 0),
  pinned     INTEGER NOT NULL CHECK (pinned = 0 OR (pinned = 1 AND desk > 0)),
  sits       INTEGER NOT NULL CHECK (sits >= 0),
  deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER desk_wish_made AFTER INSERT ON desk_wish BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'desk_wish', NEW.booking_id, '');
END;
CREATE TRIGGER desk_wish_changed AFTER UPDATE ON desk_wish BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'desk_wish', OLD.booking_id, json_object (
    'desk', OLD.desk, 'pinned', OLD.pinned, 'sits', OLD.sits, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER desk_wish_no_delete BEFORE DELETE ON desk_wish WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
CREATE TRIGGER desk_wish_stays BEFORE UPDATE OF booking_id ON desk_wish WHEN NEW.booking_id <> OLD.booking_id BEGIN
  SELECT RAISE (ABORT, 'desk-wish');
END;

-- The guard: no desk is pinned for two in one half of a day.
CREATE VIEW desk_pin AS
  SELECT b.id AS booking_id, b.space_id, b.day, b.part, w.desk
    FROM booking AS b JOIN desk_wish AS w ON w.booking_id = b.id
   WHERE b.state IN ('confirmed', 'checked-in', 'checked-out') AND b.deleted_at = 0
     AND w.pinned = 1 AND w.deleted_at = 0;

CREATE TRIGGER desk_wish_guard_insert AFTER INSERT ON desk_wish WHEN NEW.pinned = 1 AND NEW.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'desk-taken')
    FROM desk_pin AS mine JOIN desk_pin AS other ON other.space_id = mine.space_id AND other.day = mine.day
   WHERE mine.booking_id = NEW.booking_id AND other.booking_id <> mine.booking_id
     AND other.desk = mine.desk AND other.part & mine.part;
END;
CREATE TRIGGER desk_wish_guard_update AFTER UPDATE OF desk, pinned, deleted_at ON desk_wish
WHEN NEW.pinned = 1 AND NEW.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'desk-taken')
    FROM desk_pin AS mine JOIN desk_pin AS other ON other.space_id = mine.space_id AND other.day = mine.day
   WHERE mine.booking_id = NEW.booking_id AND other.booking_id <> mine.booking_id
     AND other.desk = mine.desk AND other.part & mine.part;
END;
-- Who comes back finds a desk that went to somebody else meanwhile.
CREATE TRIGGER booking_desk_guard AFTER UPDATE OF state, part, day, space_id, deleted_at ON booking
WHEN EXISTS (SELECT 1 FROM desk_wish WHERE booking_id = NEW.id AND pinned = 1) BEGIN
  SELECT RAISE (ABORT, 'desk-taken')
    FROM desk_pin AS mine JOIN desk_pin AS other ON other.space_id = mine.space_id AND other.day = mine.day
   WHERE mine.booking_id = NEW.id AND other.booking_id <> mine.booking_id
     AND other.desk = mine.desk AND other.part & mine.part;
END;
