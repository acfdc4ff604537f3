-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Two records of one person become one, and two people who look like one are said to be two.

-- Whose record this one went into: what still names it, means them. Only who is gone has one.
ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id) ON DELETE RESTRICT;

CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE person_apart (
  id         INTEGER PRIMARY KEY,
  one_id     INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  other_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  CHECK (one_id < other_id)
) STRICT;

CREATE UNIQUE INDEX person_apart_pair ON person_apart (one_id, other_id) WHERE deleted_at = 0;
CREATE INDEX person_apart_other ON person_apart (other_id);

-- The journal.

CREATE TRIGGER person_apart_made AFTER INSERT ON person_apart BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'person_apart', NEW.id, '');
END;
CREATE TRIGGER person_apart_changed AFTER UPDATE ON person_apart BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'person_apart', OLD.id, json_object ('deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER person_apart_stays BEFORE UPDATE OF one_id, other_id ON person_apart BEGIN
  SELECT RAISE (ABORT, 'apart');
END;
CREATE TRIGGER person_apart_no_delete BEFORE DELETE ON person_apart WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

DROP TRIGGER person_rev;
CREATE TRIGGER person_rev
BEFORE UPDATE OF member, name, fold, email, email_fold, phone, phone_tail, rev, deleted_at, merged_into ON person
WHEN NEW.rev <= OLD.rev BEGIN
  SELECT RAISE (ABORT, 'rev');
END;
DROP TRIGGER person_changed;
CREATE TRIGGER person_changed
AFTER UPDATE OF member, name, fold, email, email_fold, phone, phone_tail, rev, deleted_at, merged_into ON person BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'person', OLD.id, json_object (
    'member', OLD.member, 'name', OLD.name, 'fold', OLD.fold, 'email', OLD.email,
    'email_fold', OLD.email_fold, 'phone', OLD.phone, 'phone_tail', OLD.phone_tail,
    'deleted_at', OLD.deleted_at, 'merged_into', OLD.merged_into))
  ON CONFLICT DO NOTHING;
END;

DROP TRIGGER series_changed;
CREATE TRIGGER series_changed AFTER UPDATE ON series BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'series', OLD.id, json_object (
    'person_id', OLD.person_id, 'until_day', OLD.until_day, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;

DROP TRIGGER waiting_changed;
CREATE TRIGGER waiting_changed AFTER UPDATE ON waiting BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'waiting', OLD.id, json_object (
    'person_id', OLD.person_id, 'state', OLD.state, 'offer_until', OLD.offer_until, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
  INSERT OR IGNORE INTO waiting_look VALUES (NEW.space_id, NEW.day);
END;

DROP TRIGGER pass_changed;
CREATE TRIGGER pass_changed AFTER UPDATE OF person_id, ended_at, deleted_at ON pass BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'pass', OLD.id, json_object (
    'person_id', OLD.person_id, 'ended_at', OLD.ended_at, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;

DROP TRIGGER person_consent_changed;
CREATE TRIGGER person_consent_changed AFTER UPDATE ON person_consent BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'person_consent', OLD.id, json_object (
    'person_id', OLD.person_id, 'withdrawn_at', OLD.withdrawn_at, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;

-- The guard: what is somebody's becomes nobody else's, but goes where its person went, and comes
-- back with them.

DROP TRIGGER waiting_stays;
CREATE TRIGGER waiting_stays BEFORE UPDATE OF space_id, day, part, seats ON waiting BEGIN
  SELECT RAISE (ABORT, 'waiting');
END;
DROP TRIGGER pass_stays;
CREATE TRIGGER pass_stays BEFORE UPDATE OF uid, space_id, halves, reason, price_minor, currency, method,
                                           from_day, until_day, created_at ON pass BEGIN
  SELECT RAISE (ABORT, 'pass');
END;
DROP TRIGGER person_consent_stays;
CREATE TRIGGER person_consent_stays BEFORE UPDATE OF purpose, given_at ON person_consent BEGIN
  SELECT RAISE (ABORT, 'consent');
END;

CREATE TRIGGER booking_person_stays BEFORE UPDATE OF person_id ON booking
WHEN NEW.person_id <> OLD.person_id
 AND NOT EXISTS (SELECT 1 FROM person WHERE (id = OLD.person_id AND merged_into = NEW.person_id)
                                         OR (id = NEW.person_id AND merged_into = OLD.person_id))
BEGIN
  SELECT RAISE (ABORT, 'person');
END;
CREATE TRIGGER series_person_stays BEFORE UPDATE OF person_id ON series
WHEN NEW.person_id <> OLD.person_id
 AND NOT EXISTS (SELECT 1 FROM person WHERE (id = OLD.person_id AND merged_into = NEW.person_id)
                                         OR (id = NEW.person_id AND merged_into = OLD.person_id))
BEGIN
  SELECT RAISE (ABORT, 'person');
END;
CREATE TRIGGER waiting_person_stays BEFORE UPDATE OF person_id ON waiting
WHEN NEW.person_id <> OLD.person_id
 AND NOT EXISTS (SELECT 1 FROM person WHERE (id = OLD.person_id AND merged_into = NEW.person_id)
                                         OR (id = NEW.person_id AND merged_into = OLD.person_id))
BEGIN
  SELECT RAISE (ABORT, 'person');
END;
CREATE TRIGGER pass_person_stays BEFORE UPDATE OF person_id ON pass
WHEN NEW.person_id <> OLD.person_id
 AND NOT EXISTS (SELECT 1 FROM person WHERE (id = OLD.person_id AND merged_into = NEW.person_id)
                                         OR (id = NEW.person_id AND merged_into = OLD.person_id))
BEGIN
  SELECT RAISE (ABORT, 'person');
END;
CREATE TRIGGER person_consent_person_stays BEFORE UPDATE OF person_id ON person_consent
WHEN NEW.person_id <> OLD.person_id
 AND NOT EXISTS (SELECT 1 FROM person WHERE (id = OLD.person_id AND merged_into = NEW.person_id)
                                         OR (id = NEW.person_id AND merged_into = OLD.person_id))
BEGIN
  SELECT RAISE (ABORT, 'person');
END;
CREATE TRIGGER rules_accepted_person_stays BEFORE UPDATE OF person_id ON rules_accepted
WHEN NEW.person_id <> OLD.person_id
 AND NOT EXISTS (SELECT 1 FROM person WHERE (id = OLD.person_id AND merged_into = NEW.person_id)
                                         OR (id = NEW.person_id AND merged_into = OLD.person_id))
BEGIN
  SELECT RAISE (ABORT, 'person');
END;

-- A pass stays with whom it paid for meanwhile.
CREATE TRIGGER pass_person_in_use_elsewhere AFTER UPDATE OF person_id ON pass
WHEN NEW.person_id <> OLD.person_id
 AND EXISTS (SELECT 1 FROM pass_use AS u JOIN booking AS b ON b.id = u.booking_id
              WHERE u.pass_id = NEW.id AND b.person_id <> NEW.person_id GROUP BY u.booking_id HAVING sum (u.halves) > 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;

-- Their last day goes with the visits.
CREATE TRIGGER booking_seen_person AFTER UPDATE OF person_id ON booking WHEN NEW.person_id <> OLD.person_id BEGIN
  UPDATE person SET last_day = coalesce (
    (SELECT day FROM booking
      WHERE person_id = person.id AND state IN ('checked-in', 'checked-out') AND deleted_at = 0
      ORDER BY day DESC LIMIT 1), '')
   WHERE id = OLD.person_id OR id = NEW.person_id;
END;
