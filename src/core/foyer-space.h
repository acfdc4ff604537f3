/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-holidays.h"
#include "core/foyer-fair-use.h"
#include "core/foyer-money.h"
#include "core/foyer-share.h"

G_BEGIN_DECLS

/**
 * FoyerSpaceKind:
 * @FOYER_SPACE_HOME: somebody's home, whose street is never public
 * @FOYER_SPACE_COWORKING: a coworking space
 * @FOYER_SPACE_THIRD_PLACE: a café, library, workshop or the like
 *
 * What a space is.
 */
typedef enum {
  FOYER_SPACE_HOME,
  FOYER_SPACE_COWORKING,
  FOYER_SPACE_THIRD_PLACE,
} FoyerSpaceKind;

const char *foyer_space_kind_get_name (FoyerSpaceKind   kind);
gboolean    foyer_space_kind_parse    (const char      *name,
                                       FoyerSpaceKind  *kind,
                                       GError         **error);

/**
 * FoyerNamedDesk:
 * @key: what wishes hold on to when the name changes; 0 until the store gave one
 * @name: what it is called
 *
 * A seat that has a name, such as "Window".
 */
typedef struct {
  int   key;
  char *name;
} FoyerNamedDesk;

/* The longest name of a desk, in characters. */
#define FOYER_DESK_NAME_MAX 40

/**
 * FoyerSpace:
 *
 * A place with seats. A record: whoever made it may fill its fields, whoever got it
 * from the store only reads them. Texts are never %NULL but "" when empty; @lat_e6 and
 * @lon_e6 (WGS 84, millionths of a degree) count only with @has_point.
 */
typedef struct {
  char          *id;               /* "" until the store gave one */
  char          *name;
  FoyerSpaceKind kind;
  int            seats;            /* 1 to FOYER_SEATS_MAX */
  gint64         price_minor;      /* a full day, one seat */
  gint64         half_price_minor; /* -1: half of it, rounded up */
  char           currency[4];
  int            half_at;          /* minute of the day */
  int            cut_off;          /* minute of the day */
  int            cancel_minute;    /* free until this minute … */
  int            cancel_days;      /* … so many days before */
  char          *tz;               /* IANA */
  char          *street;
  char          *postcode;
  char          *city;
  gboolean       has_point;
  int            lat_e6;
  int            lon_e6;
  gboolean       public_address;   /* refused for a home */
  char          *door;
  char          *wifi;
  char          *note;             /* what only accepted guests read */
  char          *about;
  char          *rules;
  char         **tags;
  char         **photos;           /* SHA-256 of each in hexadecimal, the cover first; saving a space leaves them
                                    * as they are */
  GArray        *shares;           /* (element-type FoyerShare): never more than the price */
  gboolean       closed_on_holidays;  /* the week does not hold on public holidays */
  GArray        *desks;            /* of FoyerNamedDesk, in the order of the host, at most @seats; %NULL in
                                    * what is saved: those it has */
  FoyerFairUse    limits;           /* of one person; what is booked already stays */
  gint64         archived_ms;      /* 0: it is not; UTC */
  gint64         rev;
} FoyerSpace;

FoyerSpace *foyer_space_new   (void);
FoyerSpace *foyer_space_copy  (const FoyerSpace  *self);
void        foyer_space_free  (FoyerSpace        *self);
gboolean    foyer_space_check (FoyerSpace        *self,
                               GError           **error);
gint64      foyer_space_get_price (const FoyerSpace *self,
                                   guint             halves);
FoyerHoliday foyer_space_get_holiday (const FoyerSpace *self,
                                      FoyerDay          day);

void        foyer_space_add_desk  (FoyerSpace        *self,
                                   int                key,
                                   const char        *name);
int         foyer_space_find_desk (const FoyerSpace  *self,
                                   const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSpace, foyer_space_free)

G_END_DECLS
