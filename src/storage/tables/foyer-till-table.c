/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-till-table.h"

#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"

static const char * const methods[] = { "cash", "transfer", "card" };

void
foyer_till_free (FoyerTill *self)
{
  g_free (self->id);
  g_free (self->head);
  g_array_unref (self->takings);
  g_free (self);
}

void
foyer_figures_free (FoyerFigures *self)
{
  g_free (self->space_id);
  g_free (self->name);
  g_free (self);
}

/* Since the close before, whatever the clock said. */
static gboolean
foyer_till_table_add_takings (FoyerDb              *db,
                              const FoyerSpaceRow  *space,
                              gint64                last_entry,
                              FoyerTill            *till,
                              GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT count (*) FILTER (WHERE p.amount_minor > 0), coalesce (sum (max (p.amount_minor, 0)), 0),"
    " -coalesce (sum (min (p.amount_minor, 0)), 0)"
    " FROM account_entry AS e CROSS JOIN payment AS p ON p.id = e.payment_id"
    " WHERE e.id > ?2 AND p.space_id = ?1 AND p.currency = ?3 AND p.method = ?4");

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      FoyerMethodTakings takings = { .method = methods[i] };
      gboolean row;

      foyer_stmt_bind_int (stmt, 1, space->id);
      foyer_stmt_bind_int (stmt, 2, last_entry);
      foyer_stmt_bind_text (stmt, 3, till->currency);
      foyer_stmt_bind_text (stmt, 4, methods[i]);
      if (!foyer_stmt_step (stmt, &row, error))
        return FALSE;
      takings.n_payments = (guint) foyer_stmt_get_int (stmt, 0);
      takings.received_minor = foyer_stmt_get_int (stmt, 1);
      takings.returned_minor = foyer_stmt_get_int (stmt, 2);
      g_array_append_val (till->takings, takings);
      foyer_stmt_reset (stmt);
      if (i == 0)
        till->expected_minor += takings.received_minor - takings.returned_minor;
    }

  return TRUE;
}

FoyerTill *
foyer_till_table_read (FoyerDb              *db,
                       const FoyerSpaceRow  *space,
                       GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT left_minor, last_entry FROM day_close WHERE space_id = ?1 AND currency = ?2 ORDER BY id DESC LIMIT 1");
  g_autoptr(FoyerTill) till = g_new0 (FoyerTill, 1);
  gint64 last_entry = 0;
  gboolean row;

  till->id = g_strdup ("");
  till->head = g_strdup ("");
  till->takings = g_array_new (FALSE, FALSE, sizeof (FoyerMethodTakings));
  g_strlcpy (till->currency, space->space->currency, sizeof till->currency);
  foyer_stmt_bind_int (stmt, 1, space->id);
  foyer_stmt_bind_text (stmt, 2, till->currency);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (row)
    {
      till->expected_minor = foyer_stmt_get_int (stmt, 0);
      last_entry = foyer_stmt_get_int (stmt, 1);
    }

  return foyer_till_table_add_takings (db, space, last_entry, till, error) ? g_steal_pointer (&till) : NULL;
}

gboolean
foyer_till_table_insert (FoyerDb              *db,
                         const FoyerSpaceRow  *space,
                         const FoyerTill      *till,
                         gint64                last_entry,
                         gint64               *id,
                         GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO day_close (uid, space_id, day, at, currency, expected_minor, counted_minor, left_minor, last_entry)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

  foyer_stmt_bind_text (stmt, 1, till->id);
  foyer_stmt_bind_int (stmt, 2, space->id);
  foyer_stmt_bind_day (stmt, 3, till->day);
  foyer_stmt_bind_int (stmt, 4, till->at_ms);
  foyer_stmt_bind_text (stmt, 5, till->currency);
  foyer_stmt_bind_int (stmt, 6, till->expected_minor);
  foyer_stmt_bind_int (stmt, 7, till->counted_minor);
  foyer_stmt_bind_int (stmt, 8, till->left_minor);
  foyer_stmt_bind_int (stmt, 9, last_entry);
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  *id = foyer_db_last_row (db);

  return TRUE;
}

/* ---- figures ---- */

static FoyerFigures *
foyer_figures_new (const FoyerSpaceRow *space,
                   const char          *currency)
{
  FoyerFigures *self = g_new0 (FoyerFigures, 1);

  self->space_id = g_strdup (space->space->id);
  self->name = g_strdup (space->space->name);
  g_strlcpy (self->currency, currency, sizeof self->currency);

  return self;
}

static gboolean
foyer_figures_table_read_money (FoyerDb              *db,
                                const FoyerSpaceRow  *space,
                                FoyerDay              first,
                                FoyerDay              last,
                                GPtrArray            *figures,
                                FoyerFigures         *own,
                                GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT currency, sum (iif (method = 'cash', amount_minor, 0)), sum (iif (method = 'transfer', amount_minor, 0)),"
    " sum (iif (method = 'card', amount_minor, 0)) FROM payment WHERE day BETWEEN ?2 AND ?3 AND space_id = ?1"
    " GROUP BY currency ORDER BY currency");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space->id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerFigures *of_it = own;

      if (!g_str_equal (foyer_stmt_get_text (stmt, 0), own->currency))
        {
          of_it = foyer_figures_new (space, foyer_stmt_get_text (stmt, 0));
          g_ptr_array_add (figures, of_it);
        }
      of_it->cash_minor = foyer_stmt_get_int (stmt, 1);
      of_it->transfer_minor = foyer_stmt_get_int (stmt, 2);
      of_it->card_minor = foyer_stmt_get_int (stmt, 3);
    }

  return done;
}

gboolean
foyer_figures_table_read (FoyerDb              *db,
                          const FoyerSpaceRow  *space,
                          FoyerDay              first,
                          FoyerDay              last,
                          GPtrArray            *figures,
                          GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT (SELECT sum (am_cap + pm_cap) FROM slot WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3),"
    " (SELECT sum (seats * ((part & 1) + (part >> 1))) FROM booking WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3"
    "    AND " FOYER_BOOKING_HELD "),"
    " count (*), sum (EXISTS (SELECT 1 FROM booking AS b WHERE b.person_id = here.person_id AND b.day < ?2"
    "    AND b.space_id = ?1 AND b.state IN ('checked-in', 'checked-out') AND b.deleted_at = 0))"
    " FROM (SELECT DISTINCT person_id FROM booking WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3"
    "    AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0 AND state <> 'confirmed') AS here");
  FoyerFigures *own = foyer_figures_new (space, space->space->currency);
  gboolean row;

  g_ptr_array_add (figures, own);
  foyer_stmt_bind_int (stmt, 1, space->id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  own->open_halves = foyer_stmt_get_int (stmt, 0);
  own->held_halves = foyer_stmt_get_int (stmt, 1);
  own->n_guests = (int) foyer_stmt_get_int (stmt, 2);
  own->n_returning = (int) foyer_stmt_get_int (stmt, 3);

  return foyer_figures_table_read_money (db, space, first, last, figures, own, error);
}
