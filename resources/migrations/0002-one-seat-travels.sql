-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What leaves this machine and what comes back. A change of what others can see queues a
-- post here, in triggers, so that no verb can forget it; the sync layer writes and signs
-- it later. A post is one until its bytes are kept: changes before that are the same post.
-- What others were told only moves forward, and the schema keeps it so.

-- Grows when a backup is put in place of a profile.
ALTER TABLE profile ADD COLUMN generation INTEGER NOT NULL DEFAULT 0 CHECK (generation >= 0);

-- The journal of rows that are not of the desk; deleted with its act.
CREATE TABLE act_travel_row (
  act_id INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
  tbl    TEXT NOT NULL CHECK (tbl IN ('publication', 'my_seat')),
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (before = '' OR json_valid (before)),
  PRIMARY KEY (act_id, tbl, row_id)
) STRICT, WITHOUT ROWID;

-- A space as others know it, the same on every directory. Revisions are the highest that
-- any document of it had.

CREATE TABLE listing (
  space_id  INTEGER PRIMARY KEY REFERENCES space (id) ON DELETE RESTRICT,
  uid       TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  rev       INTEGER NOT NULL DEFAULT 0 CHECK (rev >= 0),
  seats_rev INTEGER NOT NULL DEFAULT 0 CHECK (seats_rev >= 0)
) STRICT;

CREATE TRIGGER listing_rev BEFORE UPDATE ON listing WHEN NEW.rev < OLD.rev OR NEW.seats_rev < OLD.seats_rev BEGIN
  SELECT RAISE (ABORT, 'rev');
END;

-- rev: of the listing that the directory has, 0 for none. told: what was handed over for
-- sending last. seats_from, seats_until: the days of the availability that was.

CREATE TABLE publication (
  id          INTEGER PRIMARY KEY,
  space_id    INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  origin      TEXT NOT NULL CHECK (length (origin) BETWEEN 1 AND 300),
  rev         INTEGER NOT NULL DEFAULT 0 CHECK (rev >= 0),
  told        TEXT NOT NULL DEFAULT '' CHECK (told IN ('', 'listing', 'tombstone')),
  seats_from  TEXT NOT NULL DEFAULT '' CHECK (seats_from = '' OR seats_from IS date (seats_from)),
  seats_until TEXT NOT NULL DEFAULT '9999-12-31' CHECK (seats_until IS date (seats_until)),
  created_at  INTEGER NOT NULL,
  ended_at    INTEGER NOT NULL DEFAULT 0,
  UNIQUE (space_id, origin)
) STRICT;

-- A seat at somebody else's place. by: who put it into its state. told: what was handed
-- over for sending last; the bytes are kept, since a directory that was restored gets the
-- same again.

