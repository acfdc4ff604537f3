/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-space-table.h"
#include "storage/tables/foyer-waiting-table.h"
#include "storage/verbs/foyer-waiting-verbs.h"

static gboolean
foyer_waiting_write_line (FoyerDb                 *db,
                          GPtrArray               *rows,
                          const FoyerWaitingTurn  *line,
                          GError                 **error)
{
  /* What is given up first: then there is room for what is offered. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rows->len; i++)
      {
        const FoyerWaitingRow *row = rows->pdata[i];

        if (line[i].state != row->waiting->state && (line[i].state == FOYER_WAITING_OFFERED) == (pass == 1)
            && !foyer_waiting_table_set_state (db, row->id, line[i].state,
                                               line[i].state == FOYER_WAITING_OFFERED ? line[i].until_ms : 0, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
foyer_waiting_settle_day (FoyerDb                *db,
                          const FoyerWaitingDay  *look,
                          GError                **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, look->space_id, error);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GArray) slots = NULL;
  g_autoptr(GArray) helds = NULL;
  g_autofree FoyerWaitingTurn *line = NULL;
  FoyerSlot slot = { 0 };
  FoyerHeld held = { 0 };
  GTimeZone *zone;
  gint64 until_ms = 0;

  if (space == NULL
      || (rows = foyer_waiting_table_list (db, look->space_id, look->day, look->day, error)) == NULL
      || (slots = foyer_slot_table_list (db, look->space_id, look->day, look->day, error)) == NULL
      || (helds = foyer_slot_table_list_held (db, look->space_id, look->day, look->day, error)) == NULL)
    return FALSE;

  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, space->space->id);
  if (slots->len > 0)
    slot = g_array_index (slots, FoyerSlot, 0);
  if (helds->len > 0)
    held = g_array_index (helds, FoyerHeld, 0);
  /* Where a zone is unknown nothing is offered, and offers lapse nevertheless. */
  zone = foyer_db_get_zone (db, space->space->tz, NULL);
  if (zone != NULL && (slot.am_cap > 0 || slot.pm_cap > 0))
    until_ms = foyer_waiting_offer_until (zone, look->day, slot.start_minute, foyer_db_now (db));

  line = g_new0 (FoyerWaitingTurn, MAX (rows->len, 1));
  for (guint i = 0; i < rows->len; i++)
    {
      const FoyerWaiter *waiting = ((FoyerWaitingRow *) rows->pdata[i])->waiting;

      line[i] = (FoyerWaitingTurn) {
        .part = waiting->part, .seats = waiting->seats, .state = waiting->state, .until_ms = waiting->until_ms,
      };
    }
  foyer_waiting_settle (line, rows->len, slot.am_cap - held.am, slot.pm_cap - held.pm, foyer_db_now (db), until_ms);

  return foyer_waiting_write_line (db, rows, line, error);
}

gboolean
foyer_waiting_settle_days (FoyerDb  *db,
                           GError  **error)
{
  g_autoptr(GArray) looks = g_array_new (FALSE, FALSE, sizeof (FoyerWaitingDay));
  FoyerWaitingDay look;
  gboolean found;

  while (TRUE)
    {
      if (!foyer_waiting_table_take_look (db, &look, &found, error))
        return FALSE;
      if (!found)
        break;
      g_array_append_val (looks, look);
    }

  for (guint i = 0; i < looks->len; i++)
    if (!foyer_waiting_settle_day (db, &g_array_index (looks, FoyerWaitingDay, i), error))
      return FALSE;

  /* What was just written down has nothing more to say. */
  while (looks->len > 0)
    {
      if (!foyer_waiting_table_take_look (db, &look, &found, error))
        return FALSE;
      if (!found)
        break;
    }

  return TRUE;
}

gboolean
foyer_waiting_verbs_time (FoyerDb  *db,
                          gint64   *next_ms,
                          GError  **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autofree char *id = foyer_db_new_id (db);
  gboolean any;

  *next_ms = 0;
  if (transaction == NULL || !foyer_waiting_table_look_late (db, &any, next_ms, error))
    return FALSE;
  if (any && (!foyer_act_open_news (db, id, error)
              || !foyer_waiting_settle_days (db, error)
              || !foyer_waiting_table_look_late (db, &any, next_ms, error)))
    return FALSE;

  return foyer_transaction_commit (transaction, error);
}
