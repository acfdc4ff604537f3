-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Money that came in, and the papers about it. Nothing of it is ever changed or deleted: what was
-- wrong is taken back by a row of its own. No name of a guest is in it but on invoices.

-- How often this book was begun again from a backup. Papers that were issued after the backup are not
-- in it, so that their numbers are never given again.
ALTER TABLE profile ADD COLUMN restores INTEGER NOT NULL DEFAULT 0 CHECK (restores >= 0);

-- What was said of passes before payments were kept is all that is known of them.
ALTER TABLE pass ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1));
UPDATE pass SET settled = 1;

-- Who sells the seats of a space, in versions: papers name the one that held. by_host = 0: nobody said,
-- so that it is what the space is called and where it is.
CREATE TABLE seller (
  id           INTEGER PRIMARY KEY,
  space_id     INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  by_host      INTEGER NOT NULL CHECK (by_host IN (0, 1)),
  name         TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 400),
  trade_name   TEXT NOT NULL CHECK (length (trade_name) <= 400),
  is_ei        INTEGER NOT NULL CHECK (is_ei IN (0, 1)),
  street       TEXT NOT NULL CHECK (length (street) <= 400),
  postcode     TEXT NOT NULL CHECK (length (postcode) <= 400),
  city         TEXT NOT NULL CHECK (length (city) <= 400),
  country      TEXT NOT NULL CHECK (country = '' OR country GLOB '[A-Z][A-Z]'),
  siren        TEXT NOT NULL CHECK (siren = '' OR (length (siren) = 9 AND siren NOT GLOB '*[^0-9]*')),
  siret        TEXT NOT NULL CHECK (siret = '' OR (length (siret) = 14 AND siret NOT GLOB '*[^0-9]*')),
  vat_number   TEXT NOT NULL CHECK (length (vat_number) <= 40),
  vat_bp       INTEGER NOT NULL CHECK (vat_bp BETWEEN 0 AND 10000),
  account_name TEXT NOT NULL CHECK (length (account_name) <= 400),
  iban         TEXT NOT NULL CHECK (length (iban) <= 34),
  bic          TEXT NOT NULL CHECK (length (bic) <= 11),
  created_at   INTEGER NOT NULL,
  deleted_at   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX seller_space ON seller (space_id, id) WHERE deleted_at = 0;

CREATE TRIGGER seller_made AFTER INSERT ON seller WHEN NEW.by_host = 1 BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'seller', NEW.id, '');
END;
CREATE TRIGGER seller_stays
BEFORE UPDATE OF space_id, by_host, name, trade_name, is_ei, street, postcode, city, country, siren, siret, vat_number,
                 vat_bp, account_name, iban, bic, created_at ON seller BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER seller_no_delete BEFORE DELETE ON seller BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;

-- Below zero: given back. given_minor: the cash that was handed over, 0 where nobody said.
CREATE TABLE payment (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  space_id     INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  method       TEXT NOT NULL CHECK (method IN ('cash', 'transfer', 'card')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -100000000000 AND 100000000000),
  currency     TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  given_minor  INTEGER NOT NULL CHECK (given_minor BETWEEN 0 AND 100000000000),
  day          TEXT NOT NULL CHECK (day IS date (day)),
  at           INTEGER NOT NULL,
  refunds      INTEGER UNIQUE REFERENCES payment (id) ON DELETE RESTRICT,
  CHECK (iif (refunds IS NULL, amount_minor > 0, amount_minor < 0)),
  CHECK (given_minor = 0 OR (method = 'cash' AND given_minor >= amount_minor AND amount_minor > 0))
) STRICT;

CREATE INDEX payment_day ON payment (day, space_id);

-- What it pays of which booking or pass.
CREATE TABLE payment_part (
  id           INTEGER PRIMARY KEY,
  payment_id   INTEGER NOT NULL REFERENCES payment (id) ON DELETE RESTRICT,
  booking_id   INTEGER REFERENCES booking (id) ON DELETE RESTRICT,
  pass_id      INTEGER REFERENCES pass (id) ON DELETE RESTRICT,
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  CHECK ((booking_id IS NULL) <> (pass_id IS NULL))
) STRICT;

