/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-space.h"
#include "protocol/foyer-address.h"
#include "protocol/foyer-envelope.h"

G_BEGIN_DECLS

#define FOYER_PHOTOS_MAX 6
#define FOYER_LANGUAGES_MAX 16
#define FOYER_AREA_MAX 80

/* How far the public point of a home lies from its door at most, in metres. */
#define FOYER_DISPLACED_MAX 5000

/**
 * FoyerListing:
 *
 * A space as strangers see it. A record: whoever made it may fill its fields, whoever got it
 * only reads them. Texts are never %NULL but "" when empty. A home has no @address, and its
 * point is displaced.
 */
typedef struct {
  char          *id;
  gint64         rev;
  char          *name;
  FoyerSpaceKind kind;
  char          *about;
  char          *rules;
  char          *area;             /* the quarter or commune, in words */
  char           country[3];       /* ISO 3166-1 alpha-2 */
  char          *tz;               /* IANA */
  int            lat_e6;           /* millionths of a degree, WGS 84 */
  int            lon_e6;
  int            displaced_m;      /* the space is at most so far from the point */
  int            seats;
  gint64         price_minor;
  gint64         half_price_minor;
  char           currency[4];
  GArray        *shares;           /* of FoyerShare; the rest of the price is the host's */
  int            cancel_minute;
  int            cancel_days;
  char         **tags;
  char         **languages;        /* BCP 47: a language, perhaps a script and a region */
  char         **photos;           /* SHA-256 in hexadecimal */
  FoyerAddress  *address;          /* nullable */
  gint64         updated_ms;
} FoyerListing;

FoyerListing  *foyer_listing_new   (void);
void           foyer_listing_free  (FoyerListing        *self);
void           foyer_listing_add_share
                                   (FoyerListing        *self,
                                    const char          *label,
                                    gint64               minor);
FoyerListing  *foyer_listing_parse (FoyerEnvelope       *envelope,
                                    GError             **error);
FoyerEnvelope *foyer_listing_sign  (const FoyerListing  *self,
                                    FoyerKeyPair        *pair,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerListing, foyer_listing_free)

G_END_DECLS
