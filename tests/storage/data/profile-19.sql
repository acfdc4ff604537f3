-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What a profile of format 19 holds, over the schema of its own migrations: every later
-- Foyer opens it. Written once; it never follows the schema.

INSERT INTO profile VALUES (1, 1795680000000, 0, 0, 0, 0);
INSERT INTO act VALUES (1, 'space-add', '01942f00-0000-7000-8000-000000000001', 1795680000000, 0, 0, 0);

INSERT INTO space (uid, name, kind, seats, price_minor, half_price_minor, currency, half_at, cut_off, cancel_minute,
                   cancel_days, tz, street, postcode, city, point, lat_e6, lon_e6, public_address, door, wifi, about,
                   rules, tags, created_at, rev, closed_on_holidays, desks, archived_at, shares, note, limit_week,
                   limit_open, limit_seats, limit_ahead)
VALUES ('01942f00-0000-7000-8000-000000000001', 'Chez Zoé', 'home', 3, 400, -1, 'EUR', 780, 180, 1080, 1,
        'Europe/Paris', '1 rue du Lac', '69003', 'Lyon', 'gazetteer', 45759000, 4853000, 0, '1234', 'secret', 'A table.',
        'No shoes.', 'quiet' || char (10) || 'cat', 1795680000000, 1, 1, '1 Window' || char (10) || '3 Desk 4',
        0, '80 Heating' || char (10) || '50 Tea', 'The key is under the mat.', 2, 0, 4, 14);
INSERT INTO opening_rule (space_id, weekdays, start_minute, end_minute, seats, from_day, until_day)
VALUES (1, 31, 540, 1080, -1, '', '');
INSERT INTO day_exception (space_id, day, mode, start_minute, end_minute, seats, note)
VALUES (1, '2026-11-27', 'open', 540, 780, 2, 'Morning only');
INSERT INTO slot VALUES (1, '2026-11-26', 3, 3, 540, 1080, 0, 0), (1, '2026-11-27', 2, 0, 540, 780, 0, 0);

INSERT INTO person (uid, member, name, fold, email, email_fold, phone, phone_tail, created_at, rev)
VALUES ('01942f00-0000-7000-8000-000000000002', 1, 'Élodie', 'elodie', 'e@example.org', 'e@example.org',
        '06 12 34', '432160', 1795680000000, 1),
       ('01942f00-0000-7000-8000-000000000003', 0, 'Enzo', 'enzo', '', '', '', '', 1795680000000, 1);
INSERT INTO person_skill (person_id, skill) VALUES (1, 'knitting');

INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency, key, key_digest,
                     in_at, out_at, created_at, rev)
VALUES ('01942f00-0000-7000-8000-000000000004', 1, 1, '2026-11-26', 3, 1, 'checked-in', 'host', 400, 'EUR', '', '',
        1795680000000, 0, 1795680000000, 2),
       ('01942f00-0000-7000-8000-000000000005', 1, 2, '2026-11-26', 1, 1, 'confirmed', 'host', 200, 'EUR', '', '',
        0, 0, 1795680000000, 1),
       ('01942f00-0000-7000-8000-000000000006', 1, 2, '2026-11-27', 1, 1, 'cancelled', 'host', 200, 'EUR', '', '',
        0, 0, 1795680000000, 2);
INSERT INTO visit (booking_id, event, at) VALUES (1, 'in', 1795680000000);

-- What travels: published, one request asked and one answered, one seat elsewhere.

INSERT INTO listing (space_id, uid, rev, seats_rev) VALUES (1, '0b9c1c7e-3c6b-4f2e-9d7a-1f2e3d4c5b6a', 1, 2);
INSERT INTO publication (space_id, origin, rev, told, seats_from, seats_until, created_at)
VALUES (1, 'https://foyer.example', 1, 'listing', '2026-11-26', '2026-12-23', 1795680000000);
DELETE FROM post WHERE kind = 'listing';
INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency, key, key_digest,
                     in_at, out_at, created_at, rev)
VALUES ('7f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e5f', 1, 2, '2026-11-27', 1, 1, 'requested', 'guest', 200, 'EUR', '', '',
        0, 0, 1795680000000, 1);
INSERT INTO guest_key VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 2);
INSERT INTO request (booking_id, origin, guest_key, rev, asked_at, answer_by, note, skills, consents)
VALUES (4, 'https://foyer.example', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, 1795680000000, 1795700000000,
        'With a dog.', 'knitting', 'show-name');
