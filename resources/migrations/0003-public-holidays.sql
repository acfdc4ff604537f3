-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Whether the week of a space holds on public holidays. Which days these are is computed from
-- its zone and postcode, never kept. A space that was there before stays as it was: open.

ALTER TABLE space ADD COLUMN closed_on_holidays INTEGER NOT NULL DEFAULT 0 CHECK (closed_on_holidays IN (0, 1));

DROP TRIGGER space_changed;
CREATE TRIGGER space_changed AFTER UPDATE ON space BEGIN
  INSERT INTO act_row VALUES (foyer_act (), 'space', OLD.id, json_object (
    'name', OLD.name, 'kind', OLD.kind, 'seats', OLD.seats, 'price_minor', OLD.price_minor,
    'half_price_minor', OLD.half_price_minor, 'currency', OLD.currency, 'half_at', OLD.half_at,
    'cut_off', OLD.cut_off, 'cancel_minute', OLD.cancel_minute, 'cancel_days', OLD.cancel_days,
    'tz', OLD.tz, 'street', OLD.street, 'postcode', OLD.postcode, 'city', OLD.city,
    'point', OLD.point, 'lat_e6', OLD.lat_e6, 'lon_e6', OLD.lon_e6,
    'public_address', OLD.public_address, 'door', OLD.door, 'wifi', OLD.wifi, 'about', OLD.about,
    'rules', OLD.rules, 'tags', OLD.tags, 'closed_on_holidays', OLD.closed_on_holidays,
    'deleted_at', OLD.deleted_at))
  ON CONFLICT DO NOTHING;
END;