CREATE TABLE my_seat (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  origin          TEXT NOT NULL CHECK (length (origin) BETWEEN 1 AND 300),
  listing         TEXT NOT NULL CHECK (length (listing) = 36),
  host            TEXT NOT NULL CHECK (length (host) IN (0, 43)),
  name            TEXT NOT NULL CHECK (length (name) <= 200),
  area            TEXT NOT NULL CHECK (length (area) <= 200),
  tz              TEXT NOT NULL CHECK (length (tz) <= 100),
  day             TEXT NOT NULL CHECK (day IS date (day)),
  part            INTEGER NOT NULL CHECK (part BETWEEN 1 AND 3),
  seats           INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500),
  state           TEXT NOT NULL CHECK (state IN ('requested', 'confirmed', 'declined', 'expired', 'withdrawn',
                                                 'cancelled', 'no-show')),
  by              TEXT NOT NULL CHECK (by IN ('host', 'guest')),
  rev             INTEGER NOT NULL DEFAULT 0 CHECK (rev >= 0),
  price_minor     INTEGER NOT NULL CHECK (price_minor BETWEEN 0 AND 100000000000),
  currency        TEXT NOT NULL CHECK (currency = '' OR currency GLOB '[A-Z][A-Z][A-Z]'),
  cancel_minute   INTEGER NOT NULL CHECK (cancel_minute BETWEEN 0 AND 1440),
  cancel_days     INTEGER NOT NULL CHECK (cancel_days BETWEEN 0 AND 366),
  asked_at        INTEGER NOT NULL,
  answer_by       INTEGER NOT NULL DEFAULT 0,
  guest_name      TEXT NOT NULL CHECK (length (guest_name) BETWEEN 1 AND 200),
  phone           TEXT NOT NULL CHECK (length (phone) <= 400),
  email           TEXT NOT NULL CHECK (length (email) <= 400),
  guest_note      TEXT NOT NULL CHECK (length (guest_note) <= 4000),
  skills          TEXT NOT NULL CHECK (length (skills) <= 8000),       -- one a line
  consents        TEXT NOT NULL CHECK (length (consents) <= 4000),     -- one a line
  told            TEXT NOT NULL DEFAULT '' CHECK (told IN ('', 'request', 'withdrawal')),
  request_rev     INTEGER NOT NULL DEFAULT 0,
  request_body    BLOB,
  withdrawal_rev  INTEGER NOT NULL DEFAULT 0,
  withdrawal_body BLOB,
  trouble         TEXT NOT NULL DEFAULT '' CHECK (length (trouble) <= 200),
  has_access      INTEGER NOT NULL DEFAULT 0 CHECK (has_access IN (0, 1)),
  street          TEXT NOT NULL DEFAULT '' CHECK (length (street) <= 4000),
  postcode        TEXT NOT NULL DEFAULT '' CHECK (length (postcode) <= 4000),
  city            TEXT NOT NULL DEFAULT '' CHECK (length (city) <= 4000),
  door            TEXT NOT NULL DEFAULT '' CHECK (length (door) <= 4000),
  wifi            TEXT NOT NULL DEFAULT '' CHECK (length (wifi) <= 4000),
  note            TEXT NOT NULL DEFAULT '' CHECK (length (note) <= 4000),
  ticket          TEXT NOT NULL DEFAULT '' CHECK (length (ticket) <= 400),
  created_at      INTEGER NOT NULL,
  deleted_at      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX my_seat_day ON my_seat (day, id) WHERE deleted_at = 0;

CREATE TRIGGER my_seat_rev BEFORE UPDATE ON my_seat WHEN NEW.rev < OLD.rev BEGIN
  SELECT RAISE (ABORT, 'rev');
END;

-- The guests of this host: the same key is the same person.

CREATE TABLE guest_key (
  key       TEXT PRIMARY KEY CHECK (length (key) = 43),
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX guest_key_person ON guest_key (person_id);

-- What came with a request, beside its booking. rev: the highest of the sequence that both
-- sides share. decided: what the last decision that was handed over for sending says; taken:
-- whether the directory has it. left: the guest took the booking back; late: after the hour
-- until which that costs nothing.

CREATE TABLE request (
  booking_id    INTEGER PRIMARY KEY REFERENCES booking (id) ON DELETE RESTRICT,
  origin        TEXT NOT NULL CHECK (length (origin) BETWEEN 1 AND 300),
  guest_key     TEXT NOT NULL CHECK (length (guest_key) = 43),
  rev           INTEGER NOT NULL CHECK (rev >= 1),
  asked_at      INTEGER NOT NULL,
  answer_by     INTEGER NOT NULL,
  note          TEXT NOT NULL CHECK (length (note) <= 4000),
  skills        TEXT NOT NULL CHECK (length (skills) <= 8000),         -- one a line
  consents      TEXT NOT NULL CHECK (length (consents) <= 4000),       -- one a line
  cancel_minute INTEGER NOT NULL DEFAULT 0 CHECK (cancel_minute BETWEEN 0 AND 1440),
  cancel_days   INTEGER NOT NULL DEFAULT 0 CHECK (cancel_days BETWEEN 0 AND 366),
  decided       TEXT NOT NULL DEFAULT '' CHECK (decided IN ('', 'confirmed', 'declined', 'cancelled', 'no-show')),
  decided_rev   INTEGER NOT NULL DEFAULT 0,
  decided_body  BLOB,
  taken         INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1)),
  left          INTEGER NOT NULL DEFAULT 0 CHECK (left IN (0, 1)),
  late          INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1))
) STRICT;

CREATE TRIGGER request_rev BEFORE UPDATE ON request WHEN NEW.rev < OLD.rev BEGIN
  SELECT RAISE (ABORT, 'rev');
END;

