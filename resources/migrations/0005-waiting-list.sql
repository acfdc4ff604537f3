-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Who waits for a seat of a full day, in the order in which they asked. A seat that is offered
-- is held like one that is booked, so that nobody else can take it meanwhile.

CREATE TABLE waiting (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  space_id    INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  person_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  day         TEXT NOT NULL CHECK (day IS date (day)),
  part        INTEGER NOT NULL CHECK (part BETWEEN 1 AND 3),          -- 1 morning, 2 afternoon, 3 both
  seats       INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500),
  state       TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'booked', 'lapsed', 'refused', 'removed')),
  offer_until INTEGER NOT NULL DEFAULT 0 CHECK ((state = 'offered') = (offer_until > 0)),
  created_at  INTEGER NOT NULL,
  deleted_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX waiting_day ON waiting (space_id, day, id) WHERE deleted_at = 0;
CREATE INDEX waiting_offer ON waiting (offer_until) WHERE offer_until > 0 AND deleted_at = 0;
CREATE INDEX waiting_person ON waiting (person_id);

-- Days on which something changed for those who wait; empty between transactions.
CREATE TABLE waiting_look (
  space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  day      TEXT NOT NULL,
  PRIMARY KEY (space_id, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER waiting_made AFTER INSERT ON waiting BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'waiting', NEW.id, '');
  INSERT OR IGNORE INTO waiting_look VALUES (NEW.space_id, NEW.day);
END;
CREATE TRIGGER waiting_changed AFTER UPDATE ON waiting BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'waiting', OLD.id, json_object (
    'state', OLD.state, 'offer_until', OLD.offer_until, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
  INSERT OR IGNORE INTO waiting_look VALUES (NEW.space_id, NEW.day);
END;
CREATE TRIGGER waiting_no_delete BEFORE DELETE ON waiting WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
CREATE TRIGGER waiting_stays BEFORE UPDATE OF space_id, person_id, day, part, seats ON waiting BEGIN
  SELECT RAISE (ABORT, 'waiting');
END;

CREATE TRIGGER waiting_booking_look AFTER UPDATE OF state, seats, part, day, space_id, deleted_at ON booking
WHEN EXISTS (SELECT 1 FROM waiting WHERE space_id = OLD.space_id AND day = OLD.day AND deleted_at = 0)
BEGIN
  INSERT OR IGNORE INTO waiting_look VALUES (OLD.space_id, OLD.day);
END;
CREATE TRIGGER waiting_slot_look AFTER UPDATE OF am_cap, pm_cap ON slot
WHEN EXISTS (SELECT 1 FROM waiting WHERE space_id = NEW.space_id AND day = NEW.day AND deleted_at = 0)
BEGIN
  INSERT OR IGNORE INTO waiting_look VALUES (NEW.space_id, NEW.day);
END;

-- Whoever gets a seat waits no longer, and takes the one that was kept for them.
CREATE TRIGGER waiting_seated BEFORE INSERT ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
BEGIN
  UPDATE waiting SET state = 'booked', offer_until = 0
   WHERE space_id = NEW.space_id AND day = NEW.day AND person_id = NEW.person_id AND part & NEW.part
     AND (state = 'waiting' OR state = 'offered') AND deleted_at = 0;
END;

CREATE TRIGGER waiting_person_in_use AFTER UPDATE OF deleted_at ON person
WHEN NEW.deleted_at <> 0
 AND EXISTS (SELECT 1 FROM waiting WHERE person_id = NEW.id AND (state = 'waiting' OR state = 'offered') AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
CREATE TRIGGER waiting_space_in_use AFTER UPDATE OF deleted_at ON space
WHEN NEW.deleted_at <> 0
 AND EXISTS (SELECT 1 FROM waiting WHERE space_id = NEW.id AND (state = 'waiting' OR state = 'offered') AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;

-- The guard, with the seats that are offered.

DROP TRIGGER booking_guard_insert;
CREATE TRIGGER booking_guard_insert AFTER INSERT ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
BEGIN
  SELECT RAISE (ABORT, 'oversell')
    FROM (SELECT sum (seats * (part & 1)) AS am, sum (seats * (part >> 1)) AS pm FROM booking
           WHERE space_id = NEW.space_id AND day = NEW.day
             AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0) AS held,
         (SELECT coalesce (sum (seats * (part & 1)), 0) AS am, coalesce (sum (seats * (part >> 1)), 0) AS pm FROM waiting
           WHERE space_id = NEW.space_id AND day = NEW.day AND state = 'offered' AND deleted_at = 0) AS kept
    LEFT JOIN slot ON slot.space_id = NEW.space_id AND slot.day = NEW.day
   WHERE (NEW.part & 1 AND held.am + kept.am > coalesce (slot.am_cap, 0))
      OR (NEW.part & 2 AND held.pm + kept.pm > coalesce (slot.pm_cap, 0));
END;

DROP TRIGGER booking_guard_update;
CREATE TRIGGER booking_guard_update AFTER UPDATE OF state, seats, part, day, space_id, deleted_at ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
 AND NOT ((OLD.state = 'confirmed' OR OLD.state = 'checked-in' OR OLD.state = 'checked-out') AND OLD.deleted_at = 0
          AND NEW.space_id = OLD.space_id AND NEW.day = OLD.day
          AND NEW.part & OLD.part = NEW.part AND NEW.seats <= OLD.seats)
BEGIN
  SELECT RAISE (ABORT, 'oversell')
    FROM (SELECT sum (seats * (part & 1)) AS am, sum (seats * (part >> 1)) AS pm FROM booking
           WHERE space_id = NEW.space_id AND day = NEW.day
             AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0) AS held,
         (SELECT coalesce (sum (seats * (part & 1)), 0) AS am, coalesce (sum (seats * (part >> 1)), 0) AS pm FROM waiting
           WHERE space_id = NEW.space_id AND day = NEW.day AND state = 'offered' AND deleted_at = 0) AS kept
    LEFT JOIN slot ON slot.space_id = NEW.space_id AND slot.day = NEW.day
   WHERE (NEW.part & 1 AND held.am + kept.am > coalesce (slot.am_cap, 0))
      OR (NEW.part & 2 AND held.pm + kept.pm > coalesce (slot.pm_cap, 0));
END;

CREATE TRIGGER waiting_guard AFTER UPDATE OF state, deleted_at ON waiting
WHEN NEW.state = 'offered' AND NEW.deleted_at = 0 AND NOT (OLD.state = 'offered' AND OLD.deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'oversell')
    FROM (SELECT coalesce (sum (seats * (part & 1)), 0) AS am, coalesce (sum (seats * (part >> 1)), 0) AS pm FROM booking
           WHERE space_id = NEW.space_id AND day = NEW.day
             AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0) AS held,
         (SELECT sum (seats * (part & 1)) AS am, sum (seats * (part >> 1)) AS pm FROM waiting
           WHERE space_id = NEW.space_id AND day = NEW.day AND state = 'offered' AND deleted_at = 0) AS kept
    LEFT JOIN slot ON slot.space_id = NEW.space_id AND slot.day = NEW.day
   WHERE (NEW.part & 1 AND held.am + kept.am > coalesce (slot.am_cap, 0))
      OR (NEW.part & 2 AND held.pm + kept.pm > coalesce (slot.pm_cap, 0));
END;
CREATE TRIGGER waiting_guard_insert BEFORE INSERT ON waiting WHEN NEW.state <> 'waiting' BEGIN
  SELECT RAISE (ABORT, 'waiting');
END;

-- A seat that is offered is none that others see free.
CREATE TRIGGER waiting_seats_told AFTER UPDATE OF state, deleted_at ON waiting
WHEN (NEW.state = 'offered' AND NEW.deleted_at = 0) <> (OLD.state = 'offered' AND OLD.deleted_at = 0)
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'availability', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.space_id AND p.ended_at = 0 AND NEW.day BETWEEN p.seats_from AND p.seats_until
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;