INSERT INTO my_seat (uid, origin, listing, host, name, area, tz, day, part, seats, state, by, price_minor, currency,
                     cancel_minute, cancel_days, asked_at, guest_name, phone, email, guest_note, skills, consents,
                     created_at)
VALUES ('8f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e5f', 'https://foyer.example', '1b9c1c7e-3c6b-4f2e-9d7a-1f2e3d4c5b6a', '',
        'Elsewhere', 'Lyon', 'Europe/Paris', '2026-11-27', 3, 1, 'requested', 'guest', 400, 'EUR', 1080, 1,
        1795680000000, 'Zoé', '', '', '', '', '', 1795680000000);
INSERT INTO mailbox VALUES ('https://foyer.example', '', 'epoch', 'cursor');
INSERT INTO news (origin, host, kind, booking, rev, digest, key, at, applied, raw)
VALUES ('https://foyer.example', '', 'request', '7f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e5f', 1,
        '0000000000000000000000000000000000000000000000000000000000000000', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        1795680000000, 1, NULL);

-- A series with one day ahead and one given free.

INSERT INTO series (uid, space_id, person_id, weekdays, every_weeks, part, seats, from_day, until_day, created_at)
VALUES ('01942f00-0000-7000-8000-000000000007', 1, 1, 2, 1, 3, 1, '2026-12-01', '2026-12-08', 1795680000000);
INSERT INTO slot VALUES (1, '2026-12-01', 3, 3, 540, 1080, 0, 0), (1, '2026-12-08', 3, 3, 540, 1080, 0, 0);
INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency, key, key_digest,
                     in_at, out_at, created_at, rev, series_id)
VALUES ('01942f00-0000-7000-8000-000000000008', 1, 1, '2026-12-01', 3, 1, 'confirmed', 'host', 400, 'EUR', '', '',
        0, 0, 1795680000000, 1, 1),
       ('01942f00-0000-7000-8000-000000000009', 1, 1, '2026-12-08', 3, 1, 'cancelled', 'host', 400, 'EUR', '', '',
        0, 0, 1795680000000, 2, 1);
INSERT INTO series_away (series_id, booking_id, day) VALUES (1, 6, '2026-12-08');

-- Somebody who waits for more seats than are free.

INSERT INTO waiting (uid, space_id, person_id, day, part, seats, state, created_at)
VALUES ('01942f00-0000-7000-8000-00000000000c', 1, 2, '2026-12-01', 3, 3, 'waiting', 1795680000000);

INSERT INTO desk_wish VALUES (1, 3, 1, 3, 0);

-- A calendar that has closed an afternoon since, for all but the one who had a seat.

INSERT INTO calendar (uid, space_id, name, address, closes, created_at, read_at, tried_at, every_ms, events, until_day)
VALUES ('01942f00-0000-7000-8000-00000000000e', 1, 'Family', 'https://calendar.example.org/a.ics', 'halves', 1795680000000,
        1795680000000, 1795680000000, 7200000, 1, '2027-12-28');
INSERT INTO calendar_span VALUES (1, '2026-12-01', 840, 960, 1, 'Dentist');
UPDATE slot SET pm_cap = 1, pm_shut = 3, end_minute = 780 WHERE day = '2026-12-01';

-- A carnet of ten days that paid the visit of today, and a day that was given and came back.

INSERT INTO pass (uid, person_id, space_id, halves, reason, price_minor, currency, method, from_day, until_day, created_at)
VALUES ('01942f00-0000-7000-8000-00000000000f', 1, NULL, 20, 'sold', 3600, 'EUR', 'cash', '', '2027-11-26', 1795680000000),
       ('01942f00-0000-7000-8000-000000000010', 1, 1, 2, 'trial', 0, 'EUR', '', '', '', 1795680000000);
INSERT INTO pass_use (pass_id, booking_id, halves, at)
VALUES (2, 1, 2, 1795680000000), (2, 1, -2, 1795680000000), (1, 1, 2, 1795680000000);

-- What is written down about a member, who gave one consent and took another back.

INSERT INTO person_record VALUES (1, 'a bookkeeper', 'fr' || char (10) || 'en', 'Table by the radiator.', 'Ida',
                                  '06 00 00 00 00', 'FO-BCDE', 'fobcde');