-- The outbox. body is NULL until the post is written; version counts changes of what it is
-- about, given is the version that was last handed out to be written.

CREATE TABLE post (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  origin     TEXT NOT NULL CHECK (length (origin) BETWEEN 1 AND 300),
  kind       TEXT NOT NULL CHECK (kind IN ('listing', 'availability', 'tombstone', 'request', 'decision',
                                           'withdrawal')),
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
  CHECK ((space_id IS NOT NULL) + (booking_id IS NOT NULL) + (seat_id IS NOT NULL) = 1)
) STRICT;

CREATE UNIQUE INDEX post_unwritten ON post (origin, subject, kind) WHERE body IS NULL;
CREATE INDEX post_subject ON post (origin, subject, seq);
CREATE INDEX post_space ON post (space_id) WHERE space_id IS NOT NULL;
CREATE INDEX post_booking ON post (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX post_seat ON post (seat_id) WHERE seat_id IS NOT NULL;

-- The inbox: up to where each was read, and what was read. raw is kept of what was not
-- applied, for a later version or a later look.

CREATE TABLE mailbox (
  origin TEXT NOT NULL CHECK (length (origin) BETWEEN 1 AND 300),
  host   TEXT NOT NULL CHECK (length (host) IN (0, 43)),
  epoch  TEXT NOT NULL CHECK (length (epoch) <= 400),
  cursor TEXT NOT NULL CHECK (length (cursor) <= 400),
  PRIMARY KEY (origin, host)
) STRICT, WITHOUT ROWID;

CREATE TABLE news (
  id      INTEGER PRIMARY KEY,
  origin  TEXT NOT NULL,
  host    TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('request', 'decision', 'withdrawal', 'unknown')),
  booking TEXT NOT NULL CHECK (length (booking) <= 100),
  rev     INTEGER NOT NULL,
  digest  TEXT NOT NULL CHECK (length (digest) = 64),
  key     TEXT NOT NULL CHECK (length (key) <= 43),
  at      INTEGER NOT NULL,
  applied INTEGER NOT NULL CHECK (applied IN (0, 1)),
  raw     BLOB,
  UNIQUE (booking, rev, digest)
) STRICT;

-- The journal.

CREATE TRIGGER publication_made AFTER INSERT ON publication BEGIN
  INSERT INTO act_travel_row VALUES (foyer_act (), 'publication', NEW.id, '');
END;
CREATE TRIGGER publication_changed AFTER UPDATE OF ended_at ON publication WHEN NEW.ended_at <> OLD.ended_at BEGIN
  INSERT INTO act_travel_row VALUES (foyer_act (), 'publication', OLD.id, json_object ('ended_at', OLD.ended_at))
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER my_seat_made AFTER INSERT ON my_seat BEGIN
  INSERT INTO act_travel_row VALUES (foyer_act (), 'my_seat', NEW.id, '');