CREATE INDEX payment_part_payment ON payment_part (payment_id);
CREATE INDEX payment_part_booking ON payment_part (booking_id, amount_minor) WHERE booking_id IS NOT NULL;
CREATE INDEX payment_part_pass ON payment_part (pass_id, amount_minor) WHERE pass_id IS NOT NULL;

CREATE TRIGGER payment_made AFTER INSERT ON payment WHEN NEW.refunds IS NULL BEGIN
  INSERT INTO act_extra_row VALUES (foyer_act (), 'payment', NEW.id, '');
END;
CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER payment_part_no_update BEFORE UPDATE ON payment_part BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER payment_part_no_delete BEFORE DELETE ON payment_part BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;

-- The guard: a payment is given back once and whole, and nobody pays more than the price or gets more
-- back than they paid.
CREATE TRIGGER payment_refund_guard AFTER INSERT ON payment WHEN NEW.refunds IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'payment')
   WHERE NOT EXISTS (SELECT 1 FROM payment AS p
                      WHERE p.id = NEW.refunds AND p.refunds IS NULL AND p.amount_minor = -NEW.amount_minor
                        AND p.currency = NEW.currency AND p.space_id = NEW.space_id);
END;
CREATE TRIGGER payment_part_guard AFTER INSERT ON payment_part BEGIN
  SELECT RAISE (ABORT, 'payment')
   WHERE EXISTS (SELECT 1 FROM account_entry WHERE payment_id = NEW.payment_id);
  SELECT RAISE (ABORT, 'payment')
    FROM booking AS b JOIN payment AS p ON p.id = NEW.payment_id
   WHERE b.id = NEW.booking_id
     AND (p.currency <> b.currency OR p.space_id <> b.space_id
          OR NOT (SELECT sum (amount_minor) BETWEEN 0 AND max (b.price_minor, -NEW.amount_minor)
                    FROM payment_part WHERE booking_id = NEW.booking_id));
  SELECT RAISE (ABORT, 'payment')
    FROM pass AS x JOIN payment AS p ON p.id = NEW.payment_id
   WHERE x.id = NEW.pass_id
     AND (p.currency <> x.currency OR (x.space_id IS NOT NULL AND p.space_id <> x.space_id)
          OR NOT (SELECT sum (amount_minor) BETWEEN 0 AND x.price_minor
                    FROM payment_part WHERE pass_id = NEW.pass_id));
END;

-- Receipts, invoices and credit notes. Each kind has a series of its own in a space and a year, and
-- space_n says which of the spaces it is. number is what these columns make.
CREATE TABLE document (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  kind        TEXT NOT NULL CHECK (kind IN ('receipt', 'invoice', 'credit-note')),
  n_restores  INTEGER NOT NULL CHECK (n_restores >= 0),
  space_id    INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  space_n     INTEGER NOT NULL CHECK (space_n >= 1),
  year        INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
  n           INTEGER NOT NULL CHECK (n BETWEEN 1 AND 99999999),
  number      TEXT NOT NULL UNIQUE CHECK (length (number) BETWEEN 9 AND 60),
  issued_day  TEXT NOT NULL CHECK (issued_day IS date (issued_day)),
  issued_at   INTEGER NOT NULL,
  currency    TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  seller_id   INTEGER NOT NULL REFERENCES seller (id) ON DELETE RESTRICT,
  net_minor   INTEGER NOT NULL CHECK (net_minor >= 0),
  vat_minor   INTEGER NOT NULL CHECK (vat_minor >= 0),
  total_minor INTEGER NOT NULL CHECK (total_minor BETWEEN 1 AND 100000000000 AND net_minor + vat_minor = total_minor),
  paid_minor  INTEGER NOT NULL CHECK (paid_minor BETWEEN 0 AND total_minor),
  method      TEXT NOT NULL CHECK (method IN ('', 'cash', 'transfer', 'card')),
  reference   TEXT NOT NULL CHECK (length (reference) <= 35),
  payment_id  INTEGER UNIQUE REFERENCES payment (id) ON DELETE RESTRICT,
  credits     INTEGER UNIQUE REFERENCES document (id) ON DELETE RESTRICT,
  UNIQUE (n_restores, space_n, kind, year, n),
  CHECK ((kind = 'credit-note') = (credits IS NOT NULL)),
  CHECK (kind <> 'receipt' OR payment_id IS NOT NULL),
  CHECK (kind <> 'invoice' OR payment_id IS NULL)
) STRICT;

