/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-booking-state.h"
#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/**
 * FoyerMySeat:
 *
 * A seat at somebody else's place, as the guest knows it. A record: whoever made it may fill
 * its fields, whoever got it from the store only reads them. Texts are never %NULL but "" when
 * empty. What the host tells an accepted guest alone (@street to @ticket) counts only with
 * @has_access. @state is as of now: a request that nobody answered in time reads expired.
 */
typedef struct {
  char             *id;            /* the booking's, on both sides */
  char             *origin;        /* the directory that carries it */
  char             *listing;
  char             *host;          /* the host's key, base64url; "" until the listing was read */
  char             *name;          /* of the space; "" until the listing was read */
  char             *area;
  char             *tz;
  FoyerDay          day;
  FoyerPart         part;
  int               seats;
  FoyerBookingState state;
  gint64            rev;
  gint64            price_minor;   /* for all its seats */
  char              currency[4];   /* "" until the listing was read */
  int               cancel_minute; /* free until this minute … */
  int               cancel_days;   /* … so many days before */
  gint64            asked_ms;
  gint64            answer_by_ms;  /* 0 until the request was written */
  gboolean          queued;        /* something of it waits to be sent */
  char             *trouble;       /* why a directory refused it, its code; "" for nothing */
  gboolean          has_access;
  char             *street;
  char             *postcode;
  char             *city;
  char             *door;
  char             *wifi;
  char             *note;          /* the host's */
  char             *ticket;        /* the code for the desk */
} FoyerMySeat;

FoyerMySeat *foyer_my_seat_new  (void);
void         foyer_my_seat_free (FoyerMySeat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMySeat, foyer_my_seat_free)

G_END_DECLS
