-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- A seat that one person takes again and again: bookings of their own, which know their series.
-- A day given free for an absence remembers the booking it was, so that the days of that
-- absence and no others can be taken back.

-- The journal of rows beside the desk; deleted with its act.
CREATE TABLE act_extra_row (
  act_id INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
  tbl    TEXT NOT NULL CHECK (length (tbl) BETWEEN 1 AND 40),
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (before = '' OR json_valid (before)),
  PRIMARY KEY (act_id, tbl, row_id)
) STRICT, WITHOUT ROWID;

-- until_day before from_day: nothing is left of it.
CREATE TABLE series (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  space_id    INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  person_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  weekdays    INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),      -- Monday is bit 0
  every_weeks INTEGER NOT NULL CHECK (every_weeks BETWEEN 1 AND 52),
  part        INTEGER NOT NULL CHECK (part BETWEEN 1 AND 3),
  seats       INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500),
  from_day    TEXT NOT NULL CHECK (from_day IS date (from_day)),
  until_day   TEXT NOT NULL CHECK (until_day IS date (until_day)),
  created_at  INTEGER NOT NULL,
  deleted_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX series_space ON series (space_id, id) WHERE deleted_at = 0;
CREATE INDEX series_person ON series (person_id);

ALTER TABLE booking ADD COLUMN series_id INTEGER REFERENCES series (id) ON DELETE RESTRICT;

CREATE INDEX booking_series ON booking (series_id, day) WHERE series_id IS NOT NULL;

CREATE TRIGGER booking_series_stays BEFORE UPDATE OF series_id ON booking WHEN NEW.series_id IS NOT OLD.series_id BEGIN
  SELECT RAISE (ABORT, 'series');
END;

CREATE TABLE series_away (
  id         INTEGER PRIMARY KEY,
  series_id  INTEGER NOT NULL REFERENCES series (id) ON DELETE RESTRICT,
  booking_id INTEGER NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  day        TEXT NOT NULL CHECK (day IS date (day)),
  deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX series_away_day ON series_away (series_id, day) WHERE deleted_at = 0;
CREATE INDEX series_away_booking ON series_away (booking_id);

CREATE TRIGGER series_made AFTER INSERT ON series BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'series', NEW.id, '');
END;
CREATE TRIGGER series_changed AFTER UPDATE ON series BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'series', OLD.id, json_object (
    'until_day', OLD.until_day, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER series_no_delete BEFORE DELETE ON series WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER series_away_made AFTER INSERT ON series_away BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'series_away', NEW.id, '');
END;
CREATE TRIGGER series_away_changed AFTER UPDATE ON series_away BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'series_away', OLD.id, json_object ('deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER series_away_no_delete BEFORE DELETE ON series_away WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
