/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/ledger/foyer-ledger-private.h"

#include <string.h>

#include "core/foyer-money.h"
#include "storage/tables/foyer-ledger-table.h"

/* So many rows are read before the desk comes first again: a few milliseconds. */
#define SLICE 2000
/* A millisecond or so of work in memory. */
#define SORT_SLICE 50000
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

gint64
foyer_ledger_entry_get_due (const FoyerLedgerEntry *self)
{
  if (!foyer_booking_state_owes ((FoyerBookingState) self->state, self->late != 0))
    return 0;

  return ((gint64) self->due_high << 32) | self->due;
}

/* FOYER_MONEY_MAX has 37 bits. */
G_STATIC_ASSERT (FOYER_MONEY_MAX >> 32 < 1 << 5);
G_STATIC_ASSERT (sizeof (FoyerLedgerEntry) == 28);

static FoyerLedgerEntry
foyer_ledger_entry_new (const FoyerLedgerRow *row)
{
  return (FoyerLedgerEntry) {
    .id = (guint32) row->id,
    .person_id = (guint32) row->person_id,
    .space_id = (guint32) row->space_id,
    .day = row->day,
    .price = (guint32) row->price_minor,
    .price_high = (guint) (row->price_minor >> 32),
    .due = (guint32) row->open_minor,
    .due_high = (guint) (row->open_minor >> 32),
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

/* Rows on their way into a ledger. */
typedef struct {
  FoyerLedger *ledger;
  GArray      *entries;        /* (element-type FoyerLedgerEntry) */
} FoyerLedgerReading;

static void
foyer_ledger_read_cb (const FoyerLedgerRow *row,
                      gpointer              user_data)
{
  FoyerLedgerReading *reading = user_data;
  FoyerLedgerEntry entry = foyer_ledger_entry_new (row);

  g_array_append_val (reading->entries, entry);
  reading->ledger->last_id = MAX (reading->ledger->last_id, entry.id);
  foyer_ledger_note_expiry (reading->ledger, row->answer_by);
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
  if (!foyer_ledger_sort (&people, n, db, cancellable, error))
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

static guint32
foyer_ledger_get_rank (const FoyerLedger      *self,
                       const FoyerLedgerEntry *entry)
{
  return entry->person_id < self->ranks->len ? g_array_index (self->ranks, guint32, entry->person_id) : 0;
}

/* Brings entries that come by their ids into the order of a ledger. */
static gboolean
foyer_ledger_arrange (FoyerLedger   *self,
                      GArray        *entries,
                      FoyerDb       *db,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree FoyerLedgerKeyed *items = g_new (FoyerLedgerKeyed, MAX (entries->len, 1));
  g_autoptr(GArray) arranged = g_array_sized_new (FALSE, FALSE, sizeof (FoyerLedgerEntry), entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      const FoyerLedgerEntry *entry = &g_array_index (entries, FoyerLedgerEntry, i);

      items[i].key = (guint64) ((gint64) entry->day - G_MININT32) << 32 | foyer_ledger_get_rank (self, entry);
      items[i].value = i;
    }
  if (!foyer_ledger_sort (&items, entries->len, db, cancellable, error))
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      if (i % SORT_SLICE == 0 && !foyer_ledger_breathe (db, cancellable, error))
        return FALSE;
      g_array_append_val (arranged, g_array_index (entries, FoyerLedgerEntry, items[i].value));
    }
  g_array_unref (self->entries);
  self->entries = g_steal_pointer (&arranged);

  return TRUE;
}

static gboolean
foyer_ledger_read_all (FoyerLedger   *self,
                       FoyerDb       *db,
                       gint64         act,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (FoyerLedgerEntry));
  FoyerLedgerReading reading = { self, entries };
  int n = SLICE;

  self->act = -1;
  self->expires_at = 0;
  self->last_id = 0;
  while (n == SLICE)
    {
      if (!foyer_ledger_table_scan (db, self->last_id, SLICE, foyer_ledger_read_cb, &reading, &n, error)
          || !foyer_ledger_breathe (db, cancellable, error))
        return FALSE;
    }
  if (!foyer_ledger_read_people (self, db, cancellable, error)
      || !foyer_ledger_arrange (self, entries, db, cancellable, error))
    return FALSE;
  self->act = act;

  return TRUE;
}

static int
foyer_ledger_compare_entries (gconstpointer a,
                              gconstpointer b,
                              gpointer      user_data)
{
  const FoyerLedger *self = user_data;
  const FoyerLedgerEntry *left = a;
  const FoyerLedgerEntry *right = b;
  guint32 left_rank, right_rank;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  left_rank = foyer_ledger_get_rank (self, left);
  right_rank = foyer_ledger_get_rank (self, right);
  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;

  return (left->id > right->id) - (left->id < right->id);
}

/* Takes the entries of @people, whose names may have changed, among those that changed. */
static void
foyer_ledger_add_renamed (FoyerLedger  *self,
                          const GArray *people,
                          guint8       *is_changed,
                          GArray       *changed)
{
  g_autofree guint8 *is_renamed = g_new0 (guint8, MAX (self->folds->len, 1));

  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, gint64, i) < self->folds->len)
      is_renamed[g_array_index (people, gint64, i)] = 1;
  for (guint i = 0; i < self->entries->len && people->len > 0; i++)
    {
      const FoyerLedgerEntry *entry = &g_array_index (self->entries, FoyerLedgerEntry, i);

      if (entry->person_id >= self->folds->len || !is_renamed[entry->person_id] || is_changed[entry->id])
        continue;
      is_changed[entry->id] = 1;
      g_array_append_val (changed, *entry);
    }
}

