/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/writers/foyer-drafts.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-places.h"
#include "core/foyer-text.h"
#include "core/foyer-zone-country.h"
#include "protocol/foyer-home-point.h"
#include "protocol/foyer-tags.h"

/* A commune of the table whose middle is farther from the space is another one of that name. */
#define SAME_PLACE_E6 300000

/* The commune of a space, as far as the gazetteer knows it for certain. */
static FoyerPlace *
foyer_space_find_place (const FoyerSpace *space)
{
  g_autoptr(FoyerPlace) place = NULL;
  g_autofree char *name = NULL;
  g_autofree char *city = foyer_text_fold (space->city);

  if (*space->city == '\0' && *space->postcode == '\0')
    return NULL;
  place = foyer_places_find (*space->city != '\0' ? space->city : NULL,
                             *space->postcode != '\0' ? space->postcode : NULL);
  if (place == NULL || ABS (place->lat_e6 - space->lat_e6) > SAME_PLACE_E6
      || ABS (place->lon_e6 - space->lon_e6) > SAME_PLACE_E6)
    return NULL;

  /* a postcode leads to the largest commune that has it, which may not be the one meant */
  name = foyer_text_fold (place->name);
  if (*city != '\0' && !g_str_has_prefix (name, city) && !g_str_has_prefix (city, name))
    return NULL;

  return g_steal_pointer (&place);
}

/* The quarter or commune, never the street: "Lyon 3e Arrondissement" rather than "Lyon". */
static char *
foyer_space_get_area (const FoyerSpace *space,
                      const FoyerPlace *place)       /* (nullable) */
{
  const char *area = place != NULL ? place->name : space->city;

  if (g_utf8_strlen (area, -1) > FOYER_AREA_MAX)
    return g_utf8_substring (area, 0, FOYER_AREA_MAX);

  return g_strdup (area);
}

/* The first of each tag, as many of a kind as a listing may have. */
static char **
foyer_space_get_tags (const FoyerSpace *space)
{
  g_autoptr(GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_known = 0;
  guint n_free = 0;

  for (gsize i = 0; space->tags != NULL && space->tags[i] != NULL; i++)
    {
      guint *n = foyer_tag_is_known (space->tags[i]) ? &n_known : &n_free;

      if (*n == FOYER_LISTING_TAGS_MAX || !g_hash_table_add (seen, foyer_text_fold (space->tags[i])))
        continue;
      *n += 1;
      g_strv_builder_add (tags, space->tags[i]);
    }

  return g_strv_builder_end (tags);
}

static void
foyer_listing_place (FoyerListing     *self,
                     FoyerIdentity    *identity,
                     const FoyerSpace *space)
{
  g_autoptr(FoyerPlace) place = foyer_space_find_place (space);
  g_autoptr(FoyerAddress) address = foyer_address_new (space->street, space->postcode, space->city);

  g_free (self->area);
  self->area = foyer_space_get_area (space, place);
  g_strlcpy (self->country, foyer_zone_get_country (space->tz), sizeof self->country);
  self->lat_e6 = space->lat_e6;
  self->lon_e6 = space->lon_e6;
  if (space->kind == FOYER_SPACE_HOME)
    {
      self->displaced_m = foyer_home_point_get_radius (place != NULL ? place->population : -1);
      foyer_home_point_displace (identity, address, self->displaced_m, &self->lat_e6, &self->lon_e6);
    }
  else if (space->public_address && *space->street != '\0')
    self->address = g_steal_pointer (&address);
}

/**
 * foyer_listing_draft:
 * @identity: the host
 * @space: the space
 * @id: of the listing; "" for one that is only looked at
 * @rev: of the listing
 * @now_ms: the instant, in UTC milliseconds
 * @error: return location for an error
 *
 * Says of a space what strangers may know: not the street (unless a public space says so), no
 * code, and of a home a point that is displaced. Pure, but for the gazetteer.
 *
 * Returns: (transfer full): the listing, or %NULL with %FOYER_ERROR_INVALID when the space has
 *   no point
 */
FoyerListing *
foyer_listing_draft (FoyerIdentity     *identity,
                     const FoyerSpace  *space,
                     const char        *id,
                     gint64             rev,
                     gint64             now_ms,
                     GError           **error)
{
  FoyerListing *self;

  if (!space->has_point)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "the space has no point on the map");
      return NULL;
    }

  self = foyer_listing_new ();
  g_set_str (&self->id, id);
  self->rev = rev;
  g_set_str (&self->name, space->name);
  self->kind = space->kind;
  g_set_str (&self->about, space->about);
  g_set_str (&self->rules, space->rules);
  g_set_str (&self->tz, space->tz);
  foyer_listing_place (self, identity, space);
  self->seats = space->seats;
  self->price_minor = space->price_minor;
  self->half_price_minor = foyer_space_get_price (space, 1);
  g_strlcpy (self->currency, space->currency, sizeof self->currency);
  for (guint i = 0; i < space->shares->len; i++)
    {
      const FoyerShare *share = &g_array_index (space->shares, FoyerShare, i);

      foyer_listing_add_share (self, share->label, share->minor);
    }
  self->cancel_minute = space->cancel_minute;
  self->cancel_days = space->cancel_days;
  self->tags = foyer_space_get_tags (space);
  self->languages = g_new0 (char *, 1);
  self->photos = g_strdupv (space->photos);
  self->updated_ms = now_ms;

  return self;
}

/**
 * foyer_seat_days_draft:
 * @kind: of the space
 * @days: (element-type FoyerAvailability): from the space's today on, without gaps
 * @listing: the listing's id
 * @rev: of the availability
 * @error: return location for an error
 *
 * Says how many seats are free. A home's full days look as if it were closed, and it tells of
 * four weeks only: nobody needs to know when somebody is away. Pure.
 *
 * Returns: (transfer full): the seats, or %NULL with %FOYER_ERROR_INVALID without a day
 */
FoyerSeatDays *
foyer_seat_days_draft (FoyerSpaceKind   kind,
                       GArray          *days,
                       const char      *listing,
                       gint64           rev,
                       GError         **error)
{
  FoyerSeatDays *self;
  gboolean home = kind == FOYER_SPACE_HOME;

  if (days == NULL || days->len == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "an availability without a day");
      return NULL;
    }

  self = foyer_seat_days_new (FOYER_DOCUMENT_AVAILABILITY, listing);
  self->rev = rev;
  self->from = g_array_index (days, FoyerAvailability, 0).day;
  self->n_days = MIN (days->len, home ? FOYER_HOME_DAYS : FOYER_HORIZON_DAYS);
  for (guint i = 0; i < self->n_days; i++)
    {
      const FoyerAvailability *day = &g_array_index (days, FoyerAvailability, i);
      FoyerSeatDay *seats = &self->days[i];

      g_assert (day->day == self->from + (FoyerDay) i);
      if (!day->open)
        continue;
      seats->am = foyer_availability_get_free (day, FOYER_PART_AM);
      seats->pm = foyer_availability_get_free (day, FOYER_PART_PM);
      seats->open = !home || seats->am > 0 || seats->pm > 0;
    }

  return self;
}