INSERT INTO person_consent (person_id, purpose, given_at, withdrawn_at)
VALUES (1, 'show-name', 1795680000000, 0), (1, 'photos', 1795680000000, 1795680000001);

-- The window in the sun, and a dark one that was taken away again.

INSERT INTO photo (uid, space_id, position, sha256, created_at, deleted_at, bytes)
VALUES ('01942f00-0000-7000-8000-000000000011', 1, 1, 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
        1795680000000, 0, x'61'),
       ('01942f00-0000-7000-8000-000000000012', 1, 2, '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d',
        1795680000000, 1795680000000, x'62');

-- The rules are the second ones; who is a member accepted the first.

UPDATE space SET rules = 'No shoes. No calls.', rev = 2 WHERE id = 1;
INSERT INTO rules_accepted (person_id, rules_id, accepted_at) VALUES (1, 1, 1795680000000);

-- Enzo was here twice, and is not the Enzo who came with a friend.

INSERT INTO person (uid, member, name, fold, email, email_fold, phone, phone_tail, created_at, rev)
VALUES ('01942f00-0000-7000-8000-000000000013', 0, 'Enzo M.', 'enzo m.', '', '', '', '', 1795680000000, 1),
       ('01942f00-0000-7000-8000-000000000014', 0, 'Enzo', 'enzo', '', '', '', '', 1795680000000, 1);
UPDATE person SET merged_into = 2, deleted_at = 1795680000000, rev = 2 WHERE id = 3;
INSERT INTO person_apart (one_id, other_id) VALUES (2, 4);

-- Somebody had booked, and nobody knows any more who it was.

INSERT INTO person (uid, member, name, fold, email, email_fold, phone, phone_tail, created_at, rev, deleted_at)
VALUES ('01942f00-0000-7000-8000-000000000015', 0, 'Erased member', '', '', '', '', '', 1795680000000, 2, -1795680000000);
INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency, key, key_digest,
                     in_at, out_at, created_at, rev)
VALUES ('01942f00-0000-7000-8000-000000000016', 1, 5, '2026-11-26', 1, 1, 'cancelled', 'host', 200, 'EUR', '', '',
        0, 0, 1795680000000, 1);
INSERT INTO erasure_log (hash, name)
VALUES ('6d2a1f0c4b8e97d35a60c1f2e4b79a8d0c3f5e617294b8a0d1e2f3a4b5c6d7e8', 'Erased member');
DELETE FROM act_row WHERE tbl = 'person' AND row_id = 5;

-- Somebody tried a code, and the member came with a ticket for another day.

INSERT INTO refused_code (space_id, person_id, day, at, kind, reason)
VALUES (1, NULL, '2026-11-26', 1795680000000, 'unknown', 'bad-code'),
       (1, 1, '2026-11-26', 1795680000001, 'ticket', 'wrong-day');

-- A visit that the house closed.

INSERT INTO slot VALUES (1, '2026-11-25', 3, 3, 540, 1080, 0, 0);
INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency, key, key_digest,
                     in_at, out_at, created_at, rev, forgotten)
VALUES ('01942f00-0000-7000-8000-000000000018', 1, 1, '2026-11-25', 1, 1, 'checked-out', 'host', 200, 'EUR', '', '',
        1795593600000, 1795658400000, 1795593600000, 3, 1);
INSERT INTO visit (booking_id, event, at)
SELECT id, 'in', in_at FROM booking WHERE forgotten = 1 UNION ALL SELECT id, 'out-house', out_at FROM booking WHERE forgotten = 1;

-- Élodie had brought somebody, and her pass paid for them.

INSERT INTO pass (uid, person_id, space_id, halves, reason, price_minor, currency, method, from_day, until_day, created_at)
VALUES ('01942f00-0000-7000-8000-000000000019', 1, NULL, 20, 'gift', 0, 'EUR', '', '', '', 1795590000000);
INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency, key, key_digest,
                     in_at, out_at, created_at, rev, brought_by, host_pays)
SELECT '01942f00-0000-7000-8000-00000000001a', 1, 4, '2026-11-25', 1, 1, 'checked-out', 'host', 200, 'EUR', '', '',
       1795593600000, 1795600000000, 1795593600000, 3, id, 1 FROM booking WHERE forgotten = 1;
