-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Somebody who is here or expected brings a guest: a person with a seat and a booking of their own, of
-- which is known with whose booking they come, and whether that one pays for it.

ALTER TABLE booking ADD COLUMN brought_by INTEGER REFERENCES booking (id) ON DELETE RESTRICT;
ALTER TABLE booking ADD COLUMN host_pays INTEGER NOT NULL DEFAULT 0
  CHECK (host_pays = 0 OR (host_pays = 1 AND brought_by IS NOT NULL));

CREATE INDEX booking_brought ON booking (brought_by) WHERE brought_by IS NOT NULL;

-- It never changes, so that the journal need not know it: with whom a guest came is whose booking it is,
-- whoever that person is merged with.
CREATE TRIGGER booking_brought_stays BEFORE UPDATE OF brought_by, host_pays ON booking
WHEN NEW.brought_by IS NOT OLD.brought_by OR NEW.host_pays <> OLD.host_pays
BEGIN
  SELECT RAISE (ABORT, 'brought');
END;
-- The guest of a guest is a guest of the first, on the same day and in the same place.
CREATE TRIGGER booking_brought_guard AFTER INSERT ON booking
WHEN NEW.brought_by IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM booking WHERE id = NEW.brought_by AND id <> NEW.id AND brought_by IS NULL
                    AND space_id = NEW.space_id AND day = NEW.day AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'brought');
END;
-- Whom a guest came with does not go away while the guest is there.
CREATE TRIGGER booking_brought_in_use AFTER UPDATE OF deleted_at ON booking
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM booking WHERE brought_by = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;

-- Who pays for a booking, for the guards of the passes.
CREATE VIEW booking_payer AS
  SELECT b.id AS booking_id, iif (b.host_pays, (SELECT person_id FROM booking WHERE id = b.brought_by), b.person_id) AS person_id
    FROM booking AS b;

DROP TRIGGER pass_use_guard;
CREATE TRIGGER pass_use_guard AFTER INSERT ON pass_use BEGIN
  UPDATE pass SET used = used + NEW.halves WHERE id = NEW.pass_id;
  SELECT RAISE (ABORT, 'no-pass')
   WHERE NEW.halves > 0
     AND NOT EXISTS (SELECT 1 FROM pass AS p JOIN booking AS b ON b.id = NEW.booking_id
                       JOIN booking_payer AS payer ON payer.booking_id = b.id
                      WHERE p.id = NEW.pass_id AND p.person_id = payer.person_id AND p.deleted_at = 0
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

DROP TRIGGER pass_person_in_use_elsewhere;
CREATE TRIGGER pass_person_in_use_elsewhere AFTER UPDATE OF person_id ON pass
WHEN NEW.person_id <> OLD.person_id
 AND EXISTS (SELECT 1 FROM pass_use AS u JOIN booking_payer AS payer ON payer.booking_id = u.booking_id
              WHERE u.pass_id = NEW.id AND payer.person_id <> NEW.person_id
              GROUP BY u.booking_id HAVING sum (u.halves) > 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