CREATE INDEX document_day ON document (issued_day, space_id);

CREATE TABLE document_line (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  label       TEXT NOT NULL CHECK (length (label) BETWEEN 1 AND 400),
  day         TEXT NOT NULL CHECK (day = '' OR day IS date (day)),
  quantity    INTEGER NOT NULL CHECK (quantity >= 1),
  unit_minor  INTEGER NOT NULL CHECK (unit_minor >= 0),
  total_minor INTEGER NOT NULL CHECK (total_minor = quantity * unit_minor),
  booking_id  INTEGER REFERENCES booking (id) ON DELETE RESTRICT,
  pass_id     INTEGER REFERENCES pass (id) ON DELETE RESTRICT,
  CHECK ((booking_id IS NULL) <> (pass_id IS NULL))
) STRICT;

CREATE INDEX document_line_document ON document_line (document_id);
CREATE INDEX document_line_booking ON document_line (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX document_line_pass ON document_line (pass_id) WHERE pass_id IS NOT NULL;

-- To whom an invoice was written. It stays as the law wants it, also when the person is erased.
CREATE TABLE document_buyer (
  document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE RESTRICT,
  person_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  name        TEXT NOT NULL CHECK (length (name) <= 400),
  company     TEXT NOT NULL CHECK (length (company) <= 400),
  street      TEXT NOT NULL CHECK (length (street) <= 400),
  postcode    TEXT NOT NULL CHECK (length (postcode) <= 400),
  city        TEXT NOT NULL CHECK (length (city) <= 400),
  country     TEXT NOT NULL CHECK (country = '' OR country GLOB '[A-Z][A-Z]'),
  siren       TEXT NOT NULL CHECK (siren = '' OR (length (siren) = 9 AND siren NOT GLOB '*[^0-9]*')),
  vat_number  TEXT NOT NULL CHECK (length (vat_number) <= 40)
) STRICT;

CREATE INDEX document_buyer_person ON document_buyer (person_id);

-- What a transfer says so that it is known again: made when somebody first asks for it.
CREATE TABLE pay_code (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE CHECK (length (code) = 11 AND code GLOB 'B[0-9A-Z]*' AND code NOT GLOB '*[^0-9A-Z]*'),
  booking_id  INTEGER UNIQUE REFERENCES booking (id) ON DELETE RESTRICT,
  document_id INTEGER UNIQUE REFERENCES document (id) ON DELETE RESTRICT,
  CHECK ((booking_id IS NULL) <> (document_id IS NULL))
) STRICT;

-- The end of a day at the till: the cash that the book expects, that was counted, and that was left in
-- it for the next. It is about what came in since the close before.
CREATE TABLE day_close (
  id             INTEGER PRIMARY KEY,
  uid            TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  space_id       INTEGER NOT NULL REFERENCES space (id) ON DELETE RESTRICT,
  day            TEXT NOT NULL CHECK (day IS date (day)),
  at             INTEGER NOT NULL,
  currency       TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  expected_minor INTEGER NOT NULL,
  counted_minor  INTEGER NOT NULL CHECK (counted_minor BETWEEN 0 AND 100000000000),
  left_minor     INTEGER NOT NULL CHECK (left_minor BETWEEN 0 AND counted_minor),
  last_entry     INTEGER NOT NULL                            -- account_entry.id; 0 for none
) STRICT;

CREATE INDEX day_close_space ON day_close (space_id, currency, id);

-- The accounts: each entry holds all before it. hash: SHA-256 of the hash of the entry before, a line
-- feed, and what foyer-account-table.c says of this one.
CREATE TABLE account_entry (
  id          INTEGER PRIMARY KEY,                           -- from 1, without gaps
  at          INTEGER NOT NULL,
  payment_id  INTEGER UNIQUE REFERENCES payment (id) ON DELETE RESTRICT,
  document_id INTEGER UNIQUE REFERENCES document (id) ON DELETE RESTRICT,
  close_id    INTEGER UNIQUE REFERENCES day_close (id) ON DELETE RESTRICT,
  hash        TEXT NOT NULL CHECK (length (hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  CHECK ((close_id IS NULL) = (document_id IS NOT NULL)),
  CHECK (payment_id IS NULL OR document_id IS NOT NULL)
) STRICT;

CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER document_line_no_update BEFORE UPDATE ON document_line BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER document_line_no_delete BEFORE DELETE ON document_line BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER document_buyer_no_update BEFORE UPDATE ON document_buyer BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER document_buyer_no_delete BEFORE DELETE ON document_buyer BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER pay_code_no_update BEFORE UPDATE ON pay_code BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER pay_code_no_delete BEFORE DELETE ON pay_code BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER day_close_no_update BEFORE UPDATE ON day_close BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER day_close_no_delete BEFORE DELETE ON day_close BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER account_entry_no_update BEFORE UPDATE ON account_entry BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER account_entry_no_delete BEFORE DELETE ON account_entry BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;

-- Numbers have no gaps, and what is issued is finished with its entry.
CREATE TRIGGER document_gapless BEFORE INSERT ON document BEGIN
  SELECT RAISE (ABORT, 'gap')
   WHERE NEW.n <> 1 + (SELECT coalesce (max (n), 0) FROM document
                        WHERE n_restores = NEW.n_restores AND space_n = NEW.space_n AND kind = NEW.kind AND year = NEW.year)
      OR NEW.n_restores <> (SELECT restores FROM profile)
      OR NEW.space_n <> (SELECT count (*) FROM space WHERE id <= NEW.space_id);
END;
CREATE TRIGGER document_line_frozen BEFORE INSERT ON document_line
WHEN EXISTS (SELECT 1 FROM account_entry WHERE document_id = NEW.document_id)
BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER document_buyer_frozen BEFORE INSERT ON document_buyer
WHEN EXISTS (SELECT 1 FROM account_entry WHERE document_id = NEW.document_id)
BEGIN
  SELECT RAISE (ABORT, 'append-only');
END;
CREATE TRIGGER account_entry_gapless BEFORE INSERT ON account_entry BEGIN
  SELECT RAISE (ABORT, 'gap') WHERE NEW.id <> 1 + (SELECT coalesce (max (id), 0) FROM account_entry);
END;
CREATE TRIGGER account_entry_whole AFTER INSERT ON account_entry WHEN NEW.document_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document')
    FROM document AS d
   WHERE d.id = NEW.document_id
     AND (d.payment_id IS NOT NEW.payment_id
          OR d.total_minor <> (SELECT sum (total_minor) FROM document_line WHERE document_id = d.id));
  SELECT RAISE (ABORT, 'payment')
    FROM payment AS p JOIN document AS d ON d.id = NEW.document_id
   WHERE p.id = NEW.payment_id
     AND (abs (p.amount_minor) <> d.total_minor OR p.currency <> d.currency
          OR p.amount_minor <> (SELECT sum (amount_minor) FROM payment_part WHERE payment_id = p.id));
END;

-- What is due of who did not come, or to be given back to whose visit was cancelled, is found by the day.
CREATE INDEX booking_freed ON booking (space_id, day)
  WHERE (state = 'no-show' OR state = 'cancelled') AND deleted_at = 0;

-- Rows that others stand on stay.
CREATE TRIGGER booking_paid_in_use AFTER UPDATE OF deleted_at ON booking
WHEN NEW.deleted_at <> 0 AND (SELECT sum (amount_minor) FROM payment_part WHERE booking_id = NEW.id) > 0
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
CREATE TRIGGER pass_paid_in_use AFTER UPDATE OF deleted_at ON pass
WHEN NEW.deleted_at <> 0 AND (SELECT sum (amount_minor) FROM payment_part WHERE pass_id = NEW.id) > 0
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
CREATE TRIGGER space_paid_in_use AFTER UPDATE OF deleted_at ON space
WHEN NEW.deleted_at <> 0 AND EXISTS (SELECT 1 FROM payment WHERE space_id = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'in-use');
END;
