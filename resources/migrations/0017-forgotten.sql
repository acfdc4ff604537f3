-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Visits that nobody checked out are closed when their day is over: the house stays full of nobody.

-- Who left is not known to have left then: out_at is the end of the day.
ALTER TABLE booking ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten = 0 OR (forgotten = 1 AND out_at <> 0));

-- Whose day is over is found among who is in.
DROP INDEX booking_in;
CREATE INDEX booking_in ON booking (space_id, day) WHERE state = 'checked-in' AND deleted_at = 0;

DROP TRIGGER booking_changed;
CREATE TRIGGER booking_changed AFTER UPDATE ON booking
WHEN NOT EXISTS (SELECT 1 FROM act WHERE id = foyer_act () AND made = OLD.id)
BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'booking', OLD.id, json_object (
    'space_id', OLD.space_id, 'person_id', OLD.person_id, 'day', OLD.day, 'part', OLD.part,
    'seats', OLD.seats, 'state', OLD.state, 'made_by', OLD.made_by,
    'price_minor', OLD.price_minor, 'currency', OLD.currency, 'key', OLD.key,
    'key_digest', OLD.key_digest, 'in_at', OLD.in_at, 'out_at', OLD.out_at,
    'forgotten', OLD.forgotten, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;

-- The log has a word for it. A row that is checked is made anew to be checked otherwise.
ALTER TABLE visit RENAME TO visit_before;
DROP TRIGGER visit_no_update;
DROP TRIGGER visit_no_delete;
CREATE TABLE visit (
  id         INTEGER PRIMARY KEY,
  booking_id INTEGER NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  event      TEXT NOT NULL CHECK (event IN ('in', 'out', 'out-house', 'in-undone', 'out-undone')),
  at         INTEGER NOT NULL
) STRICT;
INSERT INTO visit SELECT id, booking_id, event, at FROM visit_before;
DROP TABLE visit_before;

CREATE TRIGGER visit_no_update BEFORE UPDATE ON visit BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER visit_no_delete BEFORE DELETE ON visit BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