END;
CREATE TRIGGER my_seat_changed AFTER UPDATE OF state, by, deleted_at ON my_seat
WHEN (NEW.state, NEW.by, NEW.deleted_at) <> (OLD.state, OLD.by, OLD.deleted_at)
BEGIN
  INSERT INTO act_travel_row VALUES (foyer_act (), 'my_seat', OLD.id, json_object (
    'state', OLD.state, 'by', OLD.by, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;

-- What others were told only moves forward; a decision that was never sent is no word given.

CREATE TRIGGER booking_told BEFORE UPDATE OF state, deleted_at ON booking
WHEN EXISTS (SELECT 1 FROM request
              WHERE booking_id = OLD.id
                AND (NEW.deleted_at <> 0
                     OR (decided = 'confirmed'
                         AND NEW.state NOT IN ('confirmed', 'checked-in', 'checked-out', 'cancelled', 'no-show'))
                     OR (decided IN ('declined', 'cancelled', 'no-show') AND NEW.state <> OLD.state)))
BEGIN
  SELECT RAISE (ABORT, 'told');
END;
CREATE TRIGGER my_seat_told BEFORE UPDATE OF deleted_at ON my_seat
WHEN NEW.deleted_at <> 0 AND OLD.told <> ''
BEGIN
  SELECT RAISE (ABORT, 'told');
END;

CREATE TRIGGER space_published BEFORE UPDATE OF deleted_at ON space
WHEN NEW.deleted_at <> 0
 AND EXISTS (SELECT 1 FROM publication WHERE space_id = NEW.id AND (ended_at = 0 OR told = 'listing'))
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;

-- The outbox follows.

CREATE TRIGGER publication_begun AFTER INSERT ON publication WHEN NEW.ended_at = 0 BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT NEW.origin, 'listing', uid, NEW.space_id FROM listing WHERE space_id = NEW.space_id
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT NEW.origin, 'availability', uid, NEW.space_id FROM listing WHERE space_id = NEW.space_id
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;
CREATE TRIGGER publication_again AFTER UPDATE OF ended_at ON publication
WHEN NEW.ended_at = 0 AND OLD.ended_at <> 0
BEGIN
  DELETE FROM post WHERE space_id = NEW.space_id AND origin = NEW.origin AND kind = 'tombstone' AND body IS NULL;
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT NEW.origin, 'listing', uid, NEW.space_id FROM listing WHERE space_id = NEW.space_id
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT NEW.origin, 'availability', uid, NEW.space_id FROM listing WHERE space_id = NEW.space_id
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;
CREATE TRIGGER publication_ended AFTER UPDATE OF ended_at ON publication
WHEN NEW.ended_at <> 0 AND OLD.ended_at = 0
BEGIN
  DELETE FROM post WHERE space_id = NEW.space_id AND origin = NEW.origin AND kind <> 'tombstone'
                     AND (body IS NULL OR refused = 1);
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT NEW.origin, 'tombstone', uid, NEW.space_id FROM listing
   WHERE space_id = NEW.space_id AND NEW.told = 'listing'
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;

-- Written down by the act that is under way, or since the last one.
CREATE TRIGGER post_made AFTER INSERT ON post WHEN NEW.since = 0 BEGIN
  UPDATE post SET since = coalesce ((SELECT at FROM act ORDER BY id DESC LIMIT 1), 0) WHERE seq = NEW.seq;
END;
-- One that was refused gives way to its successor.
CREATE TRIGGER post_succeeds AFTER INSERT ON post WHEN NEW.body IS NULL BEGIN
  DELETE FROM post WHERE origin = NEW.origin AND subject = NEW.subject AND kind = NEW.kind AND refused = 1;
END;

-- Everything that a listing says of a space, or that its point is worked out from.
CREATE TRIGGER space_told AFTER UPDATE ON space
WHEN (NEW.name, NEW.kind, NEW.seats, NEW.price_minor, NEW.half_price_minor, NEW.currency, NEW.cancel_minute,
      NEW.cancel_days, NEW.tz, NEW.street, NEW.postcode, NEW.city, NEW.point, NEW.lat_e6, NEW.lon_e6,
      NEW.public_address, NEW.about, NEW.rules, NEW.tags)
  <> (OLD.name, OLD.kind, OLD.seats, OLD.price_minor, OLD.half_price_minor, OLD.currency, OLD.cancel_minute,
      OLD.cancel_days, OLD.tz, OLD.street, OLD.postcode, OLD.city, OLD.point, OLD.lat_e6, OLD.lon_e6,
      OLD.public_address, OLD.about, OLD.rules, OLD.tags)
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'listing', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.id AND p.ended_at = 0
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;
-- The first day that others see, and how many.
CREATE TRIGGER space_days_told AFTER UPDATE ON space
WHEN (NEW.kind, NEW.tz, NEW.cut_off) <> (OLD.kind, OLD.tz, OLD.cut_off)
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'availability', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.id AND p.ended_at = 0
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;

CREATE TRIGGER slot_made_told AFTER INSERT ON slot BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'availability', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.space_id AND p.ended_at = 0 AND NEW.day BETWEEN p.seats_from AND p.seats_until
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;
CREATE TRIGGER slot_told AFTER UPDATE OF am_cap, pm_cap ON slot
WHEN NEW.am_cap <> OLD.am_cap OR NEW.pm_cap <> OLD.pm_cap
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'availability', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.space_id AND p.ended_at = 0 AND NEW.day BETWEEN p.seats_from AND p.seats_until
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;

CREATE TRIGGER booking_seats_made_told AFTER INSERT ON booking
WHEN (NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'availability', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.space_id = NEW.space_id AND p.ended_at = 0 AND NEW.day BETWEEN p.seats_from AND p.seats_until
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;
CREATE TRIGGER booking_seats_told AFTER UPDATE OF state, seats, part, day, space_id, deleted_at ON booking
WHEN ((NEW.state = 'confirmed' OR NEW.state = 'checked-in' OR NEW.state = 'checked-out') AND NEW.deleted_at = 0,
      NEW.seats, NEW.part, NEW.day, NEW.space_id)
  <> ((OLD.state = 'confirmed' OR OLD.state = 'checked-in' OR OLD.state = 'checked-out') AND OLD.deleted_at = 0,
      OLD.seats, OLD.part, OLD.day, OLD.space_id)
BEGIN
  INSERT INTO post (origin, kind, subject, space_id)
  SELECT p.origin, 'availability', l.uid, l.space_id
    FROM publication AS p JOIN listing AS l ON l.space_id = p.space_id
   WHERE p.ended_at = 0
     AND ((p.space_id = NEW.space_id AND NEW.day BETWEEN p.seats_from AND p.seats_until)
          OR (p.space_id = OLD.space_id AND OLD.day BETWEEN p.seats_from AND p.seats_until))
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;

-- What a guest is to be told of a booking, if it is not what they were told last. Who was
-- never told of a confirmation that is over is told of a refusal.
CREATE VIEW decision AS
SELECT r.booking_id, r.origin, b.uid, b.state AS local_state, r.decided,
       CASE WHEN r.left = 1 OR b.deleted_at <> 0 THEN ''
            WHEN b.state IN ('confirmed', 'checked-in', 'checked-out') THEN 'confirmed'
            WHEN b.state = 'declined' THEN 'declined'
            WHEN b.state IN ('cancelled', 'no-show') THEN iif (r.decided IN ('', 'declined'), 'declined', b.state)
            ELSE '' END AS state
  FROM request AS r JOIN booking AS b ON b.id = r.booking_id;

CREATE TRIGGER booking_decision_told AFTER UPDATE OF state, deleted_at ON booking
WHEN (NEW.state, NEW.deleted_at) <> (OLD.state, OLD.deleted_at)
 AND EXISTS (SELECT 1 FROM request WHERE booking_id = NEW.id)
BEGIN
  DELETE FROM post WHERE booking_id = NEW.id AND kind = 'decision' AND body IS NULL
    AND EXISTS (SELECT 1 FROM decision WHERE booking_id = NEW.id AND state IN ('', decided));
  INSERT INTO post (origin, kind, subject, booking_id)
  SELECT origin, 'decision', uid, booking_id FROM decision
   WHERE booking_id = NEW.id AND state NOT IN ('', decided)
  ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '';
END;

-- A request that nobody wrote is not sent when it is taken back, and then there is nothing
-- to withdraw either.
CREATE TRIGGER my_seat_asked AFTER INSERT ON my_seat WHEN NEW.state = 'requested' BEGIN
  INSERT INTO post (origin, kind, subject, seat_id)
  VALUES (NEW.origin, 'request', NEW.uid, NEW.id);
END;
CREATE TRIGGER my_seat_post AFTER UPDATE OF state, by, deleted_at ON my_seat
WHEN (NEW.state, NEW.by, NEW.deleted_at) <> (OLD.state, OLD.by, OLD.deleted_at)
BEGIN
  DELETE FROM post WHERE seat_id = NEW.id AND body IS NULL
    AND ((kind = 'request' AND (NEW.deleted_at <> 0 OR NEW.state <> 'requested'))
         OR (kind = 'withdrawal' AND NOT (NEW.state IN ('withdrawn', 'cancelled') AND NEW.by = 'guest')));
  INSERT INTO post (origin, kind, subject, seat_id)
  SELECT NEW.origin, 'request', NEW.uid, NEW.id
   WHERE NEW.state = 'requested' AND NEW.deleted_at = 0 AND NEW.told = ''
  ON CONFLICT DO NOTHING;
  INSERT INTO post (origin, kind, subject, seat_id)
  SELECT NEW.origin, 'withdrawal', NEW.uid, NEW.id
   WHERE NEW.state IN ('withdrawn', 'cancelled') AND NEW.by = 'guest' AND NEW.told = 'request'
  ON CONFLICT DO NOTHING;
END;
