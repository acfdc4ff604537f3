-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Rights to days, and the half days that visits took of them. What was taken is never changed: a
-- half day that is returned is a line of its own.

-- halves: 0 for as many as its time has, one seat a day. price_minor and method: what was said
-- when it was given out. used follows the lines of pass_use and is part of no act.
CREATE TABLE pass (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  person_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  space_id    INTEGER REFERENCES space (id) ON DELETE RESTRICT,           -- NULL: all that ask the currency
  halves      INTEGER NOT NULL CHECK (halves BETWEEN 0 AND 2000),
  used        INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0),
  reason      TEXT NOT NULL CHECK (reason IN ('sold', 'gift', 'trial')),
  price_minor INTEGER NOT NULL CHECK (price_minor BETWEEN 0 AND 100000000000),
  currency    TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  method      TEXT NOT NULL CHECK (method IN ('', 'cash', 'transfer', 'card')),
  from_day    TEXT NOT NULL CHECK (from_day = '' OR from_day IS date (from_day)),
  until_day   TEXT NOT NULL CHECK (until_day = '' OR (until_day IS date (until_day) AND until_day >= from_day)),
  created_at  INTEGER NOT NULL,
  ended_at    INTEGER NOT NULL DEFAULT 0,
  deleted_at  INTEGER NOT NULL DEFAULT 0,
  CHECK (halves > 0 OR (from_day <> '' AND until_day <> '')),
  CHECK (reason = 'sold' OR (price_minor = 0 AND method = ''))
) STRICT;

CREATE INDEX pass_person ON pass (person_id) WHERE deleted_at = 0;
-- Those that can pay of a visit: whoever has none costs one look.
CREATE INDEX pass_open ON pass (person_id)
  WHERE ended_at = 0 AND deleted_at = 0 AND (halves = 0 OR used < halves);

CREATE TABLE pass_use (
  id         INTEGER PRIMARY KEY,
  pass_id    INTEGER NOT NULL REFERENCES pass (id) ON DELETE RESTRICT,
  booking_id INTEGER NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  halves     INTEGER NOT NULL CHECK (halves <> 0),                        -- below zero: returned
  at         INTEGER NOT NULL
) STRICT;

CREATE INDEX pass_use_booking ON pass_use (booking_id, pass_id, halves);
CREATE INDEX pass_use_pass ON pass_use (pass_id);

CREATE TRIGGER pass_use_no_update BEFORE UPDATE ON pass_use BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER pass_use_no_delete BEFORE DELETE ON pass_use BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;

-- The journal. Of what visits took it has what each pass had paid of the visit before.

CREATE TRIGGER pass_made AFTER INSERT ON pass BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'pass', NEW.id, '');
END;
CREATE TRIGGER pass_changed AFTER UPDATE OF ended_at, deleted_at ON pass BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'pass', OLD.id, json_object (
    'ended_at', OLD.ended_at, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER pass_stays BEFORE UPDATE OF uid, person_id, space_id, halves, reason, price_minor, currency, method,
                                           from_day, until_day, created_at ON pass BEGIN
  SELECT RAISE (ABORT, 'pass');
END;
CREATE TRIGGER pass_no_delete BEFORE DELETE ON pass WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER pass_use_made BEFORE INSERT ON pass_use BEGIN
  INSERT INTO act_extra_row
  SELECT foyer_act (), 'pass_use', NEW.booking_id, coalesce (
    (SELECT json_group_object (pass_id, n)
       FROM (SELECT pass_id, sum (halves) AS n FROM pass_use WHERE booking_id = NEW.booking_id GROUP BY pass_id)
      HAVING count (*) > 0), '')
   WHERE NOT EXISTS (SELECT 1 FROM act_extra_row
                      WHERE act_id = foyer_act () AND tbl = 'pass_use' AND row_id = NEW.booking_id);
END;

-- The guard: no pass pays more than it has, none pays for somebody else, outside of its time or of
-- its spaces, and no visit takes more than it is, whatever the code above believes. An undo brings
-- back what a pass had paid, also one that has ended since.

CREATE TRIGGER pass_use_guard AFTER INSERT ON pass_use BEGIN
  UPDATE pass SET used = used + NEW.halves WHERE id = NEW.pass_id;
  SELECT RAISE (ABORT, 'no-pass')
   WHERE NEW.halves > 0
     AND NOT EXISTS (SELECT 1 FROM pass AS p JOIN booking AS b ON b.id = NEW.booking_id
                      WHERE p.id = NEW.pass_id AND p.person_id = b.person_id AND p.deleted_at = 0
                        AND (p.ended_at = 0 OR EXISTS (SELECT 1 FROM act WHERE id = foyer_act () AND undoes > 0))
                        AND (p.halves = 0 OR p.used <= p.halves)
                        AND p.currency = b.currency AND (p.space_id IS NULL OR p.space_id = b.space_id)
                        AND p.from_day <= b.day AND (p.until_day = '' OR b.day <= p.until_day));
  SELECT RAISE (ABORT, 'pass-use')
    FROM (SELECT sum (halves) AS taken, sum (halves * (pass_id = NEW.pass_id)) AS of_it FROM pass_use
           WHERE booking_id = NEW.booking_id) AS u
    JOIN booking AS b ON b.id = NEW.booking_id
   WHERE u.of_it < 0 OR u.taken > b.seats * ((b.part & 1) + (b.part >> 1));
  SELECT RAISE (ABORT, 'no-pass')
    FROM pass AS p JOIN booking AS mine ON mine.id = NEW.booking_id
   WHERE p.id = NEW.pass_id AND p.halves = 0 AND NEW.halves > 0
     AND (SELECT sum (u.halves) FROM pass_use AS u JOIN booking AS b ON b.id = u.booking_id
           WHERE u.pass_id = p.id AND b.day = mine.day) > 2;
END;

-- Whoever owes nothing for a visit has their half days back.
CREATE TRIGGER pass_use_returned AFTER UPDATE OF state, deleted_at ON booking
WHEN (NEW.deleted_at <> 0
      OR NOT (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out' OR NEW.state = 'no-show'))
 AND EXISTS (SELECT 1 FROM pass_use WHERE booking_id = NEW.id)
 AND NOT (NEW.deleted_at = 0 AND NEW.state = 'cancelled'
          AND EXISTS (SELECT 1 FROM request WHERE booking_id = NEW.id AND late = 1))
BEGIN
  INSERT INTO pass_use (pass_id, booking_id, halves, at)
  SELECT pass_id, NEW.id, -sum (halves), foyer_now () FROM pass_use
   WHERE booking_id = NEW.id GROUP BY pass_id HAVING sum (halves) > 0;
END;

-- Rows that others stand on stay.

CREATE TRIGGER pass_in_use AFTER UPDATE OF deleted_at ON pass WHEN NEW.deleted_at <> 0 AND NEW.used > 0 BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
CREATE TRIGGER pass_person_in_use AFTER UPDATE OF deleted_at ON person
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM pass WHERE person_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
CREATE TRIGGER pass_space_in_use AFTER UPDATE OF deleted_at ON space
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM pass WHERE space_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
