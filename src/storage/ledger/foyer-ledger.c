/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/ledger/foyer-ledger-private.h"

#include <string.h>

#include "storage/tables/foyer-ledger-table.h"

/* So many rows are read before the desk comes first again: a few milliseconds. */
#define SLICE 2000
/* With more changes than these it is quicker to read everything again. */
#define TOUCHED_MAX 20000

FoyerLedger *
foyer_ledger_new (void)
{
  FoyerLedger *self = g_new0 (FoyerLedger, 1);

  g_atomic_ref_count_init (&self->refs);
  self->entries = g_array_new (FALSE, FALSE, sizeof (FoyerLedgerEntry));
  self->folds = g_array_new (FALSE, TRUE, sizeof (gsize));
  self->ranks = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->names = g_string_new_len ("", 1);
  self->act = -1;

  return self;
}

FoyerLedger *
foyer_ledger_ref (FoyerLedger *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
foyer_ledger_unref (FoyerLedger *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->entries);
  g_array_unref (self->folds);
  g_array_unref (self->ranks);
  g_string_free (self->names, TRUE);
  g_free (self);
}

gboolean
foyer_ledger_breathe (FoyerDb       *db,
                      GCancellable  *cancellable,
                      GError       **error)
{
  foyer_db_breathe (db);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gint64
foyer_ledger_entry_get_price (const FoyerLedgerEntry *self)
{
  return ((gint64) self->price_high << 32) | self->price;
}

static FoyerLedgerEntry
foyer_ledger_entry_new (const FoyerLedgerRow *row)
{
  return (FoyerLedgerEntry) {
    .id = (guint32) row->id,
    .person_id = (guint32) row->person_id,
    .space_id = (guint32) row->space_id,
    .day = row->day,
    .price = (guint32) row->price_minor,
    .price_high = (guint8) (row->price_minor >> 32),
    .state = (guint) row->state,
    .part = (guint) row->part,
    .late = row->late ? 1 : 0,
    .gone = row->gone ? 1 : 0,
  };
}

static void
foyer_ledger_note_expiry (FoyerLedger *self,
                          gint64       answer_by)
{
  if (answer_by != 0 && (self->expires_at == 0 || answer_by < self->expires_at))
    self->expires_at = answer_by;
}

static void
foyer_ledger_append_cb (const FoyerLedgerRow *row,
                        gpointer              user_data)
{
  FoyerLedger *self = user_data;
  FoyerLedgerEntry entry = foyer_ledger_entry_new (row);

  g_array_append_val (self->entries, entry);
  foyer_ledger_note_expiry (self, row->answer_by);
}

/* Puts a row where it belongs: nearly always it is there already or comes last. */
static void
foyer_ledger_put_cb (const FoyerLedgerRow *row,
                     gpointer              user_data)
{
  FoyerLedger *self = user_data;
  FoyerLedgerEntry entry = foyer_ledger_entry_new (row);
  guint low = 0;
  guint high = self->entries->len;

  foyer_ledger_note_expiry (self, row->answer_by);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->entries, FoyerLedgerEntry, middle).id < entry.id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->entries->len && g_array_index (self->entries, FoyerLedgerEntry, low).id == entry.id)
    g_array_index (self->entries, FoyerLedgerEntry, low) = entry;
  else
    g_array_insert_val (self->entries, low, entry);
}

static void
foyer_ledger_name_cb (gint64      id,
                      const char *fold,
                      gpointer    user_data)
{
  FoyerLedger *self = user_data;

  if ((guint) id >= self->folds->len)
    g_array_set_size (self->folds, (guint) id + 1);
  g_array_index (self->folds, gsize, id) = self->names->len;
  g_string_append_len (self->names, fold, (gssize) strlen (fold) + 1);
}

/* The first eight bytes of a name as a number that sorts like them. */
static guint64
foyer_ledger_get_prefix (const char *name)
{
  guint64 key = 0;

  for (int i = 0; i < 8; i++)
    {
      key = key << 8 | (guchar) *name;
      name += *name != '\0' ? 1 : 0;
    }

  return key;
}

static int
foyer_ledger_compare_names (gconstpointer a,
                            gconstpointer b,
                            gpointer      user_data)
{
  const FoyerLedger *self = user_data;
  const FoyerLedgerKeyed *left = a;
  const FoyerLedgerKeyed *right = b;

  return strcmp (self->names->str + g_array_index (self->folds, gsize, left->value),
                 self->names->str + g_array_index (self->folds, gsize, right->value));
}

