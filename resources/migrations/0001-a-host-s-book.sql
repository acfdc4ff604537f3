-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- A host's book. Days are local dates of the space, instants UTC milliseconds, money
-- minor units. deleted_at = 0 means that the row lives; nothing that an act can take
-- back is ever deleted while it lives. foyer_act() is the act of the running
-- transaction and fails outside one, so that no change escapes the journal.
--
-- For a list of words in what runs with every row, IN makes a table of them each time: OR
-- does not.

CREATE TABLE profile (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  created_at     INTEGER NOT NULL,
  clean_shutdown INTEGER NOT NULL CHECK (clean_shutdown IN (0, 1)),
  last_backup_at INTEGER NOT NULL CHECK (last_backup_at >= 0)
) STRICT;

-- What was done, and what each row was before it ('' for a row that the act made).
-- A later act of the same row stands above an earlier one, so only the first image counts.
-- The one booking that most acts make stands in the act itself: a page less to be written
-- before somebody has a seat. act_image has it among the rest.

CREATE TABLE act (
  id        INTEGER PRIMARY KEY,
  verb      TEXT NOT NULL CHECK (length (verb) BETWEEN 1 AND 20),
  subject   TEXT NOT NULL CHECK (length (subject) = 36),
  at        INTEGER NOT NULL,
  undone_at INTEGER NOT NULL DEFAULT 0,
  undoes    INTEGER NOT NULL DEFAULT 0,
  made      INTEGER NOT NULL DEFAULT 0                                -- booking.id
) STRICT;

CREATE TABLE act_row (
  act_id INTEGER NOT NULL REFERENCES act (id) ON DELETE RESTRICT,
  tbl    TEXT NOT NULL CHECK (tbl = 'space' OR tbl = 'opening_rule' OR tbl = 'day_exception' OR tbl = 'person'
                              OR tbl = 'person_skill' OR tbl = 'booking'),
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (before = '' OR json_valid (before)),
  PRIMARY KEY (act_id, tbl, row_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW act_image AS
  SELECT id AS act_id, 'booking' AS tbl, made AS row_id, '' AS before FROM act WHERE made <> 0
  UNION ALL
  SELECT act_id, tbl, row_id, before FROM act_row;

CREATE TABLE space (
  id               INTEGER PRIMARY KEY,
  uid              TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  name             TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  kind             TEXT NOT NULL CHECK (kind IN ('home', 'coworking', 'third-place')),
  seats            INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500),
  price_minor      INTEGER NOT NULL CHECK (price_minor BETWEEN 0 AND 100000000000),
  half_price_minor INTEGER NOT NULL CHECK (half_price_minor BETWEEN -1 AND 100000000000),
  currency         TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  half_at          INTEGER NOT NULL CHECK (half_at BETWEEN 0 AND 1440),
  cut_off          INTEGER NOT NULL CHECK (cut_off BETWEEN 0 AND 1440),
  cancel_minute    INTEGER NOT NULL CHECK (cancel_minute BETWEEN 0 AND 1440),
  cancel_days      INTEGER NOT NULL CHECK (cancel_days BETWEEN 0 AND 366),
  tz               TEXT NOT NULL CHECK (length (tz) BETWEEN 1 AND 100),
  street           TEXT NOT NULL CHECK (length (street) <= 400),
  postcode         TEXT NOT NULL CHECK (length (postcode) <= 400),
  city             TEXT NOT NULL CHECK (length (city) <= 400),
  point            TEXT NOT NULL CHECK (point IN ('none', 'host', 'gazetteer')),
  lat_e6           INTEGER NOT NULL CHECK (lat_e6 BETWEEN -90000000 AND 90000000),
  lon_e6           INTEGER NOT NULL CHECK (lon_e6 BETWEEN -180000000 AND 180000000),
  public_address   INTEGER NOT NULL CHECK (public_address IN (0, 1)),
  door             TEXT NOT NULL CHECK (length (door) <= 4000),
  wifi             TEXT NOT NULL CHECK (length (wifi) <= 4000),
  about            TEXT NOT NULL CHECK (length (about) <= 4000),
  rules            TEXT NOT NULL CHECK (length (rules) <= 4000),
  tags             TEXT NOT NULL CHECK (length (tags) <= 8000),       -- one a line
  created_at       INTEGER NOT NULL,
  rev              INTEGER NOT NULL CHECK (rev >= 1),
  deleted_at       INTEGER NOT NULL DEFAULT 0,
  CHECK (NOT (kind = 'home' AND public_address = 1))
) STRICT;

CREATE TABLE opening_rule (
  id           INTEGER PRIMARY KEY,
  space_id     INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  weekdays     INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),   -- Monday is bit 0
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  seats        INTEGER NOT NULL CHECK (seats = -1 OR seats BETWEEN 1 AND 500),
  from_day     TEXT NOT NULL CHECK (from_day = '' OR from_day IS date (from_day)),
  until_day    TEXT NOT NULL CHECK (until_day = '' OR until_day IS date (until_day)),
  deleted_at   INTEGER NOT NULL DEFAULT 0,
  CHECK (start_minute < end_minute)
) STRICT;

