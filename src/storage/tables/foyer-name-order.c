/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-name-order.h"

#include <string.h>

#include "storage/db/foyer-stmt.h"

/* A millisecond of reading along an index. */
#define SLICE 4000

/* Behind the last one that was read; answered by the index alone. */
static const char sql_by_name[] =
  "SELECT id, fold FROM person INDEXED BY person_name WHERE deleted_at = 0 AND member = 1"
  " AND (fold, id) > (?1, ?2) ORDER BY fold, id LIMIT ?3";

static gunichar
get_letter (const char *fold)
{
  const gunichar first = g_utf8_get_char (fold);

  return g_unichar_isalpha (first) ? g_unichar_toupper (first) : '#';
}

static gboolean
foyer_name_order_read_slice (GArray   *order,
                             FoyerDb  *db,
                             char    **last,
                             int      *n,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql_by_name);
  gboolean done;
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, *last);
  foyer_stmt_bind_int (stmt, 2, order->len > 0 ? g_array_index (order, FoyerNamePlace, order->len - 1).id : 0);
  foyer_stmt_bind_int (stmt, 3, SLICE);
  for (*n = 0; (done = foyer_stmt_step (stmt, &row, error)) && row; (*n)++)
    {
      const char *fold = foyer_stmt_get_text (stmt, 1);
      const FoyerNamePlace place = { (guint32) foyer_stmt_get_int (stmt, 0), get_letter (fold) };

      g_array_append_val (order, place);
      if (*n + 1 == SLICE)
        g_set_str (last, fold);
    }

  return done;
}

GArray *
foyer_name_order_read (FoyerDb       *db,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (FoyerNamePlace));
  g_autofree char *last = g_strdup ("");
  int n;

  do
    {
      if (!foyer_name_order_read_slice (order, db, &last, &n, error))
        return NULL;
      foyer_db_breathe (db);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  while (n == SLICE);

  return g_steal_pointer (&order);
}

void
foyer_name_order_remove (GArray  *order,
                         guint32  id)
{
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, FoyerNamePlace, i).id == id)
      {
        g_array_remove_index (order, i);
        return;
      }
}

void
foyer_name_order_insert (GArray        *order,
                         guint32        id,
                         FoyerNameFunc  get_name,
                         gpointer       user_data)
{
  const char *name = get_name (id, user_data);
  const FoyerNamePlace place = { id, get_letter (name) };
  guint low = 0;
  guint high = order->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const guint32 other = g_array_index (order, FoyerNamePlace, middle).id;
      const int difference = strcmp (get_name (other, user_data), name);

      if (difference < 0 || (difference == 0 && other < id))
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (order, low, place);
}