/* Puts each of @changed where it belongs now, in one go over all. The others stay in order,
 * whatever names came between theirs. */
static gboolean
foyer_ledger_merge (FoyerLedger   *self,
                    GArray        *changed,
                    const GArray  *people,
                    FoyerDb       *db,
                    GError       **error)
{
  g_autoptr(GArray) merged = g_array_sized_new (FALSE, FALSE, sizeof (FoyerLedgerEntry),
                                                self->entries->len + changed->len);
  g_autofree guint8 *is_changed = g_new0 (guint8, (gsize) self->last_id + 1);
  guint next = 0;

  for (guint i = 0; i < changed->len; i++)
    is_changed[g_array_index (changed, FoyerLedgerEntry, i).id] = 1;
  foyer_ledger_add_renamed (self, people, is_changed, changed);
  g_array_sort_with_data (changed, foyer_ledger_compare_entries, self);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FoyerLedgerEntry *entry = &g_array_index (self->entries, FoyerLedgerEntry, i);

      if (i % SORT_SLICE == 0 && !foyer_ledger_breathe (db, NULL, error))
        return FALSE;
      if (is_changed[entry->id])
        continue;
      while (next < changed->len
             && foyer_ledger_compare_entries (&g_array_index (changed, FoyerLedgerEntry, next), entry, self) < 0)
        g_array_append_val (merged, g_array_index (changed, FoyerLedgerEntry, next++));
      g_array_append_val (merged, *entry);
    }
  g_array_append_vals (merged, &g_array_index (changed, FoyerLedgerEntry, next), changed->len - next);
  g_array_unref (self->entries);
  self->entries = g_steal_pointer (&merged);

  return TRUE;
}

/* Reads again what changed, to its end: if that fails halfway, nothing is known any more. */
static gboolean
foyer_ledger_put (FoyerLedger   *self,
                  FoyerDb       *db,
                  const GArray  *bookings,
                  const GArray  *people,
                  GError       **error)
{
  g_autoptr(GArray) changed = g_array_new (FALSE, FALSE, sizeof (FoyerLedgerEntry));
  FoyerLedgerReading reading = { self, changed };
  const gint64 act = self->act;

  self->act = -1;
  for (guint i = 0; i < bookings->len; i++)
    if (!foyer_ledger_table_get (db, g_array_index (bookings, gint64, i), foyer_ledger_read_cb, &reading, error))
      return FALSE;
  if ((people->len > 0 && !foyer_ledger_read_people (self, db, NULL, error))
      || (changed->len + people->len > 0
          && !foyer_ledger_merge (self, changed, people, db, error)))
    return FALSE;
  self->act = act;

  return TRUE;
}

/* Requests whose time is over: nobody acted. */
static gboolean
foyer_ledger_expire (FoyerLedger   *self,
                     FoyerDb       *db,
                     GError       **error)
{
  g_autoptr(GArray) asked = NULL;
  g_autoptr(GArray) nobody = NULL;

  if (self->expires_at == 0 || foyer_db_now (db) < self->expires_at)
    return TRUE;

  self->expires_at = 0;
  asked = foyer_ledger_table_list_asked (db, error);
  nobody = g_array_new (FALSE, FALSE, sizeof (gint64));

  return asked != NULL && foyer_ledger_put (self, db, asked, nobody, error);
}

/* FALSE in @whole: what changed cannot be told, or is too much. */
static gboolean
foyer_ledger_follow (FoyerLedger   *self,
                     FoyerDb       *db,
                     gint64         act,
                     gboolean      *whole,
                     GError       **error)
{
  g_autoptr(GArray) bookings = NULL;
  g_autoptr(GArray) people = NULL;

  *whole = TRUE;
  if (act == self->act)
    return TRUE;

  bookings = foyer_ledger_table_list_touched (db, "booking", self->act, TOUCHED_MAX, error);
  if (bookings == NULL
      || (people = foyer_ledger_table_list_touched (db, "person", self->act, TOUCHED_MAX, error)) == NULL)
    return FALSE;
  *whole = bookings->len < TOUCHED_MAX && people->len < TOUCHED_MAX;
  if (!*whole)
    return TRUE;
  if (!foyer_ledger_put (self, db, bookings, people, error))
    return FALSE;
  self->act = act;

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
      if (!foyer_ledger_table_get_ends (db, &first_act, &last_act, &last_booking, error))
        return FALSE;
      /* Another database stands in the place of the one that was read, or acts in between
       * are forgotten. */
      whole = self->act >= 0 && last_act >= self->act && first_act <= self->act + 1;
      if (whole && !foyer_ledger_follow (self, db, last_act, &whole, error))
        return FALSE;
      if (whole && last_booking == self->last_id)
        return foyer_ledger_expire (self, db, error);

      /* While it is read others act: what they did follows. */
      if (!foyer_ledger_read_all (self, db, last_act, cancellable, error))
        return FALSE;
    }
}
