-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- How much of a space one person may have; 0: there is no limit. What is booked already stays.

ALTER TABLE space ADD COLUMN limit_week INTEGER NOT NULL DEFAULT 0 CHECK (limit_week BETWEEN 0 AND 7);      -- days from Monday to Sunday
ALTER TABLE space ADD COLUMN limit_open INTEGER NOT NULL DEFAULT 0 CHECK (limit_open BETWEEN 0 AND 500);    -- bookings from today on
ALTER TABLE space ADD COLUMN limit_seats INTEGER NOT NULL DEFAULT 0 CHECK (limit_seats BETWEEN 0 AND 500);  -- at the same time
ALTER TABLE space ADD COLUMN limit_ahead INTEGER NOT NULL DEFAULT 0 CHECK (limit_ahead BETWEEN 0 AND 64);   -- days after today, for requests

DROP TRIGGER space_changed;
CREATE TRIGGER space_changed AFTER UPDATE ON space BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'space', OLD.id, json_object (
    'name', OLD.name, 'kind', OLD.kind, 'seats', OLD.seats, 'price_minor', OLD.price_minor,
    'half_price_minor', OLD.half_price_minor, 'currency', OLD.currency, 'half_at', OLD.half_at,
    'cut_off', OLD.cut_off, 'cancel_minute', OLD.cancel_minute, 'cancel_days', OLD.cancel_days,
    'tz', OLD.tz, 'street', OLD.street, 'postcode', OLD.postcode, 'city', OLD.city,
    'point', OLD.point, 'lat_e6', OLD.lat_e6, 'lon_e6', OLD.lon_e6,
    'public_address', OLD.public_address, 'door', OLD.door, 'wifi', OLD.wifi, 'about', OLD.about,
    'rules', OLD.rules, 'tags', OLD.tags, 'closed_on_holidays', OLD.closed_on_holidays, 'desks', OLD.desks,
    'archived_at', OLD.archived_at, 'shares', OLD.shares, 'note', OLD.note,
    'limit_week', OLD.limit_week, 'limit_open', OLD.limit_open, 'limit_seats', OLD.limit_seats,
    'limit_ahead', OLD.limit_ahead, 'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
