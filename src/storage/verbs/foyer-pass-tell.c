/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-pass-use-table.h"
#include "storage/verbs/foyer-pass-verbs.h"

/* What passes are going to pay of visits that come first; of one without a number of days, the
 * halves of which day. */
typedef struct {
  int       halves;
  FoyerDay  day;
  guint     parts;
} FoyerPassPlan;

static void
foyer_pass_tell_left (FoyerBooking         *booking,
                      const FoyerPassOffer *offers,
                      gsize                 n)
{
  booking->pass_left = 0;
  booking->pass_until = FOYER_DAY_NONE;
  for (gsize i = 0; i < n; i++)
    {
      if (!offers[i].choice.unlimited)
        booking->pass_left += offers[i].choice.left;
      else
        booking->pass_until = MAX (booking->pass_until, offers[i].choice.until);
    }
}

gboolean
foyer_pass_tell_one (FoyerDb          *db,
                     FoyerBookingRow  *row,
                     GError          **error)
{
  g_autoptr(GArray) offers = NULL;

  if (row->booking->pass_halves == 0)
    return TRUE;
  if ((offers = foyer_pass_use_table_list_offers (db, row, error)) == NULL)
    return FALSE;
  foyer_pass_tell_left (row->booking, (const FoyerPassOffer *) (gpointer) offers->data, offers->len);

  return TRUE;
}

static FoyerPassPlan *
foyer_pass_plan_get (GHashTable *plans,
                     gint64      pass_id)
{
  FoyerPassPlan *plan = g_hash_table_lookup (plans, &pass_id);

  if (plan == NULL)
    {
      plan = g_new0 (FoyerPassPlan, 1);
      plan->day = FOYER_DAY_NONE;
      g_hash_table_insert (plans, g_memdup2 (&pass_id, sizeof pass_id), plan);
    }

  return plan;
}

static int
foyer_pass_plan_count_left (FoyerPassPlan         *plan,
                            const FoyerPassChoice *choice,
                            const FoyerBooking    *booking)
{
  guint parts;

  if (!choice->unlimited)
    return MAX (choice->left - plan->halves, 0);

  if (plan->day != booking->day)
    {
      plan->day = booking->day;
      plan->parts = 0;
    }
  parts = (guint) booking->part & ~plan->parts;

  return MIN (choice->left, (int) ((parts & 1) + (parts >> 1)));
}

/* What passes will pay of @booking when its guest comes. */
static void
foyer_pass_foresee (FoyerBooking         *booking,
                    const FoyerPassOffer *offers,
                    gsize                 n,
                    GHashTable           *plans)
{
  const int halves = foyer_pass_count_halves (booking->part, booking->seats);
  g_autofree FoyerPassChoice *choices = g_new (FoyerPassChoice, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      choices[i] = offers[i].choice;
      choices[i].left = foyer_pass_plan_count_left (foyer_pass_plan_get (plans, offers[i].pass_id), &choices[i], booking);
    }
  booking->pass_halves += foyer_pass_choose (choices, n, halves - booking->pass_halves);
  foyer_booking_reckon (booking, FALSE);

  for (gsize i = 0; i < n; i++)
    if (choices[i].take > 0)
      {
        FoyerPassPlan *plan = foyer_pass_plan_get (plans, offers[i].pass_id);

        plan->halves += choices[i].take;
        plan->parts |= (guint) booking->part;
      }
}

gboolean
foyer_pass_tell (FoyerDb              *db,
                 const FoyerSpaceRow  *space,
                 FoyerDay              first,
                 FoyerDay              last,
                 GPtrArray            *rows,
                 GError              **error)
{
  g_autoptr(GHashTable) plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GHashTable) bookings = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) offers = foyer_pass_use_table_list_days (db, space->id, first, last, error);

  if (offers == NULL)
    return FALSE;
  if (offers->len == 0)
    return TRUE;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (bookings, &((FoyerBookingRow *) rows->pdata[i])->id, rows->pdata[i]);
  for (guint i = 0, end; i < offers->len; i = end)
    {
      const FoyerPassOffer *some = &g_array_index (offers, FoyerPassOffer, i);
      FoyerBookingRow *row = g_hash_table_lookup (bookings, &some->booking_id);

      for (end = i; end < offers->len && g_array_index (offers, FoyerPassOffer, end).booking_id == some->booking_id;)
        end++;
      if (row == NULL)
        continue;
      foyer_pass_tell_left (row->booking, some, end - i);
      if (row->booking->state == FOYER_STATE_CONFIRMED && row->booking->due_minor > 0 && row->booking->paid_minor == 0)
        foyer_pass_foresee (row->booking, some, end - i, plans);
    }

  return TRUE;
}
