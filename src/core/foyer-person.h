/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-booking-state.h"
#include "core/foyer-consent.h"
#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/* The longest code of a card, in characters, and the fewest letters and digits in it. */
#define FOYER_CARD_MAX 64
#define FOYER_CARD_MIN 4

/**
 * FoyerPerson:
 * @needs: what they look for, such as "a bookkeeper"
 * @languages: in the host's own words
 * @card: the code of a card of theirs, as it was typed or scanned; nobody else has the same
 * @consents: since when they agree to each purpose, or 0 where they do not
 *
 * A guest or member, and, when the store was asked about a space and a day, how this
 * person stands there. What follows @rev belongs to the record of a member, which a search
 * does not read. A record; texts are never %NULL.
 */
typedef struct {
  char             *id;
  char             *name;
  gboolean          is_member;
  char             *email;
  char             *phone;
  char            **skills;
  gint64            rev;
  /* the record */
  char            **needs;
  char            **languages;
  char             *notes;
  char             *emergency_name;
  char             *emergency_phone;
  char             *card;
  gint64            consents[FOYER_CONSENT_COUNT];
  /* beside the person, on the day asked for */
  char             *booking_id;       /* (nullable): expected, here or left */
  FoyerBookingState state;            /* of that booking */
  FoyerPart         part;             /* of that booking */
  FoyerDay          last_day;         /* FOYER_DAY_NONE: never here */
  int               n_visits;
} FoyerPerson;

FoyerPerson *foyer_person_new       (void);
FoyerPerson *foyer_person_copy      (const FoyerPerson  *self);
void         foyer_person_free      (FoyerPerson        *self);
gboolean     foyer_person_check     (FoyerPerson        *self,
                                     GError            **error);
gboolean     foyer_person_is_same   (const FoyerPerson  *a,
                                     const FoyerPerson  *b);
void         foyer_person_take_over (FoyerPerson        *self,
                                     const FoyerPerson  *other);
char        *foyer_person_fold_card (const char         *card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPerson, foyer_person_free)

G_END_DECLS