CREATE INDEX opening_rule_space ON opening_rule (space_id, id) WHERE deleted_at = 0;

CREATE TABLE day_exception (
  id           INTEGER PRIMARY KEY,
  space_id     INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  day          TEXT NOT NULL CHECK (day IS date (day)),
  mode         TEXT NOT NULL CHECK (mode IN ('rule', 'open', 'closed')),
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440),
  seats        INTEGER NOT NULL CHECK (seats BETWEEN -1 AND 500),
  note         TEXT NOT NULL CHECK (length (note) <= 1000),
  deleted_at   INTEGER NOT NULL DEFAULT 0,
  CHECK (mode <> 'open' OR (start_minute < end_minute AND seats <> 0))
) STRICT;

CREATE UNIQUE INDEX day_exception_day ON day_exception (space_id, day) WHERE deleted_at = 0;

-- Seats of each half, worked out from the rules: from today on, and for days with
-- bookings. What is past stays as it was.

CREATE TABLE slot (
  space_id     INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  day          TEXT NOT NULL CHECK (day IS date (day)),
  am_cap       INTEGER NOT NULL CHECK (am_cap BETWEEN 0 AND 500),
  pm_cap       INTEGER NOT NULL CHECK (pm_cap BETWEEN 0 AND 500),
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1440),
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1440),
  PRIMARY KEY (space_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  member     INTEGER NOT NULL CHECK (member IN (0, 1)),
  name       TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  fold       TEXT NOT NULL CHECK (length (fold) <= 1000),             -- foyer_text_fold (name)
  email      TEXT NOT NULL CHECK (length (email) <= 400),
  email_fold TEXT NOT NULL CHECK (length (email_fold) <= 1000),
  phone      TEXT NOT NULL CHECK (length (phone) <= 400),
  phone_tail TEXT NOT NULL CHECK (length (phone_tail) <= 400),        -- its digits, the last first
  last_day   TEXT NOT NULL DEFAULT '' CHECK (last_day = '' OR last_day = date (last_day)),
  created_at INTEGER NOT NULL,
  rev        INTEGER NOT NULL CHECK (rev >= 1),
  deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who was here last is looked for first; last_day follows the bookings by itself and is
-- neither part of a revision nor of the journal.
CREATE INDEX person_seen ON person (last_day DESC, fold, member) WHERE deleted_at = 0;
CREATE INDEX person_email ON person (email_fold) WHERE deleted_at = 0 AND email_fold <> '';
CREATE INDEX person_phone ON person (phone_tail) WHERE deleted_at = 0 AND phone_tail <> '';

CREATE VIRTUAL TABLE person_fts USING fts5 (
  fold, content = 'person', content_rowid = 'id', prefix = '1 2 3', detail = 'full',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER person_fts_insert AFTER INSERT ON person BEGIN
  INSERT INTO person_fts (rowid, fold) VALUES (NEW.id, NEW.fold);
END;
CREATE TRIGGER person_fts_update AFTER UPDATE OF fold ON person WHEN NEW.fold IS NOT OLD.fold BEGIN
  INSERT INTO person_fts (person_fts, rowid, fold) VALUES ('delete', OLD.id, OLD.fold);
  INSERT INTO person_fts (rowid, fold) VALUES (NEW.id, NEW.fold);
END;
CREATE TRIGGER person_fts_delete AFTER DELETE ON person BEGIN
  INSERT INTO person_fts (person_fts, rowid, fold) VALUES ('delete', OLD.id, OLD.fold);
END;

CREATE TABLE person_skill (
  id         INTEGER PRIMARY KEY,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  skill      TEXT NOT NULL CHECK (length (skill) BETWEEN 1 AND 200),
  deleted_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX person_skill_person ON person_skill (person_id) WHERE deleted_at = 0;

CREATE TABLE booking (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  space_id    INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  person_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  day         TEXT NOT NULL CHECK (day IS date (day)),
  part        INTEGER NOT NULL CHECK (part BETWEEN 1 AND 3),          -- 1 morning, 2 afternoon, 3 both
  seats       INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500),
  state       TEXT NOT NULL CHECK (state = 'requested' OR state = 'confirmed' OR state = 'declined'
                                   OR state = 'expired' OR state = 'withdrawn' OR state = 'cancelled'
                                   OR state = 'checked-in' OR state = 'checked-out' OR state = 'no-show'),
  made_by     TEXT NOT NULL CHECK (made_by IN ('host', 'guest')),
  price_minor INTEGER NOT NULL CHECK (price_minor BETWEEN 0 AND 100000000000),
  currency    TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  key         TEXT NOT NULL CHECK (length (key) <= 200),
  key_digest  TEXT NOT NULL CHECK (length (key_digest) IN (0, 64) AND (key = '') = (key_digest = '')),
  in_at       INTEGER NOT NULL DEFAULT 0,
  out_at      INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  rev         INTEGER NOT NULL CHECK (rev >= 1),
  deleted_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX booking_held ON booking (space_id, day, part, seats)
  WHERE state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0;
CREATE INDEX booking_person ON booking (person_id, day, space_id, state) WHERE deleted_at = 0;
CREATE INDEX booking_asked ON booking (space_id, day) WHERE state = 'requested' AND deleted_at = 0;
CREATE INDEX booking_in ON booking (space_id, person_id) WHERE state = 'checked-in' AND deleted_at = 0;
CREATE UNIQUE INDEX booking_key ON booking (key) WHERE key <> '' AND deleted_at = 0;

CREATE TRIGGER booking_seen_insert AFTER INSERT ON booking
WHEN NEW.state IN ('checked-in', 'checked-out') AND NEW.deleted_at = 0
BEGIN
  UPDATE person SET last_day = max (last_day, NEW.day) WHERE id = NEW.person_id;
END;
CREATE TRIGGER booking_seen_update AFTER UPDATE OF state, day, person_id, deleted_at ON booking
WHEN (OLD.state IN ('checked-in', 'checked-out') AND OLD.deleted_at = 0)
     <> (NEW.state IN ('checked-in', 'checked-out') AND NEW.deleted_at = 0)
BEGIN
  UPDATE person SET last_day = coalesce (
    (SELECT day FROM booking
      WHERE person_id = NEW.person_id AND state IN ('checked-in', 'checked-out') AND deleted_at = 0
      ORDER BY day DESC LIMIT 1), '')
   WHERE id = NEW.person_id;
END;

-- Who came and went, as it happened. What was wrong is corrected by a new line.

CREATE TABLE visit (
  id         INTEGER PRIMARY KEY,
  booking_id INTEGER NOT NULL REFERENCES booking (id) ON DELETE RESTRICT,
  event      TEXT NOT NULL CHECK (event IN ('in', 'out', 'in-undone', 'out-undone')),
  at         INTEGER NOT NULL
) STRICT;

CREATE TRIGGER visit_no_update BEFORE UPDATE ON visit BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER visit_no_delete BEFORE DELETE ON visit BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;

-- The guard: no seat is held twice, whatever the code above believes.

CREATE TRIGGER booking_guard_insert AFTER INSERT ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
BEGIN
  SELECT RAISE (ABORT, 'oversell')
    FROM (SELECT sum (seats * (part & 1)) AS am, sum (seats * (part >> 1)) AS pm FROM booking
           WHERE space_id = NEW.space_id AND day = NEW.day
             AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0) AS held
    LEFT JOIN slot ON slot.space_id = NEW.space_id AND slot.day = NEW.day
   WHERE (NEW.part & 1 AND held.am > coalesce (slot.am_cap, 0))
      OR (NEW.part & 2 AND held.pm > coalesce (slot.pm_cap, 0));
END;

-- Who holds the seat already keeps it, also where a restore left too many holders.
CREATE TRIGGER booking_guard_update AFTER UPDATE OF state, seats, part, day, space_id, deleted_at ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
 AND NOT ((OLD.state = 'confirmed' OR OLD.state = 'checked-in' OR OLD.state = 'checked-out') AND OLD.deleted_at = 0
          AND NEW.space_id = OLD.space_id AND NEW.day = OLD.day
          AND NEW.part & OLD.part = NEW.part AND NEW.seats <= OLD.seats)
BEGIN
  SELECT RAISE (ABORT, 'oversell')
    FROM (SELECT sum (seats * (part & 1)) AS am, sum (seats * (part >> 1)) AS pm FROM booking
           WHERE space_id = NEW.space_id AND day = NEW.day
             AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0) AS held
    LEFT JOIN slot ON slot.space_id = NEW.space_id AND slot.day = NEW.day
   WHERE (NEW.part & 1 AND held.am > coalesce (slot.am_cap, 0))
      OR (NEW.part & 2 AND held.pm > coalesce (slot.pm_cap, 0));
END;

CREATE TRIGGER slot_guard_update AFTER UPDATE OF am_cap, pm_cap ON slot
WHEN NEW.am_cap < OLD.am_cap OR NEW.pm_cap < OLD.pm_cap
BEGIN
  SELECT RAISE (ABORT, 'has-bookings')
   WHERE (NEW.am_cap < OLD.am_cap
          AND (SELECT coalesce (sum (seats), 0) FROM booking
                WHERE space_id = NEW.space_id AND day = NEW.day AND part & 1
                  AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0) > NEW.am_cap)
      OR (NEW.pm_cap < OLD.pm_cap
          AND (SELECT coalesce (sum (seats), 0) FROM booking
                WHERE space_id = NEW.space_id AND day = NEW.day AND part & 2
                  AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0) > NEW.pm_cap);
END;
CREATE TRIGGER slot_guard_move BEFORE UPDATE OF space_id, day ON slot
WHEN NEW.space_id <> OLD.space_id OR NEW.day <> OLD.day
BEGIN
  SELECT RAISE (ABORT, 'has-bookings');
END;
CREATE TRIGGER slot_guard_delete BEFORE DELETE ON slot
WHEN EXISTS (SELECT 1 FROM booking
              WHERE space_id = OLD.space_id AND day = OLD.day
                AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'has-bookings');
END;

-- Rows that others stand on stay.

CREATE TRIGGER person_in_use AFTER UPDATE OF deleted_at ON person
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM booking WHERE person_id = NEW.id AND deleted_at = 0)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
CREATE TRIGGER space_in_use AFTER UPDATE OF deleted_at ON space
WHEN NEW.deleted_at <> 0
 AND (EXISTS (SELECT 1 FROM booking WHERE space_id = NEW.id AND deleted_at = 0)
      OR EXISTS (SELECT 1 FROM opening_rule WHERE space_id = NEW.id AND deleted_at = 0)
      OR EXISTS (SELECT 1 FROM day_exception WHERE space_id = NEW.id AND deleted_at = 0))
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;

-- Revisions only grow.

CREATE TRIGGER space_rev BEFORE UPDATE ON space WHEN NEW.rev <= OLD.rev BEGIN
  SELECT RAISE (ABORT, 'rev');
END;
CREATE TRIGGER person_rev BEFORE UPDATE OF member, name, fold, email, email_fold, phone, phone_tail, rev, deleted_at ON person
WHEN NEW.rev <= OLD.rev BEGIN
  SELECT RAISE (ABORT, 'rev');
END;
CREATE TRIGGER booking_rev BEFORE UPDATE ON booking WHEN NEW.rev <= OLD.rev BEGIN
  SELECT RAISE (ABORT, 'rev');
END;

-- The journal.

CREATE TRIGGER space_made AFTER INSERT ON space BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'space', NEW.id, '');
END;
CREATE TRIGGER space_changed AFTER UPDATE ON space BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'space', OLD.id, json_object (
    'name', OLD.name, 'kind', OLD.kind, 'seats', OLD.seats, 'price_minor', OLD.price_minor,
    'half_price_minor', OLD.half_price_minor, 'currency', OLD.currency, 'half_at', OLD.half_at,
    'cut_off', OLD.cut_off, 'cancel_minute', OLD.cancel_minute, 'cancel_days', OLD.cancel_days,
    'tz', OLD.tz, 'street', OLD.street, 'postcode', OLD.postcode, 'city', OLD.city,
    'point', OLD.point, 'lat_e6', OLD.lat_e6, 'lon_e6', OLD.lon_e6,
    'public_address', OLD.public_address, 'door', OLD.door, 'wifi', OLD.wifi, 'about', OLD.about,
    'rules', OLD.rules, 'tags', OLD.tags, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER space_no_delete BEFORE DELETE ON space WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER opening_rule_made AFTER INSERT ON opening_rule BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'opening_rule', NEW.id, '');
END;
CREATE TRIGGER opening_rule_changed AFTER UPDATE ON opening_rule BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'opening_rule', OLD.id, json_object (
    'space_id', OLD.space_id, 'weekdays', OLD.weekdays, 'start_minute', OLD.start_minute,
    'end_minute', OLD.end_minute, 'seats', OLD.seats, 'from_day', OLD.from_day,
    'until_day', OLD.until_day, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER opening_rule_no_delete BEFORE DELETE ON opening_rule WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER day_exception_made AFTER INSERT ON day_exception BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'day_exception', NEW.id, '');
END;
CREATE TRIGGER day_exception_changed AFTER UPDATE ON day_exception BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'day_exception', OLD.id, json_object (
    'space_id', OLD.space_id, 'day', OLD.day, 'mode', OLD.mode, 'start_minute', OLD.start_minute,
    'end_minute', OLD.end_minute, 'seats', OLD.seats, 'note', OLD.note, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER day_exception_no_delete BEFORE DELETE ON day_exception WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER person_made AFTER INSERT ON person BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'person', NEW.id, '');
END;
CREATE TRIGGER person_changed AFTER UPDATE OF member, name, fold, email, email_fold, phone, phone_tail, rev, deleted_at ON person BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'person', OLD.id, json_object (
    'member', OLD.member, 'name', OLD.name, 'fold', OLD.fold, 'email', OLD.email,
    'email_fold', OLD.email_fold, 'phone', OLD.phone, 'phone_tail', OLD.phone_tail,
    'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER person_no_delete BEFORE DELETE ON person WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER person_skill_made AFTER INSERT ON person_skill BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'person_skill', NEW.id, '');
END;
CREATE TRIGGER person_skill_changed AFTER UPDATE ON person_skill BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'person_skill', OLD.id, json_object (
    'person_id', OLD.person_id, 'skill', OLD.skill, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER person_skill_no_delete BEFORE DELETE ON person_skill WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;

CREATE TRIGGER booking_made AFTER INSERT ON booking BEGIN
  UPDATE act SET made = NEW.id WHERE id = foyer_act () AND made = 0;
  INSERT INTO act_row SELECT foyer_act (), 'booking', NEW.id, '' WHERE changes () = 0;
END;
CREATE TRIGGER booking_changed AFTER UPDATE ON booking
WHEN NOT EXISTS (SELECT 1 FROM act WHERE id = foyer_act () AND made = OLD.id)
BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'booking', OLD.id, json_object (
    'space_id', OLD.space_id, 'person_id', OLD.person_id, 'day', OLD.day, 'part', OLD.part,
    'seats', OLD.seats, 'state', OLD.state, 'made_by', OLD.made_by,
    'price_minor', OLD.price_minor, 'currency', OLD.currency, 'key', OLD.key,
    'key_digest', OLD.key_digest, 'in_at', OLD.in_at, 'out_at', OLD.out_at,
    'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER booking_no_delete BEFORE DELETE ON booking WHEN OLD.deleted_at = 0 BEGIN
  SELECT RAISE (ABORT, 'lives');
END;