INSERT INTO pass_use (pass_id, booking_id, halves, at)
SELECT p.id, b.id, 1, 1795593600000 FROM pass AS p, booking AS b
 WHERE p.uid = '01942f00-0000-7000-8000-000000000019' AND b.host_pays = 1;

-- Enzo had paid for his visit, in two parts, and one was given back; who sells was said in between.

INSERT INTO seller (space_id, by_host, name, trade_name, is_ei, street, postcode, city, country, siren, siret, vat_number,
                    vat_bp, account_name, iban, bic, created_at)
VALUES (1, 0, 'Chez Zoé', '', 0, '1 rue du Lac', '69003', 'Lyon', 'FR', '', '', '', 0, '', '', '', 1795680000000),
       (1, 1, 'Zoé Marchelin', 'Chez Zoé', 1, '1 rue du Lac', '69003', 'Lyon', 'FR', '732829320', '73282932000074', '', 0,
        'Mme Zoé Marchelin', 'FR7630006000011234567890189', '', 1795680000000);
INSERT INTO payment (uid, space_id, method, amount_minor, currency, given_minor, day, at, refunds)
VALUES ('01942f00-0000-7000-8000-000000000020', 1, 'cash', 100, 'EUR', 200, '2026-11-26', 1795680000000, NULL),
       ('01942f00-0000-7000-8000-000000000021', 1, 'card', 50, 'EUR', 0, '2026-11-26', 1795680000000, NULL),
       ('01942f00-0000-7000-8000-000000000022', 1, 'card', -50, 'EUR', 0, '2026-11-26', 1795680000000, 2);
INSERT INTO payment_part (payment_id, booking_id, amount_minor)
SELECT 1, id, 100 FROM booking WHERE uid = '01942f00-0000-7000-8000-000000000005';
INSERT INTO payment_part (payment_id, booking_id, amount_minor)
SELECT 2, id, 50 FROM booking WHERE uid = '01942f00-0000-7000-8000-000000000005';
INSERT INTO payment_part (payment_id, booking_id, amount_minor)
SELECT 3, id, -50 FROM booking WHERE uid = '01942f00-0000-7000-8000-000000000005';
INSERT INTO document (uid, kind, n_restores, space_id, space_n, year, n, number, issued_day, issued_at, currency, seller_id,
                      net_minor, vat_minor, total_minor, paid_minor, method, reference, payment_id, credits)
VALUES ('01942f00-0000-7000-8000-000000000023', 'receipt', 0, 1, 1, 2026, 1, '2026-0001', '2026-11-26', 1795680000000, 'EUR',
        1, 100, 0, 100, 100, 'cash', '', 1, NULL),
       ('01942f00-0000-7000-8000-000000000024', 'receipt', 0, 1, 1, 2026, 2, '2026-0002', '2026-11-26', 1795680000000, 'EUR',
        2, 50, 0, 50, 50, 'card', '', 2, NULL),
       ('01942f00-0000-7000-8000-000000000025', 'credit-note', 0, 1, 1, 2026, 1, 'A2026-0001', '2026-11-26', 1795680000000,
        'EUR', 2, 50, 0, 50, 50, 'card', '', 3, 2);
INSERT INTO document_line (document_id, label, day, quantity, unit_minor, total_minor, booking_id)
SELECT d.id, 'Poste de travail, matin', b.day, 1, d.total_minor, d.total_minor, b.id
  FROM document AS d, booking AS b WHERE b.uid = '01942f00-0000-7000-8000-000000000005' ORDER BY d.id;
INSERT INTO pay_code (code, booking_id)
SELECT 'BK7Q2M4X9TA', id FROM booking WHERE uid = '01942f00-0000-7000-8000-000000000005';
INSERT INTO account_entry (id, at, payment_id, document_id, close_id, hash)
VALUES (1, 1795680000000, 1, 1, NULL,
        'af52754a9751ce3b5cd78f088033afcfe084109574371d9714300708f61387a2'),
       (2, 1795680000000, 2, 2, NULL,
        '21ad9b45dd6aa937794d9397f6cfbd6596551807da44b0ca208b881dde9fb7bb'),
       (3, 1795680000000, 3, 3, NULL,
        '0f71dc7b8492dc4545b87a7e52356dc13653d7c59a2a2b48dd235b5b5b93350f');
