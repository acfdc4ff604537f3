/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/ledger/foyer-ledger-private.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-space-table.h"

/* A millisecond or so. */
#define SLICE 50000

/* What a list needs to know of each space: by its id. */
typedef struct {
  guint32  rank;
  FoyerDay today;
} FoyerLedgerSpace;

/* A question under way. */
typedef struct {
  FoyerLedger             *ledger;
  FoyerDb                 *db;
  const FoyerLedgerQuery  *query;
  GArray                  *spaces;      /* (element-type FoyerLedgerSpace) */
  gint64                   space_id;    /* 0 for all */
  guint8                  *named;       /* by the person's id; (nullable): everybody */
  GCancellable            *cancellable;
} FoyerLedgerListing;

/* As a booking goes. */
static const guint8 state_order[FOYER_STATE_LAST + 1] = {
  [FOYER_STATE_REQUESTED] = 0,
  [FOYER_STATE_CONFIRMED] = 1,
  [FOYER_STATE_CHECKED_IN] = 2,
  [FOYER_STATE_CHECKED_OUT] = 3,
  [FOYER_STATE_NO_SHOW] = 4,
  [FOYER_STATE_CANCELLED] = 5,
  [FOYER_STATE_DECLINED] = 6,
  [FOYER_STATE_WITHDRAWN] = 7,
  [FOYER_STATE_EXPIRED] = 8,
};

void
foyer_ledger_list_free (FoyerLedgerList *self)
{
  if (self == NULL)
    return;

  g_free (self->rows);
  g_free (self->acts);
  g_clear_pointer (&self->kept, g_array_unref);
  g_free (self);
}

void
foyer_ledger_line_free (FoyerLedgerLine *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->space);
  g_free (self);
}

