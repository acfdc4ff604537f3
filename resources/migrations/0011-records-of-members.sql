-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What a host writes down about a member, and what a member agrees to. It never leaves this computer.

-- needs and languages: one a line. card_fold: letters and digits of card.
CREATE TABLE person_record (
  person_id       INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE RESTRICT,
  needs           TEXT NOT NULL CHECK (length (needs) <= 2000),
  languages       TEXT NOT NULL CHECK (length (languages) <= 2000),
  notes           TEXT NOT NULL CHECK (length (notes) <= 4000),
  emergency_name  TEXT NOT NULL CHECK (length (emergency_name) <= 400),
  emergency_phone TEXT NOT NULL CHECK (length (emergency_phone) <= 400),
  card            TEXT NOT NULL CHECK (length (card) <= 200),
  card_fold       TEXT NOT NULL CHECK (length (card_fold) <= 400)
) STRICT;

-- A card is one person's.
CREATE UNIQUE INDEX person_record_card ON person_record (card_fold) WHERE card_fold <> '';

-- Since when, and until when, somebody agrees to what: nothing of it is ever changed afterwards.
CREATE TABLE person_consent (
  id           INTEGER PRIMARY KEY,
  person_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  purpose      TEXT NOT NULL CHECK (length (purpose) BETWEEN 1 AND 40),
  given_at     INTEGER NOT NULL,
  withdrawn_at INTEGER NOT NULL DEFAULT 0,
  deleted_at   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX person_consent_given ON person_consent (person_id, purpose)
  WHERE withdrawn_at = 0 AND deleted_at = 0;

-- A list of all members, from A to Z.
CREATE INDEX person_name ON person (member, fold) WHERE deleted_at = 0;

CREATE TRIGGER person_record_made AFTER INSERT ON person_record BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'person_record', NEW.person_id, '');
END;
CREATE TRIGGER person_record_changed AFTER UPDATE ON person_record BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'person_record', OLD.person_id, json_object (
    'needs', OLD.needs, 'languages', OLD.languages, 'notes', OLD.notes, 'emergency_name', OLD.emergency_name,
    'emergency_phone', OLD.emergency_phone, 'card', OLD.card, 'card_fold', OLD.card_fold))
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER person_consent_made AFTER INSERT ON person_consent BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'person_consent', NEW.id, '');
END;
CREATE TRIGGER person_consent_changed AFTER UPDATE ON person_consent BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'person_consent', OLD.id, json_object (
    'withdrawn_at', OLD.withdrawn_at, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER person_consent_stays BEFORE UPDATE OF person_id, purpose, given_at ON person_consent BEGIN
  SELECT RAISE (ABORT, 'consent');
END;
CREATE TRIGGER person_consent_no_delete BEFORE DELETE ON person_consent WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
