/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-belonging.h"
#include "core/foyer-booking-state.h"
#include "core/foyer-day.h"
#include "core/foyer-fair-use.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/**
 * FoyerBooking:
 *
 * One guest, one space, one day, one part, @seats seats, at a price frozen when it was
 * confirmed, with what a host wants to see beside the name. A record, read only.
 * @price_minor is for all its seats. Instants are 0 where nothing happened yet.
 */
typedef struct {
  char             *id;
  char             *space_id;
  char             *person_id;
  gboolean          is_member;        /* else a guest without a lasting record */
  char             *name;
  FoyerDay          day;
  FoyerPart         part;
  int               seats;
  FoyerBookingState state;
  gint64            rev;
  gint64            price_minor;
  gint64            due_minor;        /* what is still to be paid in money */
  gint64            paid_minor;       /* what was paid in money, without what passes paid */
  int               pass_halves;      /* half days of it that passes paid, or will when the guest comes */
  int               pass_left;        /* half days that are left on passes good for it; 0 where nobody asked */
  FoyerDay          pass_until;       /* until when a pass without a number of days is, or FOYER_DAY_NONE */
  char              currency[4];
  gint64            in_ms;            /* last check-in */
  gint64            out_ms;           /* last check-out */
  gboolean          forgotten;        /* nobody noted it: the house did, when the day ended */
  gboolean          first_visit;      /* nobody checked this person in on an earlier day */
  int               n_visits;         /* days here before this one */
  FoyerBelonging    belonging;        /* on a day sheet: in this space, on this day; all 0 where nobody asked */
  char             *series_id;        /* of which it is a day, or NULL */
  /* of the guest of somebody, else NULL and FALSE */
  char             *guest_of;         /* the booking with which they come */
  char             *guest_of_name;
  gboolean          host_pays;        /* who brought them pays for it */
  guint             n_guests_here;    /* told by a check-out: whom they brought and who stays */
  /* where the space has desks with names: of each seat, "" one without a name; NULL in the other half */
  char            **am_desks;
  char            **pm_desks;
  char             *desk_wish;        /* the desk that was wished for, or NULL */
  gboolean          desk_pinned;      /* and is theirs, come what may */
  /* of a request that came through a directory, else %NULL, 0 and %FALSE */
  gboolean          travels;
  char             *note;             /* the guest's */
  char            **skills;
  gint64            asked_ms;
  gint64            answer_by_ms;
  FoyerOverLimit    over;             /* of a request on a day sheet: what it exceeds, if anything */
} FoyerBooking;

void foyer_booking_free   (FoyerBooking *self);
void foyer_booking_reckon (FoyerBooking *self,
                           gboolean      late);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBooking, foyer_booking_free)

G_END_DECLS
