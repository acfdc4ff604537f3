-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What the house rules of a space were, and who accepted which of them.

-- Each text that the rules had, '' for none any more; the last is that of the space.
CREATE TABLE house_rules (
  id         INTEGER PRIMARY KEY,
  space_id   INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  version    INTEGER NOT NULL CHECK (version >= 1),
  text       TEXT NOT NULL CHECK (length (text) <= 4000),
  made_at    INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX house_rules_version ON house_rules (space_id, version) WHERE deleted_at = 0;

CREATE TABLE rules_accepted (
  id          INTEGER PRIMARY KEY,
  person_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  rules_id    INTEGER NOT NULL REFERENCES house_rules (id) ON DELETE RESTRICT,
  accepted_at INTEGER NOT NULL,
  deleted_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX rules_accepted_once ON rules_accepted (person_id, rules_id) WHERE deleted_at = 0;
CREATE INDEX rules_accepted_rules ON rules_accepted (rules_id);

-- The rules that there are have been in force since the journal saw them change, else as long as the space.
INSERT INTO house_rules (space_id, version, text, made_at)
SELECT s.id, 1, s.rules,
       coalesce ((SELECT max (a.at) FROM act_row AS r JOIN act AS a ON a.id = r.act_id
                   WHERE r.tbl = 'space' AND r.row_id = s.id AND r.before <> '' AND r.before ->> 'rules' <> s.rules),
                 s.created_at)
  FROM space AS s WHERE s.rules <> '';

-- A text is a version when it is another one. An undo takes the version back first, and finds the
-- text of the one before it then.
CREATE TRIGGER space_rules_made AFTER INSERT ON space WHEN NEW.rules <> '' BEGIN
  INSERT INTO house_rules (space_id, version, text, made_at) VALUES (NEW.id, 1, NEW.rules, foyer_now ());
END;
CREATE TRIGGER space_rules_changed AFTER UPDATE OF rules ON space WHEN NEW.rules <> OLD.rules BEGIN
  INSERT INTO house_rules (space_id, version, text, made_at)
  SELECT NEW.id, h.version + 1, NEW.rules, foyer_now ()
    FROM (SELECT coalesce (max (version), 0) AS version FROM house_rules
           WHERE space_id = NEW.id AND deleted_at = 0) AS h
   WHERE NEW.rules <> coalesce ((SELECT text FROM house_rules
                                  WHERE space_id = NEW.id AND version = h.version AND deleted_at = 0), '');
END;

-- The journal.

CREATE TRIGGER house_rules_made AFTER INSERT ON house_rules BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'house_rules', NEW.id, '');
END;
CREATE TRIGGER house_rules_changed AFTER UPDATE ON house_rules BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'house_rules', OLD.id, json_object ('deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER house_rules_stays BEFORE UPDATE OF space_id, version, text, made_at ON house_rules BEGIN
  SELECT RAISE (ABORT, 'rules');
END;
CREATE TRIGGER house_rules_no_delete BEFORE DELETE ON house_rules WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER rules_accepted_made AFTER INSERT ON rules_accepted BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'rules_accepted', NEW.id, '');
END;
CREATE TRIGGER rules_accepted_changed AFTER UPDATE ON rules_accepted BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'rules_accepted', OLD.id, json_object (
    'person_id', OLD.person_id, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER rules_accepted_stays BEFORE UPDATE OF rules_id, accepted_at ON rules_accepted BEGIN
  SELECT RAISE (ABORT, 'rules');
END;
CREATE TRIGGER rules_accepted_no_delete BEFORE DELETE ON rules_accepted WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

-- Nobody accepts what is no more or has no word, and what somebody accepted stays.

CREATE TRIGGER rules_accepted_guard AFTER INSERT ON rules_accepted BEGIN
  SELECT RAISE (ABORT, 'rules')
   WHERE NOT EXISTS (SELECT 1 FROM house_rules WHERE id = NEW.rules_id AND deleted_at = 0 AND text <> '');
END;
CREATE TRIGGER house_rules_in_use AFTER UPDATE OF deleted_at ON house_rules
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM rules_accepted WHERE rules_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
CREATE TRIGGER rules_accepted_person_in_use AFTER UPDATE OF deleted_at ON person
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM rules_accepted WHERE person_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
