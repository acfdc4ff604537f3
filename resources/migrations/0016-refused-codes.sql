-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Codes that let nobody in, and why. A fact like a visit, which no undo takes back; nothing of the
-- code itself is kept, and after three months nothing at all.

CREATE TABLE refused_code (
  id        INTEGER PRIMARY KEY,
  space_id  INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  day       TEXT NOT NULL CHECK (day IS date (day)),
  at        INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('ticket', 'card', 'unknown')),
  reason    TEXT NOT NULL CHECK (length (reason) BETWEEN 1 AND 40)
) STRICT;

CREATE INDEX refused_code_day ON refused_code (space_id, day);
CREATE INDEX refused_code_at ON refused_code (at);
CREATE INDEX refused_code_person ON refused_code (person_id) WHERE person_id IS NOT NULL;

CREATE TRIGGER refused_code_stays BEFORE UPDATE OF space_id, day, at, kind, reason ON refused_code BEGIN
  SELECT RAISE (ABORT, 'refused');
END;
