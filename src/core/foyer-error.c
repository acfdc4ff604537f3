/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"

typedef struct {
  char           **ids;
  FoyerOverLimit   over;
  char            *name;
  int              minute;
} FoyerErrorPrivate;

static void
foyer_error_private_init (FoyerErrorPrivate *priv)
{
  priv->ids = NULL;
  priv->over = (FoyerOverLimit) { 0 };
  priv->name = NULL;
  priv->minute = 0;
}

static void
foyer_error_private_copy (const FoyerErrorPrivate *source,
                          FoyerErrorPrivate       *target)
{
  target->ids = g_strdupv (source->ids);
  target->over = source->over;
  target->name = g_strdup (source->name);
  target->minute = source->minute;
}

static void
foyer_error_private_clear (FoyerErrorPrivate *priv)
{
  g_strfreev (priv->ids);
  g_free (priv->name);
}

G_DEFINE_EXTENDED_ERROR (FoyerError, foyer_error)

static const char * const names[] = {
  [FOYER_ERROR_INVALID] = "invalid",
  [FOYER_ERROR_FULL] = "full",
  [FOYER_ERROR_CLOSED] = "closed",
  [FOYER_ERROR_PAST_DAY] = "past-day",
  [FOYER_ERROR_BEYOND_HORIZON] = "beyond-horizon",
  [FOYER_ERROR_ALREADY_IN] = "already-in",
  [FOYER_ERROR_NOT_IN] = "not-in",
  [FOYER_ERROR_ALREADY_BOOKED] = "already-booked",
  [FOYER_ERROR_WRONG_DAY] = "wrong-day",
  [FOYER_ERROR_NOT_FOUND] = "not-found",
  [FOYER_ERROR_BAD_STATE] = "bad-state",
  [FOYER_ERROR_HAS_BOOKINGS] = "has-bookings",
  [FOYER_ERROR_KEY_REUSED] = "key-reused",
  [FOYER_ERROR_CURRENCY_MISMATCH] = "currency-mismatch",
  [FOYER_ERROR_TOO_MUCH] = "too-much",
  [FOYER_ERROR_HOME_ADDRESS] = "home-address",
  [FOYER_ERROR_NOT_EMPTY] = "not-empty",
  [FOYER_ERROR_NOTHING_TO_UNDO] = "nothing-to-undo",
  [FOYER_ERROR_BAD_FILE] = "bad-file",
  [FOYER_ERROR_BAD_CODE] = "bad-code",
  [FOYER_ERROR_ALREADY_WAITING] = "already-waiting",
  [FOYER_ERROR_NO_DESK] = "no-desk",
  [FOYER_ERROR_DESK_TAKEN] = "desk-taken",
  [FOYER_ERROR_ARCHIVED] = "bad-state",
  [FOYER_ERROR_OVER_LIMIT] = "over-limit",
  [FOYER_ERROR_NO_PASS] = "no-pass",
  [FOYER_ERROR_PASS_EXPIRED] = "pass-expired",
  [FOYER_ERROR_ALREADY_PAID] = "already-paid",
  [FOYER_ERROR_CARD_TAKEN] = "card-taken",
  [FOYER_ERROR_SAME_PHOTO] = "same-photo",
  [FOYER_ERROR_MANY_PHOTOS] = "too-much",
  [FOYER_ERROR_NO_RULES] = "no-rules",
  [FOYER_ERROR_SAME_PERSON] = "same-person",
  [FOYER_ERROR_BOTH_HERE] = "both-here",
  [FOYER_ERROR_NO_SELLER] = "no-seller",
  [FOYER_ERROR_ALREADY_INVOICED] = "already-invoiced",
};

/**
 * foyer_error_get_name:
 * @code: a code of %FOYER_ERROR
 *
 * Returns: (transfer none): the name that scripts see; it never changes
 */
const char *
foyer_error_get_name (FoyerError code)
{
  g_return_val_if_fail ((gsize) code < G_N_ELEMENTS (names), "invalid");

  return names[code];
}

/**
 * foyer_error_new_with_ids:
 * @code: a code of %FOYER_ERROR
 * @ids: (array zero-terminated=1): the rows that stand in the way
 * @format: the message, for logs
 * @...: what @format wants
 *
 * Makes an error that names rows, as has-bookings and already-booked do.
 *
 * Returns: (transfer full): a new error
 */
GError *
foyer_error_new_with_ids (FoyerError          code,
                          const char * const *ids,
                          const char         *format,
                          ...)
{
  va_list args;
  GError *error;

  va_start (args, format);
  error = g_error_new_valist (FOYER_ERROR, (int) code, format, args);
  va_end (args);
  foyer_error_get_private (error)->ids = g_strdupv ((char **) ids);

  return error;
}

/**
 * foyer_error_get_ids:
 * @error: (nullable): any error
 *
 * Returns: (transfer none) (array zero-terminated=1): the rows that @error names, as long
 *   as it lives; none when it names none
 */
const char * const *
foyer_error_get_ids (const GError *error)
{
  static const char * const none[] = { NULL };

  if (error == NULL || error->domain != FOYER_ERROR)
    return none;
  return foyer_error_get_private (error)->ids != NULL
           ? (const char * const *) foyer_error_get_private (error)->ids
           : none;
}

/**
 * foyer_error_new_already_in:
 * @name: who
 * @minute: since when, in minutes of the day of the space
 *
 * Returns: (transfer full): %FOYER_ERROR_ALREADY_IN, which says who and since when
 */
GError *
foyer_error_new_already_in (const char *name,
                            int         minute)
{
  GError *error;

  g_return_val_if_fail (name != NULL, NULL);

  error = g_error_new_literal (FOYER_ERROR, FOYER_ERROR_ALREADY_IN, "checked in before");
  foyer_error_get_private (error)->name = g_strdup (name);
  foyer_error_get_private (error)->minute = minute;

  return error;
}

/**
 * foyer_error_get_already_in:
 * @error: (nullable): any error
 * @minute: (out): since when, in minutes of the day of the space
 *
 * Returns: (transfer none) (nullable): who is here already, as long as @error lives; %NULL when it does
 *   not say that
 */
const char *
foyer_error_get_already_in (const GError *error,
                            int          *minute)
{
  g_return_val_if_fail (minute != NULL, NULL);

  if (error == NULL || error->domain != FOYER_ERROR)
    return NULL;
  *minute = foyer_error_get_private (error)->minute;

  return foyer_error_get_private (error)->name;
}

/**
 * foyer_error_new_over_limit:
 * @over: what is wanted beyond a limit
 *
 * Returns: (transfer full): %FOYER_ERROR_OVER_LIMIT, which says which limit it is
 */
GError *
foyer_error_new_over_limit (const FoyerOverLimit *over)
{
  GError *error;

  g_return_val_if_fail (over != NULL, NULL);

  error = g_error_new (FOYER_ERROR, FOYER_ERROR_OVER_LIMIT, "limit %s: %d, where %d are allowed",
                       foyer_fair_limit_get_name (over->limit), over->count, over->allowed);
  foyer_error_get_private (error)->over = *over;

  return error;
}

/**
 * foyer_error_get_over_limit:
 * @error: (nullable): any error
 *
 * Returns: (transfer none) (nullable): the limit that was exceeded, as long as @error lives; %NULL
 *   for any other error
 */
const FoyerOverLimit *
foyer_error_get_over_limit (const GError *error)
{
  const FoyerOverLimit *over;

  if (error == NULL || error->domain != FOYER_ERROR)
    return NULL;
  over = &foyer_error_get_private (error)->over;

  return over->limit != FOYER_FAIR_NONE ? over : NULL;
}
