/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-booking-state.h"
#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/**
 * FoyerPerson:
 *
 * A guest or member, and, when the store was asked about a space and a day, how this
 * person stands there. A record; texts are never %NULL.
 */
typedef struct {
  char             *id;
  char             *name;
  gboolean          is_member;
  char             *email;
  char             *phone;
  char            **skills;
  gint64            rev;
  /* beside the person, on the day asked for */
  char             *booking_id;       /* (nullable): expected, here or left */
  FoyerBookingState state;            /* of that booking */
  FoyerPart         part;             /* of that booking */
  FoyerDay          last_day;         /* FOYER_DAY_NONE: never here */
  int               n_visits;
} FoyerPerson;

FoyerPerson *foyer_person_new   (void);
void         foyer_person_free  (FoyerPerson  *self);
gboolean     foyer_person_check (FoyerPerson  *self,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPerson, foyer_person_free)

G_END_DECLS
