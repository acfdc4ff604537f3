/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "storage/verbs/foyer-booking-verbs.h"

static gboolean
foyer_seat_find_over_limit (FoyerDb              *db,
                            const FoyerSpaceRow  *space,
                            FoyerDay              today,
                            gint64                person_id,
                            const FoyerHolding   *wanted,
                            FoyerOverLimit       *over,
                            GError              **error)
{
  const FoyerFairUse *limits = &space->space->limits;
  g_autoptr(GArray) held = NULL;
  FoyerDay first;
  FoyerDay last;

  *over = (FoyerOverLimit) { .day = wanted->day };
  if (!foyer_fair_use_counts (limits))
    return TRUE;

  foyer_fair_use_get_range (limits, wanted->day, today, &first, &last);
  held = person_id != 0 ? foyer_holding_table_list (db, space->id, person_id, first, last, today, error)
                        : g_array_new (FALSE, FALSE, sizeof (FoyerHolding));
  if (held == NULL)
    return FALSE;
  foyer_fair_use_allows (limits, (const FoyerHolding *) (gpointer) held->data, held->len, wanted, over);

  return TRUE;
}

gboolean
foyer_seat_check_limits (FoyerDb              *db,
                         const FoyerSpaceRow  *space,
                         FoyerDay              today,
                         gint64                person_id,
                         FoyerDay              day,
                         FoyerPart             part,
                         int                   seats,
                         GError              **error)
{
  const FoyerHolding wanted = { .day = day, .part = part, .seats = seats };
  FoyerOverLimit over;

  if (!foyer_seat_find_over_limit (db, space, today, person_id, &wanted, &over, error))
    return FALSE;
  if (over.limit == FOYER_FAIR_NONE)
    return TRUE;
  /* To say yes all the same would not help where nobody has a seat. */
  if (!foyer_seat_check_open (db, space, today, day, error))
    return FALSE;

  g_propagate_error (error, foyer_error_new_over_limit (&over));

  return FALSE;
}

gboolean
foyer_seat_get_over_limit (FoyerDb                *db,
                           const FoyerSpaceRow    *space,
                           FoyerDay                today,
                           const FoyerBookingRow  *request,
                           FoyerOverLimit         *over,
                           GError                **error)
{
  const FoyerHolding wanted = {
    .day = request->booking->day, .part = request->booking->part, .seats = request->booking->seats,
  };

  return !foyer_fair_use_allows_ask (&space->space->limits, wanted.day, today, over)
         || foyer_seat_find_over_limit (db, space, today, request->person_id, &wanted, over, error);
}
