/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-account-verbs.h"

#include "core/foyer-error.h"
#include "core/foyer-money.h"
#include "storage/tables/foyer-account-table.h"
#include "storage/tables/foyer-due-table.h"
#include "storage/tables/foyer-till-table.h"

static gboolean
foyer_account_verbs_refuse (FoyerError    code,
                            const char   *message,
                            GError      **error)
{
  g_set_error_literal (error, FOYER_ERROR, (int) code, message);

  return FALSE;
}

/* @last_entry: (out): up to which entry it is known */
static FoyerTill *
foyer_account_verbs_read (FoyerDb        *db,
                          FoyerSpaceRow  *space,
                          gint64         *last_entry,
                          GError        **error)
{
  g_autoptr(FoyerTill) till = foyer_till_table_read (db, space, error);
  g_autofree char *head = NULL;

  if (till == NULL
      || (till->day = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || !foyer_account_table_get_head (db, last_entry, &head, error))
    return NULL;

  till->at_ms = foyer_db_now (db);
  g_set_str (&till->head, head);

  return g_steal_pointer (&till);
}

FoyerTill *
foyer_account_verbs_get_till (FoyerDb     *db,
                              const char  *space_id,
                              GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);
  gint64 last_entry;

  return space != NULL ? foyer_account_verbs_read (db, space, &last_entry, error) : NULL;
}

FoyerTill *
foyer_account_verbs_close_day (FoyerDb     *db,
                               const char  *space_id,
                               gint64       counted_minor,
                               gint64       left_minor,
                               GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerTill) till = NULL;
  FoyerAccountEntry entry = { 0 };
  gint64 last_entry;

  if (counted_minor < 0 || left_minor < 0 || left_minor > counted_minor || counted_minor > FOYER_MONEY_MAX)
    {
      foyer_account_verbs_refuse (FOYER_ERROR_INVALID, "what was counted cannot be", error);
      return NULL;
    }
  if (transaction == NULL
      || (space = foyer_space_table_find_any (db, space_id, error)) == NULL
      || (till = foyer_account_verbs_read (db, space, &last_entry, error)) == NULL)
    return NULL;

  g_free (till->id);
  till->id = foyer_db_new_id (db);
  till->counted_minor = counted_minor;
  till->left_minor = left_minor;
  foyer_db_note_change (db, FOYER_CHANGE_MONEY, space_id);
  if (!foyer_till_table_insert (db, space, till, last_entry, &entry.close_id, error)
      || !foyer_account_table_append (db, &entry, error))
    {
      g_free (entry.hash);
      return NULL;
    }
  g_free (till->head);
  till->head = entry.hash;

  return foyer_transaction_commit (transaction, error) ? g_steal_pointer (&till) : NULL;
}

/* To the figures of the same currency; where there are none, nothing of it was paid. */
static void
foyer_account_verbs_add_due (GPtrArray      *figures,
                             guint           from,
                             const FoyerDue *due)
{
  for (guint i = from; i < figures->len; i++)
    {
      FoyerFigures *of_it = figures->pdata[i];

      if (g_str_equal (of_it->currency, due->currency))
        of_it->due_minor += MAX (due->due_minor, 0);
    }
}

GPtrArray *
foyer_account_verbs_list_figures (FoyerDb   *db,
                                  FoyerDay   first,
                                  FoyerDay   last,
                                  GError   **error)
{
  g_autoptr(GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_figures_free);
  g_autoptr(GPtrArray) spaces = NULL;

  if (!foyer_day_is_valid (first) || !foyer_day_is_valid (last) || first > last)
    {
      foyer_account_verbs_refuse (FOYER_ERROR_INVALID, "the days are not a range", error);
      return NULL;
    }
  if ((spaces = foyer_space_table_list (db, error)) == NULL)
    return NULL;

  for (guint i = 0; i < spaces->len; i++)
    {
      const FoyerSpaceRow *space = spaces->pdata[i];
      const FoyerDueQuery query = { .first = first, .last = last };
      const guint from = figures->len;
      g_autoptr(GPtrArray) dues = foyer_due_table_list (db, space->id, 0, &query, error);

      if (dues == NULL || !foyer_figures_table_read (db, space, first, last, figures, error))
        return NULL;
      /* A pass that is good everywhere is owed to the first of the spaces. */
      for (guint j = 0; j < dues->len; j++)
        if (((FoyerDue *) dues->pdata[j])->space_id != NULL || i == 0)
          foyer_account_verbs_add_due (figures, from, dues->pdata[j]);
    }

  return g_steal_pointer (&figures);
}