/* Where each name comes among all; the same names share a place. */
static gboolean
foyer_ledger_rank (FoyerLedger   *self,
                   FoyerDb       *db,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const guint n = self->folds->len;
  g_autofree FoyerLedgerKeyed *people = g_new (FoyerLedgerKeyed, MAX (n, 1));
  guint32 rank = 0;

  for (guint i = 0; i < n; i++)
    people[i] = (FoyerLedgerKeyed) {
      foyer_ledger_get_prefix (self->names->str + g_array_index (self->folds, gsize, i)), i,
    };
  if (!foyer_ledger_sort (people, n, db, cancellable, error))
    return FALSE;

  g_array_set_size (self->ranks, n);
  for (guint start = 0, end; start < n; start = end)
    {
      for (end = start + 1; end < n && people[end].key == people[start].key;)
        end++;
      g_sort_array (people + start, end - start, sizeof *people, foyer_ledger_compare_names, self);
      for (guint i = start; i < end; i++)
        {
          if (i == start || foyer_ledger_compare_names (&people[i - 1], &people[i], self) != 0)
            rank++;
          g_array_index (self->ranks, guint32, people[i].value) = rank;
        }
      if (!foyer_ledger_breathe (db, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_ledger_read_people (FoyerLedger   *self,
                          FoyerDb       *db,
                          GCancellable  *cancellable,
                          GError       **error)
{
  int n = SLICE;

  g_array_set_size (self->folds, 0);
  g_string_truncate (self->names, 1);
  while (n == SLICE)
    {
      /* Whoever has no row has the empty name at the beginning. */
      gint64 after = self->folds->len > 0 ? (gint64) self->folds->len - 1 : 0;

      if (!foyer_ledger_table_scan_people (db, after, SLICE, foyer_ledger_name_cb, self, &n, error)
          || !foyer_ledger_breathe (db, cancellable, error))
        return FALSE;
    }

  return foyer_ledger_rank (self, db, cancellable, error);
}

static gboolean
foyer_ledger_read_all (FoyerLedger   *self,
                       FoyerDb       *db,
                       gint64         act,
                       GCancellable  *cancellable,
                       GError       **error)
{
  int n = SLICE;

  self->act = -1;
  self->expires_at = 0;
  g_array_set_size (self->entries, 0);
  while (n == SLICE)
    {
      const guint len = self->entries->len;
      const gint64 after = len > 0 ? g_array_index (self->entries, FoyerLedgerEntry, len - 1).id : 0;

      if (!foyer_ledger_table_scan (db, after, SLICE, foyer_ledger_append_cb, self, &n, error)
          || !foyer_ledger_breathe (db, cancellable, error))
        return FALSE;
    }
  if (!foyer_ledger_read_people (self, db, cancellable, error))
    return FALSE;
  self->act = act;

  return TRUE;
}

static gboolean
foyer_ledger_put (FoyerLedger   *self,
                  FoyerDb       *db,
                  GArray        *ids,
                  GError       **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!foyer_ledger_table_get (db, g_array_index (ids, gint64, i), foyer_ledger_put_cb, self, error))
      return FALSE;

  return TRUE;
}

/* Requests whose time is over: nobody acted. */
static gboolean
foyer_ledger_expire (FoyerLedger  *self,
                     FoyerDb      *db,
                     GError      **error)
{
  g_autoptr(GArray) asked = NULL;

  if (self->expires_at == 0 || foyer_db_now (db) < self->expires_at)
    return TRUE;

  self->expires_at = 0;
  asked = foyer_ledger_table_list_asked (db, error);

  return asked != NULL && foyer_ledger_put (self, db, asked, error);
}

/* FALSE in @whole: what changed cannot be told, or is too much. */
static gboolean
foyer_ledger_follow (FoyerLedger   *self,
                     FoyerDb       *db,
                     gint64         act,
                     gboolean      *whole,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(GArray) bookings = NULL;
  g_autoptr(GArray) people = NULL;

  *whole = TRUE;
  if (act == self->act)
    return TRUE;

  bookings = foyer_ledger_table_list_touched (db, "booking", self->act, TOUCHED_MAX, error);
  if (bookings == NULL
      || (people = foyer_ledger_table_list_touched (db, "person", self->act, 1, error)) == NULL)
    return FALSE;
  *whole = bookings->len < TOUCHED_MAX;
  if (!*whole)
    return TRUE;
  if (!foyer_ledger_put (self, db, bookings, error))
    return FALSE;
  self->act = act;
  /* Half-read names are read again the next time. */
  if (people->len > 0 && !foyer_ledger_read_people (self, db, cancellable, error))
    {
      self->act = -1;
      return FALSE;
    }

  return TRUE;
}

gboolean
foyer_ledger_refresh (FoyerLedger   *self,
                      FoyerDb       *db,
                      GCancellable  *cancellable,
                      GError       **error)
{
  gboolean whole = FALSE;
  gint64 first_act, last_act, last_booking;

  for (;;)
    {
      guint len = self->entries->len;

      if (!foyer_ledger_table_get_ends (db, &first_act, &last_act, &last_booking, error))
        return FALSE;
      /* Another database stands in the place of the one that was read, or acts in between
       * are forgotten. */
      whole = self->act >= 0 && last_act >= self->act && first_act <= self->act + 1;
      if (whole && !foyer_ledger_follow (self, db, last_act, &whole, cancellable, error))
        return FALSE;
      len = self->entries->len;
      if (whole
          && last_booking == (len > 0 ? g_array_index (self->entries, FoyerLedgerEntry, len - 1).id : 0))
        return foyer_ledger_expire (self, db, error);

      /* While it is read others act: what they did follows. */
      if (!foyer_ledger_read_all (self, db, last_act, cancellable, error))
        return FALSE;
    }
}
