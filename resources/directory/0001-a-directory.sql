-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a directory knows: signed papers as they came, and what a search needs of them. No name,
-- address, phone or note of a person has a column here.

CREATE TABLE meta(
  name TEXT PRIMARY KEY CHECK(length(name) BETWEEN 1 AND 40),
  value TEXT NOT NULL CHECK(length(value) <= 200)
) STRICT, WITHOUT ROWID;

-- A listing is (key, uid). One that was taken down stays, so that its revisions only grow.
-- seats: 64 times morning and afternoon, 16 bits each, little endian, at epoch day % 64;
-- 65535 is closed; seats_rev outlives them. They are valid for n_days days from day0 on.
CREATE TABLE listing(
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
  key BLOB NOT NULL CHECK(length(key) = 32),
  live INTEGER NOT NULL CHECK(live IN (0, 1)),
  rev INTEGER NOT NULL CHECK(rev > 0),
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 2),
  lat_e6 INTEGER NOT NULL CHECK(lat_e6 BETWEEN -90000000 AND 90000000),
  lon_e6 INTEGER NOT NULL CHECK(lon_e6 BETWEEN -180000000 AND 180000000),
  price_minor INTEGER NOT NULL CHECK(price_minor >= 0),
  half_price_minor INTEGER NOT NULL CHECK(half_price_minor >= 0),
  currency TEXT NOT NULL CHECK(length(currency) = 3),
  tz TEXT NOT NULL CHECK(length(tz) BETWEEN 1 AND 64),
  name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 80),
  area TEXT NOT NULL CHECK(length(area) <= 80),
  tags TEXT NOT NULL CHECK(length(tags) <= 4000),
  seats_rev INTEGER NOT NULL DEFAULT 0,
  day0 INTEGER NOT NULL DEFAULT 0,
  n_days INTEGER NOT NULL DEFAULT 0 CHECK(n_days BETWEEN 0 AND 64),
  seats BLOB CHECK(seats IS NULL OR length(seats) = 256)
) STRICT;
CREATE INDEX listing_key ON listing(key);

-- The signed papers of a listing, the last of each kind, byte for byte. The order in which
-- they came is that of the feed: a new one is a new row with a new number.
CREATE TABLE paper(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  listing INTEGER NOT NULL REFERENCES listing(id) ON DELETE RESTRICT,
  type INTEGER NOT NULL CHECK(type BETWEEN 0 AND 10),
  rev INTEGER NOT NULL CHECK(rev > 0),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  at_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE(listing, type)
) STRICT;

-- The words of live listings, folded, and their tags: what the index of searches, which is in
-- memory, cannot make from a listing's row.
CREATE TABLE words(
  listing INTEGER PRIMARY KEY REFERENCES listing(id) ON DELETE RESTRICT,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE photo(
  sha256 BLOB PRIMARY KEY CHECK(length(sha256) = 32),
  type INTEGER NOT NULL CHECK(type IN (0, 1)),
  bytes BLOB NOT NULL CHECK(length(bytes) <= 300000)
) STRICT;
CREATE TABLE listing_photo(
  listing INTEGER NOT NULL REFERENCES listing(id) ON DELETE RESTRICT,
  sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
  PRIMARY KEY(listing, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_photo_sha256 ON listing_photo(sha256);

-- Seats that a host handed over for instant booking, as they are left. They end only when the
-- host recalls them; what was left then is told again to who repeats the recall.
CREATE TABLE allotment(
  listing INTEGER PRIMARY KEY REFERENCES listing(id) ON DELETE RESTRICT,
  rev INTEGER NOT NULL CHECK(rev > 0),
  frozen INTEGER NOT NULL CHECK(frozen IN (0, 1)),
  recalled TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE allotted_day(
  listing INTEGER NOT NULL REFERENCES allotment(listing) ON DELETE RESTRICT,
  day INTEGER NOT NULL,
  am INTEGER NOT NULL CHECK(am BETWEEN 0 AND 500),
  pm INTEGER NOT NULL CHECK(pm BETWEEN 0 AND 500),
  am_left INTEGER NOT NULL CHECK(am_left <= am),
  pm_left INTEGER NOT NULL CHECK(pm_left <= pm),
  PRIMARY KEY(listing, day)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER allotted_day_guard BEFORE UPDATE OF am_left, pm_left ON allotted_day
WHEN NEW.am_left < 0 OR NEW.pm_left < 0
BEGIN
  SELECT RAISE(ABORT, 'oversell');
END;

-- A booking as both sides last put it. taken: its seats came from the allotment.
CREATE TABLE booking(
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
  listing INTEGER NOT NULL REFERENCES listing(id) ON DELETE RESTRICT,
  guest BLOB NOT NULL CHECK(length(guest) = 32),
  host BLOB NOT NULL CHECK(length(host) = 32),
  day INTEGER NOT NULL,
  part INTEGER NOT NULL CHECK(part BETWEEN 1 AND 3),
  seats INTEGER NOT NULL CHECK(seats BETWEEN 1 AND 500),
  answer_by_ms INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('requested', 'confirmed', 'declined', 'withdrawn', 'cancelled',
                                      'checked-in', 'checked-out', 'no-show')),
  rev INTEGER NOT NULL CHECK(rev > 0),
  taken INTEGER NOT NULL CHECK(taken IN (0, 1))
) STRICT;
CREATE INDEX booking_open ON booking(guest, answer_by_ms) WHERE state = 'requested';
CREATE INDEX booking_day ON booking(day);
CREATE TRIGGER booking_rev_grows BEFORE UPDATE OF rev ON booking WHEN NEW.rev <= OLD.rev
BEGIN
  SELECT RAISE(ABORT, 'rev');
END;

-- What was answered to each envelope of a booking, so that a repetition gets the same. The
-- envelope itself goes seven days after the booking's day, its sealed box with it.
CREATE TABLE letter(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  booking INTEGER NOT NULL REFERENCES booking(id) ON DELETE RESTRICT,
  rev INTEGER NOT NULL CHECK(rev > 0),
  recipient BLOB NOT NULL CHECK(length(recipient) = 32),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  state TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  bytes BLOB,
  UNIQUE(booking, rev)
) STRICT;
CREATE INDEX letter_recipient ON letter(recipient, seq) WHERE bytes IS NOT NULL;
CREATE INDEX letter_kept ON letter(at_ms);
