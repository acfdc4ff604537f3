/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-fair-use.h"

G_BEGIN_DECLS

/**
 * FoyerError:
 *
 * Refusals of the rules. The names that scripts see are those of
 * [func@error_get_name]; they never change.
 */
typedef enum {
  FOYER_ERROR_INVALID,          /* an argument nobody can understand */
  FOYER_ERROR_FULL,
  FOYER_ERROR_CLOSED,
  FOYER_ERROR_PAST_DAY,
  FOYER_ERROR_BEYOND_HORIZON,
  FOYER_ERROR_ALREADY_IN,
  FOYER_ERROR_NOT_IN,
  FOYER_ERROR_ALREADY_BOOKED,
  FOYER_ERROR_WRONG_DAY,
  FOYER_ERROR_NOT_FOUND,
  FOYER_ERROR_BAD_STATE,
  FOYER_ERROR_HAS_BOOKINGS,
  FOYER_ERROR_KEY_REUSED,
  FOYER_ERROR_CURRENCY_MISMATCH,
  FOYER_ERROR_TOO_MUCH,         /* a sum or number beyond what can be kept */
  FOYER_ERROR_HOME_ADDRESS,
  FOYER_ERROR_NOT_EMPTY,
  FOYER_ERROR_NOTHING_TO_UNDO,
  FOYER_ERROR_BAD_FILE,
  FOYER_ERROR_BAD_CODE,         /* no ticket of this place */
  FOYER_ERROR_ALREADY_WAITING,
  FOYER_ERROR_NO_DESK,          /* no desk of this name */
  FOYER_ERROR_DESK_TAKEN,       /* pinned for somebody else */
  FOYER_ERROR_ARCHIVED,         /* the space takes nobody any more; a bad state to scripts */
  FOYER_ERROR_OVER_LIMIT,       /* more than the space lets one person have */
  FOYER_ERROR_NO_PASS,          /* none that is good for a visit */
  FOYER_ERROR_PASS_EXPIRED,
  FOYER_ERROR_ALREADY_PAID,
  FOYER_ERROR_CARD_TAKEN,       /* somebody else has this card */
  FOYER_ERROR_SAME_PHOTO,       /* the space has this photo */
  FOYER_ERROR_MANY_PHOTOS,      /* the space has as many as a listing names; too much to scripts */
  FOYER_ERROR_NO_RULES,         /* the space has no house rules */
  FOYER_ERROR_SAME_PERSON,      /* two ids of one person, where two people are meant */
  FOYER_ERROR_BOTH_HERE,        /* two who are here now cannot become one */
  FOYER_ERROR_NO_SELLER,        /* nobody said who sells, as an invoice must */
  FOYER_ERROR_ALREADY_INVOICED, /* it is on an invoice */
} FoyerError;

#define FOYER_ERROR (foyer_error_quark ())
GQuark      foyer_error_quark           (void);

const char *foyer_error_get_name        (FoyerError            code);

GError     *foyer_error_new_with_ids    (FoyerError            code,
                                         const char * const   *ids,
                                         const char           *format,
                                         ...) G_GNUC_PRINTF (3, 4);
const char * const *
            foyer_error_get_ids         (const GError         *error);

GError     *foyer_error_new_already_in  (const char           *name,
                                         int                   minute);
const char *foyer_error_get_already_in  (const GError         *error,
                                         int                  *minute);

GError     *foyer_error_new_over_limit  (const FoyerOverLimit *over);
const FoyerOverLimit *
            foyer_error_get_over_limit  (const GError         *error);

G_END_DECLS
