-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- People who are erased. Their row stays, so that bookings and passes go on naming somebody: with a
-- word for a name, nothing else, and a deleted_at below zero, the instant of it. No act takes it back.

-- SHA-256 of the ids that are erased, of people and of what they had asked for: known again in a
-- backup that is older, and telling nothing to whoever has no such backup.
CREATE TABLE erasure_log (
  hash TEXT PRIMARY KEY CHECK (length (hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200)      -- what stands instead of one
) STRICT, WITHOUT ROWID;

CREATE TRIGGER erasure_log_no_update BEFORE UPDATE ON erasure_log BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER erasure_log_no_delete BEFORE DELETE ON erasure_log BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;

CREATE TRIGGER person_erased_stays
BEFORE UPDATE OF member, name, fold, email, email_fold, phone, phone_tail, deleted_at, merged_into ON person
WHEN OLD.deleted_at < 0
BEGIN
  SELECT RAISE (ABORT, 'erased');
END;

DROP TRIGGER person_in_use;
CREATE TRIGGER person_in_use AFTER UPDATE OF deleted_at ON person
WHEN NEW.deleted_at > 0 AND EXISTS (SELECT 1 FROM booking WHERE person_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
DROP TRIGGER pass_person_in_use;
CREATE TRIGGER pass_person_in_use AFTER UPDATE OF deleted_at ON person
WHEN NEW.deleted_at > 0 AND EXISTS (SELECT 1 FROM pass WHERE person_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
