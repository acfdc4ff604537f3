/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-home-point.h"

#include <math.h>
#include <sodium.h>
#include <string.h>

#include "core/foyer-text.h"
#include "protocol/foyer-identity-private.h"

/* IUGG's mean radius; over 1.5 km the ellipsoid makes a difference of metres. */
#define EARTH_M 6371008.8

/* Millionths of a degree are up to 11 cm, so rounding stays within the two circles. */
#define ROUNDING_M 0.2

/**
 * foyer_home_point_get_radius:
 * @population: of the commune, negative when unknown
 *
 * Returns: within how many metres of a home its public point lies: 1,500 where the commune has
 *   fewer than 2,000 people, or nobody knows how many, else 300
 */
int
foyer_home_point_get_radius (gint64 population)
{
  return population < FOYER_HOME_POINT_FEW_PEOPLE ? FOYER_HOME_POINT_MAX_RURAL
                                                  : FOYER_HOME_POINT_MAX;
}

/* The letters and digits alone, so that a comma more or an accent less is the same home. */
static void
hash_text (crypto_generichash_state *state,
           const char               *text)
{
  g_autofree char *folded = foyer_text_fold (text);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      crypto_generichash_update (state, (const guint8 *) p, g_utf8_next_char (p) - p);
  /* a byte that no text has, so that "1, 2 x" is not "12 x" over two fields */
  crypto_generichash_update (state, (const guint8 *) "", 1);
}

/* 53 bits: a number from 0 to below 1, each with the same chance */
static double
read_fraction (const guint8 *bytes)
{
  guint64 bits;

  memcpy (&bits, bytes, sizeof bits);

  return ldexp ((double) (GUINT64_FROM_LE (bits) >> 11), -53);
}

/**
 * foyer_home_point_displace:
 * @identity: the host
 * @address: where the home is
 * @radius_m: what [func@home_point_get_radius] gives
 * @lat_e6: (inout): latitude, millionths of a degree
 * @lon_e6: (inout): longitude, millionths of a degree
 *
 * Moves a home's point to where strangers may see it: between 50 m and @radius_m away, uniform
 * by area. How it moves depends on @identity and @address only (BLAKE2b, keyed by
 * KDF(seed, "point")), so it is the same for every directory and every time, and many
 * publications tell no more than one. Nobody without the seed can undo it.
 */
void
foyer_home_point_displace (FoyerIdentity      *identity,
                           const FoyerAddress *address,
                           int                 radius_m,
                           int                *lat_e6,
                           int                *lon_e6)
{
  guint8 key[FOYER_SEED_SIZE];
  guint8 hash[crypto_generichash_BYTES_MIN];
  crypto_generichash_state state;
  double near, far, distance, bearing, lat, lon, to_lat, to_lon;

  g_return_if_fail (identity != NULL);
  g_return_if_fail (address != NULL);
  g_return_if_fail (radius_m > FOYER_HOME_POINT_MIN);
  g_return_if_fail (lat_e6 != NULL && lon_e6 != NULL);

  foyer_identity_derive (identity, "point", strlen ("point"), key);
  crypto_generichash_init (&state, key, sizeof key, sizeof hash);
  hash_text (&state, address->street);
  hash_text (&state, address->postcode);
  hash_text (&state, address->city);
  crypto_generichash_final (&state, hash, sizeof hash);
  sodium_memzero (key, sizeof key);

  near = FOYER_HOME_POINT_MIN + ROUNDING_M;
  far = radius_m - ROUNDING_M;
  distance = sqrt (near * near + read_fraction (hash) * (far * far - near * near)) / EARTH_M;
  bearing = 2 * G_PI * read_fraction (hash + 8);

  /* along a great circle, which also holds at the poles and at the date line */
  lat = *lat_e6 / 1e6 * G_PI / 180;
  lon = *lon_e6 / 1e6 * G_PI / 180;
  to_lat = asin (sin (lat) * cos (distance) + cos (lat) * sin (distance) * cos (bearing));
  to_lon = lon + atan2 (sin (bearing) * sin (distance) * cos (lat),
                        cos (distance) - sin (lat) * sin (to_lat));

  *lat_e6 = (int) lround (to_lat * 180 / G_PI * 1e6);
  *lon_e6 = (int) lround (remainder (to_lon * 180 / G_PI, 360) * 1e6);
}