static int
foyer_ledger_compare_spaces (gconstpointer a,
                             gconstpointer b)
{
  const FoyerSpaceRow *left = *(FoyerSpaceRow * const *) a;
  const FoyerSpaceRow *right = *(FoyerSpaceRow * const *) b;
  g_autofree char *left_fold = foyer_text_fold (left->space->name);
  g_autofree char *right_fold = foyer_text_fold (right->space->name);
  int order = strcmp (left_fold, right_fold);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static gboolean
foyer_ledger_listing_read_spaces (FoyerLedgerListing  *self,
                                  GError             **error)
{
  g_autoptr(GPtrArray) rows = foyer_space_table_list (self->db, error);

  if (rows == NULL)
    return FALSE;

  self->spaces = g_array_new (FALSE, TRUE, sizeof (FoyerLedgerSpace));
  g_ptr_array_sort (rows, foyer_ledger_compare_spaces);
  for (guint i = 0; i < rows->len; i++)
    {
      FoyerSpaceRow *row = rows->pdata[i];
      FoyerLedgerSpace space = { .rank = i + 1 };

      space.today = foyer_space_row_get_today (row, self->db, error);
      if (space.today == FOYER_DAY_NONE)
        return FALSE;
      if (row->id >= self->spaces->len)
        g_array_set_size (self->spaces, (guint) row->id + 1);
      g_array_index (self->spaces, FoyerLedgerSpace, row->id) = space;
      if (g_strcmp0 (row->space->id, self->query->space_id) == 0)
        self->space_id = row->id;
    }
  if (self->query->space_id == NULL || self->space_id != 0)
    return TRUE;

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such space");
  return FALSE;
}

static const FoyerLedgerSpace *
foyer_ledger_listing_get_space (const FoyerLedgerListing *self,
                                guint32                   id)
{
  static const FoyerLedgerSpace none = { 0, FOYER_DAY_NONE };

  return id < self->spaces->len ? &g_array_index (self->spaces, FoyerLedgerSpace, id) : &none;
}

static gboolean
foyer_ledger_has_words (const char         *name,
                        const char * const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
foyer_ledger_listing_find_names (FoyerLedgerListing  *self,
                                 GError             **error)
{
  const GArray *folds = self->ledger->folds;
  g_autofree char *fold = self->query->text != NULL ? foyer_text_fold (self->query->text) : NULL;
  g_auto(GStrv) words = NULL;

  if (fold == NULL || *fold == '\0')
    return TRUE;

  words = g_strsplit (fold, " ", -1);
  self->named = g_new0 (guint8, MAX (folds->len, 1));
  for (guint i = 0; i < folds->len; i++)
    {
      const char *name = self->ledger->names->str + g_array_index (folds, gsize, i);

      if (i % SLICE == 0 && !foyer_ledger_breathe (self->db, self->cancellable, error))
        return FALSE;
      self->named[i] = foyer_ledger_has_words (name, (const char * const *) words) ? 1 : 0;
    }

  return TRUE;
}

static gboolean
foyer_ledger_listing_wants (const FoyerLedgerListing *self,
                            const FoyerLedgerEntry   *entry)
{
  const FoyerLedgerQuery *query = self->query;

  return !entry->gone
         && (self->space_id == 0 || entry->space_id == self->space_id)
         && (query->first == FOYER_DAY_NONE || entry->day >= query->first)
         && (query->last == FOYER_DAY_NONE || entry->day <= query->last)
         && (query->states == 0 || (query->states & (1u << entry->state)) != 0)
         && (query->parts == 0 || (query->parts & (1u << entry->part)) != 0)
         && (!query->due || foyer_ledger_entry_get_due (entry) > 0)
         && (self->named == NULL
             || (entry->person_id < self->ledger->folds->len && self->named[entry->person_id] != 0));
}

static guint32
foyer_ledger_listing_get_rank (const FoyerLedgerListing *self,
                               const FoyerLedgerEntry   *entry)
{
  const GArray *ranks = self->ledger->ranks;

  return entry->person_id < ranks->len ? g_array_index (ranks, guint32, entry->person_id) : 0;
}

/* Ascending in every order, never negative. */
static guint64
foyer_ledger_listing_get_key (const FoyerLedgerListing *self,
                              const FoyerLedgerEntry   *entry)
{
  switch (self->query->sort)
    {
    case FOYER_LEDGER_GUEST:
      return foyer_ledger_listing_get_rank (self, entry);
    case FOYER_LEDGER_SPACE:
      return foyer_ledger_listing_get_space (self, entry->space_id)->rank;
    case FOYER_LEDGER_PART:
      return entry->part;
    case FOYER_LEDGER_STATE:
      return state_order[entry->state];
    case FOYER_LEDGER_PRICE:
      return (guint64) foyer_ledger_entry_get_price (entry);
    case FOYER_LEDGER_DUE:
      return (guint64) foyer_ledger_entry_get_due (entry);
    case FOYER_LEDGER_DAY:
    default:
      return (guint64) ((gint64) entry->day - G_MININT32);
    }
}

static guint8
foyer_ledger_listing_get_acts (const FoyerLedgerListing *self,
                               const FoyerLedgerEntry   *entry)
{
  const FoyerBookingState state = (FoyerBookingState) entry->state;
  const FoyerDay today = foyer_ledger_listing_get_space (self, entry->space_id)->today;
  guint8 acts = 0;

  if (foyer_booking_state_can (state, FOYER_STATE_CANCELLED))
    acts |= FOYER_LEDGER_CANCEL;
  if (foyer_booking_state_can (state, FOYER_STATE_NO_SHOW) && entry->day <= today)
    acts |= FOYER_LEDGER_NO_SHOW;
  if (foyer_booking_state_can (state, FOYER_STATE_CONFIRMED) && entry->day >= today)
    acts |= FOYER_LEDGER_ACCEPT;
  if (foyer_booking_state_can (state, FOYER_STATE_DECLINED))
    acts |= FOYER_LEDGER_DECLINE;

  return acts;
}

/* All that are wanted, as they stand: by day and name. What is asked of a list is written beside
 * each, since an entry that is looked up out of order costs more than sorting it. */
static FoyerLedgerKeyed *
foyer_ledger_listing_collect (FoyerLedgerListing  *self,
                              gsize               *n,
                              GError             **error)
{
  const GArray *entries = self->ledger->entries;
  const guint64 turn = self->query->descending ? G_MAXUINT64 : 0;
  g_autofree FoyerLedgerKeyed *items = NULL;
  gsize found = 0;

  items = g_new (FoyerLedgerKeyed, MAX (entries->len, 1));
  for (guint i = 0; i < entries->len; i++)
    {
      const FoyerLedgerEntry *entry = &g_array_index (entries, FoyerLedgerEntry, i);

      if (i % SLICE == 0 && !foyer_ledger_breathe (self->db, self->cancellable, error))
        return NULL;
      if (!foyer_ledger_listing_wants (self, entry))
        continue;
      items[found++] = (FoyerLedgerKeyed) {
        foyer_ledger_listing_get_key (self, entry) ^ turn, entry->id, foyer_ledger_listing_get_acts (self, entry),
      };
    }
  *n = found;

  return g_steal_pointer (&items);
}

static gboolean
foyer_ledger_is_kept (guint32        row,
                      const guint32 *kept,
                      gsize          n_kept)
{
  gsize low = 0;

  while (low < n_kept)
    {
      gsize middle = low + (n_kept - low) / 2;

      if (kept[middle] == row)
        return TRUE;
      if (kept[middle] < row)
        low = middle + 1;
      else
        n_kept = middle;
    }

  return FALSE;
}

static FoyerLedgerList *
foyer_ledger_listing_write (FoyerLedgerListing      *self,
                            const FoyerLedgerKeyed  *items,
                            gsize                    n,
                            const guint32           *kept,
                            gsize                    n_kept,
                            GError                 **error)
{
  g_autoptr(FoyerLedgerList) list = g_new0 (FoyerLedgerList, 1);

  list->n = (guint) n;
  list->rows = g_new (guint32, MAX (n, 1));
  list->acts = g_new (guint8, MAX (n, 1));
  list->kept = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < list->n; i++)
    {
      if (i % SLICE == 0 && !foyer_ledger_breathe (self->db, self->cancellable, error))
        return NULL;
      list->rows[i] = items[i].value;
      list->acts[i] = (guint8) items[i].acts;
      if (foyer_ledger_is_kept (items[i].value, kept, n_kept))
        g_array_append_val (list->kept, i);
    }

  return g_steal_pointer (&list);
}

FoyerLedgerList *
foyer_ledger_list (FoyerLedger             *self,
                   FoyerDb                 *db,
                   const FoyerLedgerQuery  *query,
                   const guint32           *kept,
                   gsize                    n_kept,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  FoyerLedgerListing listing = { .ledger = self, .db = db, .query = query, .cancellable = cancellable };
  g_autofree FoyerLedgerKeyed *items = NULL;
  FoyerLedgerList *list = NULL;
  const gboolean stands = query->sort == FOYER_LEDGER_DAY && !query->descending;
  gsize n;

  if (foyer_ledger_refresh (self, db, cancellable, error)
      && foyer_ledger_listing_read_spaces (&listing, error)
      && foyer_ledger_listing_find_names (&listing, error)
      && (items = foyer_ledger_listing_collect (&listing, &n, error)) != NULL
      && (stands || foyer_ledger_sort (&items, n, db, cancellable, error)))
    list = foyer_ledger_listing_write (&listing, items, n, kept, n_kept, error);
  g_clear_pointer (&listing.spaces, g_array_unref);
  g_free (listing.named);

  return list;
}
