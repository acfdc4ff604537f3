-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Calendars of other programs that close days of a space. What they close is worked out with the
-- rules of the week, so that it follows both; who has a seat on such a day keeps it.

-- The columns after deleted_at are what the last reading left, and no part of any act.
CREATE TABLE calendar (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  space_id   INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  name       TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  address    TEXT NOT NULL CHECK (length (address) BETWEEN 1 AND 4000),  -- whoever has it can read it
  closes     TEXT NOT NULL CHECK (closes IN ('days', 'halves', 'nothing')),
  created_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  read_at    INTEGER NOT NULL DEFAULT 0,
  tried_at   INTEGER NOT NULL DEFAULT 0,
  trouble    TEXT NOT NULL DEFAULT '',
  every_ms   INTEGER NOT NULL DEFAULT 0,
  events     INTEGER NOT NULL DEFAULT 0,
  left_out   INTEGER NOT NULL DEFAULT 0,
  etag       TEXT NOT NULL DEFAULT '',
  modified   TEXT NOT NULL DEFAULT '',
  zone       TEXT NOT NULL DEFAULT '',
  until_day  TEXT NOT NULL DEFAULT '' CHECK (until_day = '' OR until_day IS date (until_day))
) STRICT;

CREATE INDEX calendar_space ON calendar (space_id, id);

CREATE TABLE calendar_span (
  calendar_id  INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
  day          TEXT NOT NULL CHECK (day IS date (day)),
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  busy         INTEGER NOT NULL CHECK (busy IN (0, 1)),
  summary      TEXT NOT NULL CHECK (length (summary) <= 200),
  PRIMARY KEY (calendar_id, day, start_minute, end_minute, busy, summary),
  CHECK (start_minute < end_minute)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER calendar_made AFTER INSERT ON calendar BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'calendar', NEW.id, '');
END;
CREATE TRIGGER calendar_changed AFTER UPDATE OF space_id, name, address, closes, deleted_at ON calendar BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'calendar', OLD.id, json_object (
    'name', OLD.name, 'address', OLD.address, 'closes', OLD.closes, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER calendar_no_delete BEFORE DELETE ON calendar WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
CREATE TRIGGER calendar_space_in_use AFTER UPDATE OF deleted_at ON space
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM calendar WHERE space_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;

-- The seats that the rules would open in a half that a calendar closes; 0 where none does. As many
-- as are held stay open in it, so that am_cap and pm_cap are what they always were.

ALTER TABLE slot ADD COLUMN am_shut INTEGER NOT NULL DEFAULT 0 CHECK (am_shut BETWEEN 0 AND 500);
ALTER TABLE slot ADD COLUMN pm_shut INTEGER NOT NULL DEFAULT 0 CHECK (pm_shut BETWEEN 0 AND 500);

-- A seat that somebody leaves in a half that is closed is none for the next.
CREATE TRIGGER slot_shuts_behind AFTER UPDATE OF state, seats, part, day, space_id, deleted_at ON booking
WHEN (OLD.state = 'confirmed' OR OLD.state = 'checked-in' OR OLD.state = 'checked-out') AND OLD.deleted_at = 0
 AND EXISTS (SELECT 1 FROM slot WHERE space_id = OLD.space_id AND day = OLD.day AND (am_shut > 0 OR pm_shut > 0))
BEGIN
  UPDATE slot SET
    am_cap = CASE WHEN am_shut = 0 THEN am_cap ELSE min (am_cap,
      (SELECT coalesce (sum (seats), 0) FROM booking WHERE space_id = OLD.space_id AND day = OLD.day AND part & 1
          AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0)) END,
    pm_cap = CASE WHEN pm_shut = 0 THEN pm_cap ELSE min (pm_cap,
      (SELECT coalesce (sum (seats), 0) FROM booking WHERE space_id = OLD.space_id AND day = OLD.day AND part & 2
          AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0)) END
   WHERE space_id = OLD.space_id AND day = OLD.day;
END;

-- Who is brought back by an undo was there before, and nobody can have taken the seat.
CREATE TRIGGER slot_opens_for_undo BEFORE UPDATE OF state, deleted_at ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
 AND NOT ((OLD.state = 'confirmed' OR OLD.state = 'checked-in' OR OLD.state = 'checked-out') AND OLD.deleted_at = 0)
 AND EXISTS (SELECT 1 FROM slot WHERE space_id = NEW.space_id AND day = NEW.day AND (am_shut > 0 OR pm_shut > 0))
 AND EXISTS (SELECT 1 FROM act WHERE id = foyer_act () AND undoes > 0)
BEGIN
  UPDATE slot SET
    am_cap = CASE WHEN am_shut > 0 AND NEW.part & 1 THEN max (am_cap, min (am_shut, am_cap + NEW.seats)) ELSE am_cap END,
    pm_cap = CASE WHEN pm_shut > 0 AND NEW.part & 2 THEN max (pm_cap, min (pm_shut, pm_cap + NEW.seats)) ELSE pm_cap END
   WHERE space_id = NEW.space_id AND day = NEW.day;
END;
