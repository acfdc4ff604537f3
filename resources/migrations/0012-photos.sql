-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Photos of a space, as they travel. The first is the cover. A place in the order is never given
-- twice, so that one that comes back finds its own free.

CREATE TABLE photo (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  space_id   INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  position   INTEGER NOT NULL CHECK (position >= 1),
  sha256     TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  created_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  bytes      BLOB NOT NULL CHECK (length (bytes) BETWEEN 1 AND 300000)    -- last, so that the rest is read without it
) STRICT;

-- Whoever lists spaces reads no photo: all of it is in here.
CREATE INDEX photo_space ON photo (space_id, deleted_at, position, sha256);
CREATE INDEX photo_sha256 ON photo (sha256);

CREATE TRIGGER photo_made AFTER INSERT ON photo BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'photo', NEW.id, '');
END;
CREATE TRIGGER photo_changed AFTER UPDATE ON photo BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'photo', OLD.id, json_object (
    'position', OLD.position, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER photo_stays BEFORE UPDATE OF uid, space_id, sha256, bytes ON photo BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
CREATE TRIGGER photo_no_delete BEFORE DELETE ON photo WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
CREATE TRIGGER photo_space_in_use AFTER UPDATE OF deleted_at ON space
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM photo WHERE space_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;

-- At most six, and each once.
CREATE TRIGGER photo_guard AFTER INSERT ON photo WHEN NEW.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'same-photo')
   WHERE (SELECT count (*) FROM photo WHERE space_id = NEW.space_id AND deleted_at = 0 AND sha256 = NEW.sha256) > 1;
  SELECT RAISE (ABORT, 'many-photos')
   WHERE (SELECT count (*) FROM photo WHERE space_id = NEW.space_id AND deleted_at = 0) > 6;
END;
CREATE TRIGGER photo_guard_again AFTER UPDATE OF deleted_at ON photo WHEN NEW.deleted_at = 0 AND OLD.deleted_at <> 0 BEGIN
  SELECT RAISE (ABORT, 'same-photo')
   WHERE (SELECT count (*) FROM photo WHERE space_id = NEW.space_id AND deleted_at = 0 AND sha256 = NEW.sha256) > 1;
  SELECT RAISE (ABORT, 'many-photos')
   WHERE (SELECT count (*) FROM photo WHERE space_id = NEW.space_id AND deleted_at = 0) > 6;
END;

-- The outbox learns of another kind. A photo is no document that somebody writes: its post keeps no
-- bytes, it goes as it is, and its subject is the row.

CREATE TABLE post_before AS SELECT * FROM post;
DROP TABLE post;
CREATE TABLE post (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  origin     TEXT NOT NULL CHECK (length (origin) BETWEEN 1 AND 300),
  kind       TEXT NOT NULL CHECK (kind IN ('listing', 'availability', 'tombstone', 'request', 'decision',
                                           'withdrawal', 'photo')),
  subject    TEXT NOT NULL CHECK (length (subject) = 36),
  space_id   INTEGER REFERENCES space (id) ON DELETE RESTRICT,
  booking_id INTEGER REFERENCES booking (id) ON DELETE RESTRICT,
  seat_id    INTEGER REFERENCES my_seat (id) ON DELETE RESTRICT,
  version    INTEGER NOT NULL DEFAULT 1,
  given      INTEGER NOT NULL DEFAULT 0,
  rev        INTEGER NOT NULL DEFAULT 0 CHECK (rev >= 0),
  body       BLOB,
  attempts   INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at    INTEGER NOT NULL DEFAULT 0,
  refused    INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1)),
  trouble    TEXT NOT NULL DEFAULT '' CHECK (length (trouble) <= 200),
  since      INTEGER NOT NULL DEFAULT 0,
  CHECK ((body IS NULL) = (rev = 0)),
  CHECK (kind <> 'photo' OR body IS NULL),
  CHECK ((space_id IS NOT NULL) + (booking_id IS NOT NULL) + (seat_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO post SELECT * FROM post_before;
DROP TABLE post_before;

CREATE UNIQUE INDEX post_unwritten ON post (origin, subject, kind) WHERE body IS NULL;
CREATE INDEX post_subject ON post (origin, subject, seq);
CREATE INDEX post_space ON post (space_id) WHERE space_id IS NOT NULL;
CREATE INDEX post_booking ON post (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX post_seat ON post (seat_id) WHERE seat_id IS NOT NULL;

-- Written down by the act that is under way, or since the last one.
CREATE TRIGGER post_made AFTER INSERT ON post WHEN NEW.since = 0 BEGIN
  UPDATE post SET since = coalesce ((SELECT at FROM act ORDER BY id DESC LIMIT 1), 0) WHERE seq = NEW.seq;
END;
-- One that was refused gives way to its successor.
CREATE TRIGGER post_succeeds AFTER INSERT ON post WHEN NEW.body IS NULL BEGIN
  DELETE FROM post WHERE origin = NEW.origin AND subject = NEW.subject AND kind = NEW.kind AND refused = 1;
END;

-- What is published names its photos, and they follow it.

CREATE TRIGGER photo_made_told AFTER INSERT ON photo WHEN NEW.deleted_at = 0 BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'listing', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.space_id AND p.ended_at = 0
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT origin, 'photo', NEW.uid, space_id FROM publication WHERE space_id = NEW.space_id AND ended_at = 0;
END;
CREATE TRIGGER photo_told AFTER UPDATE OF position, deleted_at ON photo
WHEN (NEW.position, NEW.deleted_at) <> (OLD.position, OLD.deleted_at)
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'listing', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.space_id AND p.ended_at = 0
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
  DELETE FROM post WHERE space_id = NEW.space_id AND kind = 'photo' AND subject = NEW.uid AND NEW.deleted_at <> 0;
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT origin, 'photo', NEW.uid, space_id FROM publication
   WHERE space_id = NEW.space_id AND ended_at = 0 AND NEW.deleted_at = 0 AND OLD.deleted_at <> 0
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER publication_begun_photos AFTER INSERT ON publication WHEN NEW.ended_at = 0 BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT NEW.origin, 'photo', uid, space_id FROM photo WHERE space_id = NEW.space_id AND deleted_at = 0;
END;
CREATE TRIGGER publication_again_photos AFTER UPDATE OF ended_at ON publication
WHEN NEW.ended_at = 0 AND OLD.ended_at <> 0
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT NEW.origin, 'photo', uid, space_id FROM photo WHERE space_id = NEW.space_id AND deleted_at = 0
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '', next_at = 0;
END;
